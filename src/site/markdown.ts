import { Marked, type Tokens } from "marked";
import { FORMULAS } from "./formulas.js";
import { escapeHtml, scrollingTable } from "./html.js";

const marked = new Marked(FORMULAS, {
  gfm: true,
  renderer: {
    // HTML inside a notebook is shown as it stands, never run
    html({ text }: Tokens.HTML | Tokens.Tag) {
      return escapeHtml(text);
    },
    link({ href, tokens }: Tokens.Link) {
      const inside = this.parser.parseInline(tokens);
      return safeAddress(href) ? `<a href="${escapeHtml(href)}">${inside}</a>` : inside;
    },
    image({ text }: Tokens.Image) {
      return escapeHtml(text);
    },
    // wide code scrolls: by keyboard, too
    code({ text }: Tokens.Code) {
      return `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`;
    },
    table(token: Tokens.Table) {
      const cell = (tag: string, { tokens }: Tokens.TableCell) =>
        `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
      const head = token.header.map((one) => cell("th", one)).join("");
      const rows = token.rows.map((row) => `<tr>${row.map((one) => cell("td", one)).join("")}</tr>`).join("");
      const table = `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
      return scrollingTable(table, token.header.map(({ text }) => text).join(", "));
    },
  },
});

/** Addresses that a link may lead to: pages of the web, and places in the site; other files of the project are not in it. */
function safeAddress(href: string): boolean {
  return /^(?:https?:\/\/|#|[\w-]+\.html(?:#|$))/i.test(href);
}

/**
 * Markdown of a notebook cell as HTML. HTML in it is escaped, pictures become their text, links lead only to the web or
 * into the site, formulas become MathML.
 *
 * @example
 * markdownHtml("a *b* <script>") // "<p>a <em>b</em> &lt;script&gt;</p>\n"
 */
export function markdownHtml(text: string): string {
  return marked.parse(text, { async: false });
}
