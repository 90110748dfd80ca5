import { join } from "node:path";
import { partLabel } from "../duplicates/clusters.js";
import { similarity } from "../duplicates/similarity.js";
import { byCodePoint } from "../terms/matrix.js";
import type { CountedTerm } from "../terms/term-counter.js";
import { writeWhole } from "../whole-file.js";
import { type AllParts, readAllParts } from "./all-parts.js";
import { type Copies, findCopies } from "./copies.js";
import { type FinishedShard, rowsOf } from "./finished.js";
import {
  CONSEQUENCE_COUNT_COLUMNS,
  DUPLICATE_COLUMNS,
  type PartRow,
  PROBLEM_COLUMNS,
  TERM_COLUMNS,
} from "./records.js";
import { replaceTable, type TableFormat } from "./tables.js";

export interface MergeOptions {
  /** where the tables go */
  readonly output: string;
  readonly format: TableFormat;
  /** whether a text that stands there several times counts once, by the copy that is kept */
  readonly copies: boolean;
}

/** The sums of all shards (`merged.json`). */
export interface Merged {
  readonly made_with: FinishedShard["made_with"];
  readonly shards: number;
  readonly documents: number;
  readonly parts: number;
  /** parts that do not count, since another one counts for them */
  readonly copies: number;
  readonly characters: number;
  /** of the parts that count */
  readonly tokens: number;
  readonly types: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
}

interface CodeCount {
  records: number;
  documents: number;
}

/**
 * Adds up finished shards: `terms`, `consequences`, `duplicates`, `problems` and `merged.json`, written by rename.
 *
 * The sums are the same whatever the order of the shards, the threads and machines that counted them, and the folders
 * they lie in. Memory holds the vocabulary, a line for each pair of codes and, to find copies, 130 bytes a part.
 *
 * @param shards finished shards, see `finishedShards`
 * @param options where to, format, copies
 * @returns what `merged.json` says
 */
export async function mergeShards(
  shards: readonly FinishedShard[],
  { output, format, copies }: MergeOptions,
): Promise<Merged> {
  const all = await readAllParts(shards, copies);
  const found = findCopies(all);
  const terms = new Map<string, CountedTerm>();
  const codes = new Map<string, CodeCount>();
  const sum = { copies: 0, tokens: 0, records: 0 };
  const duplicates: DuplicateRow[] = [];
  const labels = new Map<number, string>();
  let position = 0;
  for (const [number, shard] of shards.entries()) {
    const added: CountedTerm[] = [];
    for await (const row of rowsOf<CountedTerm>(join(shard.path, "terms.jsonl"))) added.push(row);
    for (const row of added) addTerm(terms, row, 1);
    for await (const row of rowsOf<PartRow>(join(shard.path, "parts.jsonl"))) {
      const part = all.numberOf(position++);
      if (part >= 0 && found.repeated(part)) {
        duplicates.push(duplicateRow(row, part, found, all));
        if (found.kept[part] === part) labels.set(part, partLabel(row.source, row.part));
      }
      if (part < 0 || found.kept[part] === part) {
        sum.tokens += row.tokens;
        sum.records += addCodes(codes, row);
        continue;
      }
      sum.copies++;
      const own = all.terms(number, row.place);
      for (let i = 0; i < own.length; i += 2)
        addTerm(terms, { ...added[own[i]!]!, count: own[i + 1]!, documents: 1 }, -1);
    }
  }
  all.close();
  const counted = [...terms.values()].filter(({ count }) => count > 0);
  counted.sort((a, b) => b.count - a.count || byCodePoint(a.term, b.term));
  replaceTable(join(output, "terms"), TERM_COLUMNS, counted, format);
  replaceTable(join(output, "consequences"), CONSEQUENCE_COUNT_COLUMNS, codeRows(codes), format);
  const named = duplicates
    .map(({ kept, ...row }) => ({ cluster: labels.get(kept)!, ...row }))
    .sort((a, b) => byCodePoint(a.cluster, b.cluster)); // stable: within a cluster in the order of the shards
  replaceTable(join(output, "duplicates"), DUPLICATE_COLUMNS, named, format);
  const problems: object[] = [];
  for (const { path } of shards)
    for await (const row of rowsOf<object>(join(path, "problems.jsonl"))) problems.push(row);
  replaceTable(join(output, "problems"), PROBLEM_COLUMNS, problems, format);
  const total = (name: "documents" | "parts" | "characters" | "errors" | "warnings"): number =>
    shards.reduce((n, shard) => n + shard[name], 0);
  const merged: Merged = {
    made_with: shards[0]!.made_with,
    shards: shards.length,
    documents: total("documents"),
    parts: total("parts"),
    copies: sum.copies,
    characters: total("characters"),
    tokens: sum.tokens,
    types: counted.length,
    records: sum.records,
    errors: total("errors"),
    warnings: total("warnings"),
  };
  writeWhole(join(output, "merged.json"), `${JSON.stringify(merged, null, 1)}\n`);
  return merged;
}

function addTerm(
  terms: Map<string, CountedTerm>,
  { term, count, documents }: CountedTerm,
  sign: 1 | -1,
): void {
  const known = terms.get(term) ?? { term, count: 0, documents: 0 };
  terms.set(term, {
    term,
    count: known.count + sign * count,
    documents: known.documents + sign * documents,
  });
}

function addCodes(codes: Map<string, CodeCount>, { level, consequences }: PartRow): number {
  let sum = 0;
  for (const [code, records] of Object.entries(consequences)) {
    const key = `${level} ${code}`;
    const known = codes.get(key) ?? { records: 0, documents: 0 };
    codes.set(key, { records: known.records + records, documents: known.documents + 1 });
    sum += records;
  }
  return sum;
}

function* codeRows(codes: ReadonlyMap<string, CodeCount>): Generator<object> {
  for (const key of [...codes.keys()].sort()) {
    const [level, type, addressee, trigger] = key.split(" ");
    yield { level, type, addressee, trigger, ...codes.get(key) };
  }
}

type DuplicateRow = Pick<PartRow, "source" | "part" | "start" | "end"> & {
  readonly kept: number;
  readonly jaccard: number | null;
  readonly counted: boolean;
};

function duplicateRow(row: PartRow, part: number, { kept }: Copies, all: AllParts): DuplicateRow {
  const { source, part: label, start, end } = row;
  const best = kept[part]!;
  const counted = best === part;
  const jaccard = counted ? 1 : similarity(all.shingles(part), all.shingles(best)).jaccard;
  return { kept: best, source, part: label, start, end, jaccard, counted };
}
