import type { SourceDocument } from "../corpus/document.js";
import { authorName, parseCitation } from "./citation.js";
import type { MadeWith } from "./study.js";

/** Signs that TeX reads as its own. */
const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/**
 * The software and each text as BibTeX: an `@software` entry with the fingerprints of rules and segmenter, then an `@misc` entry a
 * text with the name, size and sha256 of its file, and title, issuer, date and url where they are known. No text of the sources.
 *
 * @param citation content of `CITATION.cff`
 * @param made_with what read the texts
 * @param documents as read
 * @returns entries with keys `guizhang` and `text-` with the first 12 digits of the sha256 (a text that stands there again: and its number)
 * @see Citation File Format 1.2, https://citation-file-format.github.io/
 */
export function toBibtex(
  citation: string,
  made_with: MadeWith,
  documents: readonly SourceDocument[],
): string {
  const times = new Map<string, number>();
  const texts = documents.map(({ source, bytes, sha256, metadata = {} }) => {
    const stem = `text-${sha256.slice(0, 12)}`;
    const time = (times.get(stem) ?? 0) + 1;
    times.set(stem, time);
    const { title, issuer, date, url } = metadata;
    return entry("misc", time === 1 ? stem : `${stem}-${time}`, {
      author: braced(issuer),
      title: escaped(title ?? source),
      date: escaped(date),
      year: /^\d{4}(?!\d)/.exec(String(date ?? ""))?.[0] ?? null,
      url: typeof url === "string" ? url.replace(/[{}\s]/g, encodeURIComponent) : null,
      howpublished: escaped(`file ${source}, ${bytes} bytes`),
      note: `sha256 ${sha256}`,
    });
  });
  return [softwareEntry(citation, made_with), ...texts].join("\n");
}

function softwareEntry(citation: string, made_with: MadeWith): string {
  const cff = parseCitation(citation);
  return entry("software", "guizhang", {
    author: cff.authors.map((author) => braced(authorName(author))).join(" and "),
    title: escaped(cff.title),
    version: escaped(cff.version),
    year: cff["date-released"].slice(0, 4),
    license: escaped(cff.license),
    note: escaped(`rules ${made_with.rules}, segmenter ${made_with.segmenter}`),
  });
}

function entry(type: string, key: string, fields: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries(fields).filter(([, value]) => value !== null);
  return `@${type}{${key},\n${lines.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}

/** A name that is not to be taken apart into first and last. */
function braced(value: unknown): string | null {
  const name = escaped(value);
  return name === null ? null : `{${name}}`;
}

function escaped(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  return String(value)
    .replace(/\s+/g, " ")
    .replace(/[\\~^{}%#&$_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}
