import { createHash } from "node:crypto";
import { createReadStream, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadProblem, SourceDocument } from "../corpus/document.js";
import type { TextFile } from "../corpus/list.js";
import { documentsOf } from "../corpus/stream.js";
import { flatten } from "../study/flatten.js";
import { TABLES } from "../study/schema.js";
import { termCounter } from "../terms/term-counter.js";
import { type CountedPart, countDocument } from "./count-document.js";
import { partWriter } from "./part-store.js";
import type { Shard } from "./plan.js";
import { type PartRow, PROBLEM_COLUMNS, TERM_COLUMNS } from "./records.js";
import type { Tools } from "./settings.js";
import { type AboutShard, finish, readAbout, shardsFolder, workFolder } from "./shard-files.js";
import { tableWriter } from "./tables.js";

/** How a shard ended: counted now, or found finished. */
export interface MappedShard extends AboutShard {
  readonly status: "done" | "kept";
}

/**
 * Counts a shard into a folder of its own, document by document, unless it is there already, of the same files and settings.
 *
 * The folder holds `about.json`, `terms.jsonl` (every term with its count, in the order of first occurrence),
 * `parts.jsonl` and `parts.bin` (each part with its consequences, shingles and terms, so that a copy can be taken out of
 * the counts when shards are merged), `problems.jsonl` and, where wanted, the consequences one by one as `records`. It is
 * written beside its place and moved there at the end.
 *
 * @param shard files
 * @param output the folder of all results
 * @param tools segmenter, rules and settings
 * @param onDocument called after each document, with its characters
 * @returns what the shard's `about.json` says
 */
export async function mapShard(
  shard: Shard,
  output: string,
  tools: Tools,
  onDocument: (characters: number) => void = () => {},
): Promise<MappedShard> {
  const stamps = shard.files.map(stampOf);
  const files: { source: string; sha256: string }[] = [];
  for (const { source, path } of shard.files) files.push({ source, sha256: await fileHash(path) });
  const known = readAbout(join(shardsFolder(output), shard.folder));
  const identity = { shard: shard.name, files, made_with: tools.made_with };
  if (known && same(known, identity)) return { ...known, status: "kept" };
  const work = workFolder(output, shard.folder);
  const writers = shardWriters(work, tools);
  for (const file of shard.files) {
    for await (const { document, problem } of documentsOf(file, tools.settings.columns)) {
      if (problem) writers.problem(file, problem);
      if (!document) continue;
      const parts = counted(document, tools);
      if (parts instanceof Error) writers.failure(document, parts);
      else writers.document(document, parts);
      onDocument(document.text.length);
    }
  }
  const changed = shard.files.find((file, i) => stampOf(file) !== stamps[i]);
  if (changed)
    throw new Error(
      `${changed.path}: expected a file that stays as it is, found it changed while it was read`,
    );
  const about: AboutShard = { ...identity, ...writers.close() };
  writeFileSync(join(work, "about.json"), `${JSON.stringify(about, null, 1)}\n`, { flush: true });
  finish(work, output, shard.folder);
  return { ...about, status: "done" };
}

/** The counts of a document, or the error that it made: one document never ends a run. */
function counted(document: SourceDocument, tools: Tools): CountedPart[] | Error {
  try {
    return countDocument(document, tools);
  } catch (error) {
    return error as Error;
  }
}

function same(known: AboutShard, identity: Pick<AboutShard, "shard" | "files" | "made_with">): boolean {
  const { shard, files, made_with } = known;
  return JSON.stringify({ shard, files, made_with }) === JSON.stringify(identity);
}

/** sha256 of a file's bytes; of one that cannot be read, the reason: it is done again when that changes. */
async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 }))
      hash.update(chunk as Uint8Array);
  } catch (error) {
    return `unreadable: ${(error as NodeJS.ErrnoException).code}`;
  }
  return hash.digest("hex");
}

/** Size and moment of the last change of a file, as the disk has them. */
function stampOf({ path }: TextFile): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeNs}` : "none";
}

/** The tables of a shard, open for writing. */
function shardWriters(work: string, { settings }: Tools) {
  const counter = termCounter();
  const store = partWriter(join(work, "parts.bin"));
  const parts = tableWriter(join(work, "parts.jsonl"), [], "jsonl");
  const problems = tableWriter(join(work, "problems.jsonl"), PROBLEM_COLUMNS, "jsonl");
  const { columns } = TABLES.consequences;
  const format = settings.records;
  const records = format && tableWriter(join(work, `records.${format}`), columns, format);
  const sums = {
    documents: 0,
    parts: 0,
    characters: 0,
    tokens: 0,
    types: 0,
    records: 0,
    errors: 0,
    warnings: 0,
  };
  return {
    problem({ source }: TextFile, { row, severity, message }: Omit<ReadProblem, "path">): void {
      problems.add({ source, row: row ?? null, severity, message });
      if (severity === "error") sums.errors++;
      else sums.warnings++;
    },
    failure({ source }: SourceDocument, { message }: Error): void {
      problems.add({ source, row: null, severity: "error", message: `could not be analysed: ${message}` });
      sums.errors++;
    },
    document({ source, text, metadata }: SourceDocument, found: readonly CountedPart[]): void {
      sums.documents++;
      sums.characters += text.length;
      for (const { part, terms, consequences, size, noise, shingles } of found) {
        const { part: label, start, end, genre, level, year, year_reliable } = part;
        const place = store.add(shingles, counter.add(terms));
        const codes: Record<string, number> = {};
        for (const { type, addressee, trigger } of consequences) {
          const code = `${type} ${addressee} ${trigger}`;
          codes[code] = (codes[code] ?? 0) + 1;
        }
        const row: PartRow = {
          ...{ source, part: label, start, end, genre, level, year, year_reliable },
          ...{ size, noise, tokens: terms.length, consequences: codes, place },
          ...(metadata && { metadata }),
        };
        parts.add(row);
        sums.parts++;
        sums.records += consequences.length;
        for (const record of consequences)
          records?.add(format === "jsonl" ? record : flatten(record, columns));
      }
    },
    close() {
      const terms = tableWriter(join(work, "terms.jsonl"), TERM_COLUMNS, "jsonl");
      for (const term of counter.numbered()) terms.add(term);
      for (const writer of [store, parts, problems, records, terms]) writer?.close();
      return { ...sums, tokens: counter.tokens(), types: counter.types() };
    },
  };
}
