import type { SourceDocument } from "../corpus/document.js";
import { byPosition, type Finding } from "../repair/finding.js";
import { WITHOUT_END } from "../repair/join-reason.js";
import { toRaw, toRepaired } from "../repair/offsets.js";
import { type RepairOptions, repair } from "../repair/repair.js";
import { gaps } from "./gaps.js";
import { clausesOf, outlineOf } from "./outline.js";
import { layoutNoise } from "./part-noise.js";
import { partsOf } from "./parts.js";
import type { Clause, OutlineNode, StructuredDocument } from "./records.js";
import { headerEnd } from "./statute.js";
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
  const site = noise.filter(({ kind }) => kind === "boilerplate");
  const layout = partsOf(repaired, site);
  const outline: OutlineNode[] = [];
  const clauses: Clause[] = [];
  const seams = noise
    .filter(({ kind, note }) => kind === "line_break_join" && note === WITHOUT_END)
    .map((join) => toRepaired(repaired, join).start);
  const garbled = noise.filter(({ kind }) => kind === "mojibake").map((run) => toRepaired(repaired, run));
  const found: Finding[] = layoutNoise(repaired.text, layout, garbled);
  for (const { part, lines, title, statute } of layout.parts) {
    const tree = buildTree(repaired.text, lines, title);
    outline.push(...outlineOf(repaired, part, tree));
    clauses.push(...clausesOf(repaired, part, tree, title));
    found.push(...gaps(repaired.text, tree, statute ? headerEnd(repaired.text) : 0, seams));
  }
  for (const { start, end, kind, note } of found) {
    noise.push({ source: document.source, ...toRaw(repaired, { start, end }), kind, note });
  }
  noise.sort(byPosition);
  const parts = layout.parts.map(({ part }) => part);
  return { document, repaired, noise, parts, outline, clauses };
}
