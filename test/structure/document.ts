import type { SourceDocument } from "../../src/corpus/document.js";
import type { StructuredDocument } from "../../src/structure/records.js";
import { structure } from "../../src/structure/structure.js";

/** A text as a document, for tests that need no file. */
export function documentOf(text: string, source = "a.txt"): SourceDocument {
  return { source, text, encoding: "utf-8", bytes: Buffer.byteLength(text), sha256: "" };
}

/** A text, structured. */
export const structured = (text: string): StructuredDocument => structure(documentOf(text));

/** The clauses of a text as printed, each with its path: `path text`. */
export function clauseList(text: string): string[] {
  const { clauses, repaired } = structured(text);
  return clauses.map(({ path, at }) => `${path} ${repaired.text.slice(at.start, at.end)}`.trim());
}
