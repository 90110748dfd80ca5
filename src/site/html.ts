import { createHash } from "node:crypto";
import { escapeHtml } from "../display/table.js";

export { escapeHtml };

/** What stands around a page's content. */
export interface PageOptions {
  readonly title: string;
  /** scripts to load, relative to the page */
  readonly scripts?: readonly string[];
  /** other pages, for the navigation: address and name */
  readonly pages: readonly (readonly [href: string, name: string])[];
  /** address of this page */
  readonly here: string;
}

/**
 * Styles that plotly.js sets and nothing else may: an empty style element, which it fills by script, and the attributes
 * of bold, italic, raised and lowered text.
 */
const PLOTLY_STYLES = ["", "font-weight:bold", "font-style:italic", "font-size:70%"];

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'unsafe-hashes' ${PLOTLY_STYLES.map((style) => `'sha256-${base64Sha256(style)}'`).join(" ")}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function base64Sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

/**
 * A page of the site. Scripts, styles and pictures come from the site's own folder only: a strict policy forbids
 * everything else, so that the site makes no request to anyone and runs no code from a text.
 */
export function page(body: string, { title, scripts = [], pages, here }: PageOptions): string {
  const links = pages.map(([href, name]) => {
    const current = href === here ? ' aria-current="page"' : "";
    // notebooks by their number: their titles would fill the screen
    const [, number] = /^(\d+) /.exec(name) ?? [];
    const shown = number === undefined ? "" : ` aria-label="${escapeHtml(name)}" title="${escapeHtml(name)}"`;
    return `<li><a href="${escapeHtml(href)}"${current}${shown}>${escapeHtml(number ?? name)}</a></li>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="site.css">
${scripts.map((src) => `<script src="${escapeHtml(src)}" defer></script>\n`).join("")}</head>
<body>
<a class="skip" href="#content">Skip to content 跳至正文</a>
<nav aria-label="Pages 页面"><ul>
${links.join("\n")}
</ul></nav>
<main id="content" tabindex="-1">
${body}
</main>
</body>
</html>
`;
}

/** Address of a notebook's page: what a file's name may hold and an address may not is escaped. */
export function pageAddress(notebook: string): string {
  return `${encodeURIComponent(notebook)}.html`;
}

/** A table that scrolls sideways on a narrow screen instead of widening the page, reachable by keyboard. */
export function scrollingTable(table: string, label: string): string {
  return `<div class="scroll" role="region" aria-label="${escapeHtml(label)}" tabindex="0">${table}</div>`;
}
