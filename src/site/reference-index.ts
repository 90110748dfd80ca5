import { markdownHtml } from "./markdown.js";
import type { ReferencePage } from "./reference-pages.js";

/** A heading, a question or a row of the reference, as the search finds it. */
export interface ReferenceEntry {
  /** page and place in it */
  readonly href: string;
  /** name of the page */
  readonly page: string;
  /** heading, question, or first cell of the row */
  readonly name: string;
  /** plain text below the heading, or the further cells of the row */
  readonly text: string;
}

/** What a page of the reference consists of: headings and questions (bold at the start), rows of tables, and text between them. */
const PIECE =
  /(?:<h[1-6]>|<p><strong>)(?<heading>.*?)<\/(?:h[1-6]|strong)>|<tr><td>(?<first>.*?)<\/td>(?<further>.*?)<\/tr>|<thead>.*?<\/thead>|<[^>]*>|[^<]+/gs;

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

/**
 * A page of the reference as HTML with a place to link to at every heading and every row of a table, and what stands there.
 *
 * @returns `html`, and `entries` in the order of the page
 * @example
 * const page = { href: "a.html", name: "A", markdown: "## Fine\n\nMoney.\n" };
 * indexedPage(page).entries // [{ href: "a.html#fine", page: "A", name: "Fine", text: "Money." }]
 */
export function indexedPage({ href, name: page, markdown }: ReferencePage): {
  html: string;
  entries: ReferenceEntry[];
} {
  const taken = new Map<string, number>();
  const entries: { href: string; page: string; name: string; text: string }[] = [];
  let section: (typeof entries)[number] | null = null;
  const add = (name: string, text: string): { id: string; entry: (typeof entries)[number] } => {
    const id = place(name, taken);
    const entry = { href: `${href}#${id}`, page, name, text };
    entries.push(entry);
    return { id, entry };
  };
  const html = markdownHtml(markdown).replace(PIECE, (piece: string, ...rest: unknown[]) => {
    const { heading, first, further } = rest.at(-1) as Record<string, string | undefined>;
    if (heading !== undefined) {
      const { id, entry } = add(plain(heading), "");
      section = entry;
      return piece.replace(">", ` id="${id}">`);
    }
    if (first !== undefined)
      return piece.replace(">", ` id="${add(plain(first), plain(further!.replaceAll("</td>", " "))).id}">`);
    if (section !== null && !piece.startsWith("<thead")) section.text += piece.startsWith("<") ? "" : piece;
    return piece;
  });
  return { html, entries: entries.map((entry) => ({ ...entry, text: plain(entry.text) })) };
}

/** A name as a place in a page, each given once. */
function place(name: string, taken: Map<string, number>): string {
  const stem =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_]+/gu, "-")
      .replace(/^-|-$/g, "") || "entry";
  const times = (taken.get(stem) ?? 0) + 1;
  taken.set(stem, times);
  return times === 1 ? stem : `${stem}--${times}`;
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!)
    .replace(/\s+/g, " ")
    .trim();
}
