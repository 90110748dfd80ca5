import type { MarkedExtension, Tokens } from "marked";
import temml from "temml";
import { escapeHtml } from "./html.js";

/**
 * A TeX formula as MathML, which browsers draw by themselves, without script, fonts or styles; what is no formula stands as
 * text.
 *
 * @param display on a line of its own
 * @example
 * formulaHtml("x", false) // "<math><mi>x</mi></math>"
 */
export function formulaHtml(tex: string, display: boolean): string {
  try {
    const mathml = temml.renderToString(tex, { displayMode: display, throwOnError: true });
    // the site's policy allows no styles in attributes, and none is needed
    return mathml.replaceAll(/ style="[^"]*"/g, "");
  } catch {
    return `<code>${escapeHtml(tex)}</code>`;
  }
}

/** Formulas in the Markdown of notebooks: `$…$` in a line, `$$…$$` on lines of their own. */
export const FORMULAS: MarkedExtension = {
  extensions: [
    {
      name: "displayedFormula",
      level: "block",
      start: (text) => text.indexOf("$$"),
      tokenizer(text) {
        const [raw, tex] = /^\$\$([\s\S]+?)\$\$[ \t]*(?:\n|$)/.exec(text) ?? [];
        return raw === undefined ? undefined : { type: "displayedFormula", raw, text: tex };
      },
      renderer: ({ text }: Tokens.Generic) =>
        `<div class="formula" tabindex="0">${formulaHtml(text, true)}</div>\n`,
    },
    {
      name: "formula",
      level: "inline",
      start: (text) => text.indexOf("$"),
      tokenizer(text) {
        const [raw, tex] = /^\$(?!\s)([^$`]+?)(?<!\s)\$(?![\d$])/.exec(text) ?? [];
        return raw === undefined ? undefined : { type: "formula", raw, text: tex };
      },
      renderer: ({ text }: Tokens.Generic) => formulaHtml(text, false),
    },
  ],
};
