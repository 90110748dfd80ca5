import type { Json } from "./normalise.js";

/** Tags that our own figures set in labels, and plotly's mark for an empty box beside a hover text. */
const OWN = /^<(?:br|\/?b|extra><\/extra)>/;
/** What plotly could take for a tag or a named character. */
const MARKUP = /<(?=[a-z/!?])|&(?=#?\w+;)/gi;

/**
 * A specification whose texts hold no markup but line breaks and bold: plotly takes tags in a label for format, and makes
 * links and styles of what a text brings along. Every other tag is shown as it is printed.
 *
 * @param value a specification or a part of it
 * @returns the same with `<` and `&` of other markup written as `&lt;` and `&amp;`
 * @example
 * withoutMarkup({ y: ["<a href=x>罚款</a>", "<b>a</b><br>p < 0.01"] }) // { y: ["&lt;a href=x>罚款&lt;/a>", "<b>a</b><br>p < 0.01"] }
 */
export function withoutMarkup(value: Json): Json {
  if (typeof value === "string") {
    return value.replace(MARKUP, (sign, at: number) => {
      if (sign === "&") return "&amp;";
      return OWN.test(value.slice(at, at + 20)) ? sign : "&lt;";
    });
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutMarkup);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutMarkup(inner as Json)]));
}
