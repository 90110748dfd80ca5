import type { SourceDocument } from "../corpus/document.js";
import { type RepairOptions, repair } from "../repair/repair.js";
import { clausesOf, outlineOf } from "./outline.js";
import { partsOf } from "./parts.js";
import type { Clause, OutlineNode, StructuredDocument } from "./records.js";
import { buildTree } from "./tree.js";

/** How a document is structured. */
export interface StructureOptions {
  /** which repairs to switch off (default: none) */
  readonly repair?: RepairOptions;
}

/**
 * The structure of one file: its constituent documents, their outlines, their clauses, and the noise in it.
 *
 * Each file is structured by itself: neither other files nor their order change a record. All spans are in the text as
 * read; the repaired text with its edits is part of the result.
 *
 * @param document one file as read
 * @param options repairs to switch off
 * @returns parts in text order, the outline and the clauses of each in text order; all empty for an empty text
 */
export function structure(document: SourceDocument, options: StructureOptions = {}): StructuredDocument {
  const { repaired, noise } = repair(document, options.repair);
  const { parts } = partsOf(repaired);
  const outline: OutlineNode[] = [];
  const clauses: Clause[] = [];
  for (const { part, lines, title } of parts) {
    const tree = buildTree(repaired.text, lines, title);
    outline.push(...outlineOf(repaired, part, tree));
    clauses.push(...clausesOf(repaired, part, tree, title));
  }
  return { document, repaired, noise, parts: parts.map(({ part }) => part), outline, clauses };
}
