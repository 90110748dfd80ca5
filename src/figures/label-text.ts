import type { Json } from "./normalise.js";

/** Marks of bold in a label: noncharacters of Unicode, which are for use inside a program and have no glyph. */
const [BOLD, PLAIN] = ["\ufdd0", "\ufdd1"];
const BOLD_LABEL = new RegExp(`${BOLD}([^${BOLD}${PLAIN}]*)${PLAIN}`, "g");

/**
 * What plotly could take for a tag, a named character or, where a page brings MathJax, a formula; not its mark for an empty
 * box beside a hover text.
 */
const MARKUP = /<(?!extra><\/extra>)(?=[^\s\d=])|&(?=#?\w+;)|\$(?=[^$]*\$)|(?<=\$[^$]*)\$/g;
const ESCAPED: Readonly<Record<string, string>> = { "<": "&lt;", "&": "&amp;", $: "&#36;" };

/**
 * A label in bold: the one format that figures use, beside the line break, which is written `\n`.
 *
 * @param text what is printed, as text
 * @example
 * plotlyText(bold("罚款")) // "<b>罚款</b>"
 */
export function bold(text: string): string {
  return BOLD + text + PLAIN;
}

/**
 * A specification in which every text is shown as it is printed. Plotly takes tags in a label for format, and makes links
 * and styles of what a text brings along: so they are escaped everywhere, and only `\n` and {@link bold} become tags.
 *
 * @param value a specification or a part of it
 * @returns the same as plotly reads it
 * @example
 * plotlyText({ y: ["<a href=x>罚款</a>", "甲<br>乙\np < 0.01"] }) // { y: ["&lt;a href=x>罚款&lt;/a>", "甲&lt;br>乙<br>p < 0.01"] }
 */
export function plotlyText(value: Json): Json {
  if (typeof value === "string") {
    const escaped = value.replace(MARKUP, (sign) => ESCAPED[sign]!);
    return escaped.replaceAll("\n", "<br>").replace(BOLD_LABEL, "<b>$1</b>");
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plotlyText);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plotlyText(inner as Json)]));
}

/**
 * What a label as plotly reads it prints: line breaks as `\n`, no bold, no escapes.
 *
 * @param label as {@link plotlyText} gives it
 * @example
 * printedText(plotlyText("甲<br>乙\np < 0.01 & $x$")) // "甲<br>乙\np < 0.01 & $x$"
 */
export function printedText(label: string): string {
  const signs = Object.fromEntries(Object.entries(ESCAPED).map(([sign, name]) => [name, sign]));
  const plain = label.replaceAll("<br>", "\n").replace(/<\/?b>/g, "");
  return plain.replace(/&(?:lt|amp|#36);/g, (name) => signs[name]!);
}
