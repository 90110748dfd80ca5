import type { SourceDocument } from "../corpus/document.js";
import { consequences } from "../provisions/consequences.js";
import type { Consequence } from "../provisions/records.js";
import type { RuleSet } from "../provisions/rule-types.js";
import type { StructuredDocument } from "../structure/records.js";
import { audit } from "../targets/audit.js";
import type { ClaimRecord } from "../targets/claims.js";
import { scorecards } from "../targets/scorecards.js";
import { targets } from "../targets/targets.js";
import type { Segmenter } from "../terms/segmenter.js";
import { selectTerms } from "../terms/selection.js";
import { tokensByPart } from "../terms/tokens.js";
import { neighbourCounts, placesOf, type TrackedTerm } from "../terms/tracked.js";
import type { TableName } from "./schema.js";
import type { PartRow, SourceRow, Study, TermCountRow } from "./study.js";

/** What one document adds to the tables of a Study by itself: plain rows, whatever other documents there are. */
export type DocumentTables = Pick<
  Study,
  "sources" | "terms" | "term_places" | "neighbours" | "consequences" | "targets" | "claims" | "scorecards"
> & {
  /** parts without what other documents decide */
  readonly parts: readonly Omit<PartRow, "cluster" | "weight">[];
};

/** What is made of a document, and how. */
export interface DocumentOptions {
  readonly segmenter: Segmenter;
  readonly tracked: readonly TrackedTerm[];
  /** rules for consequences; default those of the package */
  readonly rules?: RuleSet;
  /** tables to fill; sources and parts are always filled, the others stay empty where they are not named */
  readonly tables: ReadonlySet<TableName>;
}

/**
 * The rows that a document adds to the tables of a Study, from its own text alone.
 *
 * @param structured the document with its parts
 * @param options segmenter, tracked terms and tables
 * @returns rows by table; of the neighbours all, however rare
 */
export function documentTables(
  structured: StructuredDocument,
  { segmenter, tracked, tables, rules }: DocumentOptions,
): DocumentTables {
  const byPart = tokensByPart(structured, segmenter);
  const words = byPart.map(({ tokens }) => selectTerms(tokens));
  const rows = <T>(table: TableName, make: () => T[]): T[] => (tables.has(table) ? make() : []);
  const found =
    tables.has("consequences") || tables.has("scorecards")
      ? consequences(structured, rules && { rules })
      : [];
  return {
    sources: [sourceRow(structured.document)],
    parts: structured.parts.map((part, i) => ({
      ...part,
      heading: part.heading && shortened(part.heading),
      clauses: structured.clauses.filter((clause) => clause.part === part.part).length,
      tokens: words[i]!.length,
    })),
    terms: rows("terms", () => structured.parts.flatMap((part, i) => termCounts(part, words[i]!))),
    term_places: rows("term_places", () =>
      byPart.flatMap(({ source, part, tokens }) => placesOf(source, part, tokens, tracked)),
    ),
    neighbours: rows("neighbours", () =>
      neighbourCounts(
        structured,
        byPart.flatMap(({ tokens }) => tokens),
        tracked.filter(({ role }) => role === "node"),
      ),
    ),
    consequences: rows("consequences", () => found.map(withoutSentences)),
    targets: rows("targets", () => targets(structured)),
    claims: rows("claims", () => audit(structured).map(withoutLists)),
    scorecards: rows("scorecards", () => scorecards(structured, found)),
  };
}

function sourceRow({ source, bytes, sha256, encoding, text }: SourceDocument): SourceRow {
  return { source, bytes, sha256, encoding, characters: text.length };
}

/** Most characters of a printed expression that a Study holds: facts of a source may be passed on, its sentences may not. */
const LONGEST = 16;

/** A consequence whose printed expressions are short enough to pass on; their spans say where the rest stands. */
function withoutSentences(record: Consequence): Consequence {
  return {
    ...record,
    cue: shortened(record.cue),
    tier: record.tier && shortened(record.tier),
    authority: record.authority && shortened(record.authority),
    why: record.why.map((step) => ({ ...step, text: shortened(step.text) })),
  };
}

/** A claim whose listed items are too short and too few to give a sentence back. */
function withoutLists(claim: ClaimRecord): ClaimRecord {
  const operands = claim.operands
    .slice(0, 40)
    .map((o) => (typeof o === "string" ? Array.from(o).slice(0, 4).join("") : o));
  const words = operands.filter((o) => typeof o === "string");
  return { ...claim, operands: words.length > 3 ? [...operands.slice(0, 3), "…"] : operands };
}

/** A printed expression without line breaks, its end as … where it is too long. */
function shortened(printed: string): string {
  const characters = Array.from(printed.replace(/\s+/g, ""));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : characters.join("");
}

function termCounts(
  { source, part }: { readonly source: string; readonly part: string },
  words: readonly string[],
): TermCountRow[] {
  const counts = new Map<string, number>();
  for (const term of words) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rows = [...counts].map(([term, count]) => ({ source, part, term, count }));
  return rows.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
}
