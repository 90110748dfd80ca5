import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { sha256 } from "../corpus/provenance.js";
import { loadRules } from "../provisions/load-rules.js";
import type { MappedShard } from "../shards/map-shard.js";
import { type FailedShard, mapShards, type Progress } from "../shards/map-shards.js";
import { planShards, type Shard } from "../shards/plan.js";
import type { MapSettings } from "../shards/settings.js";
import { TABLE_FORMATS } from "../shards/tables.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import { checkApart, problemLine, rowOptionsOf } from "./corpus.js";
import { type Io, reportError, UsageError } from "./io.js";
import { formatRecords } from "./records.js";
import { lexiconOf, segmenterOptionsOf, selectionOf } from "./term-corpus.js";

/** `guizhang map [options] --output DIR SHARD…`; exit 1 where a shard or the whole run could not be finished, 2 where a file or row could not be read. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("map", args);
  const output = values.output as string | undefined;
  if (output === undefined) throw new UsageError("map expects --output DIR, found none");
  if (positionals.length === 0) throw new UsageError("expected a file or folder, found no path");
  checkApart(output, positionals);
  const format = oneOf(values, "format", TABLE_FORMATS, "jsonl");
  const workers = wholeNumber(values, "workers", availableParallelism(), 1);
  const overlays = (values.rules ?? []) as string[];
  if (overlays.length > 0) loadRules(overlays); // its examples must hold
  const settings: MapSettings = {
    columns: rowOptionsOf(values),
    segmenter: segmenterOptionsOf({ engine: "trie", ...values }),
    lexicon: lexiconOf(values),
    selection: selectionOf(values),
    overlays,
    overlays_sha256: overlays.map((path) => sha256(readFileSync(path))),
    copies: values["keep-duplicates"] !== true,
    records: values.records === true ? format : null,
  };
  const plan = planShards(positionals);
  for (const problem of plan.problems) io.stderr(problemLine(problem));
  const shards = tasked(plan.shards, values.task as string | undefined);
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const stop = io.terminal ? showProgress : () => () => {};
  let end = (): void => {};
  let results: (MappedShard | FailedShard)[];
  try {
    results = await mapShards(shards, output, settings, {
      workers,
      signal: interrupt.signal,
      onStart: (progress) => {
        end = stop(progress, io);
      },
    });
  } catch (error) {
    reportError(error, io, values.debug === true);
    return 1; // 2 would say that all else is done
  } finally {
    end();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
  for (const result of results)
    if (result.status === "failed" && !interrupt.signal.aborted)
      io.stderr(`guizhang: ${result.shard}: ${result.message}\n`);
  const finished = results.flatMap((result) => (result.status === "failed" ? [] : [result]));
  const rows = finished.map(({ shard, status, documents, parts, tokens, records, errors, warnings }) => ({
    ...{ shard, status, documents, parts, tokens, records, errors, warnings },
  }));
  io.stdout(formatRecords(rows, io.terminal ? "table" : "ndjson"));
  const errors = finished.reduce((sum, result) => sum + result.errors, 0);
  const done = finished.filter(({ status }) => status === "done").length;
  io.stderr(
    `guizhang: ${shards.length} shards: ${done} counted, ${finished.length - done} found finished, ${shards.length - finished.length} not finished; ${errors} files or rows could not be read\n`,
  );
  if (finished.length < shards.length) return interrupt.signal.aborted ? 130 : 1;
  return errors > 0 || plan.problems.some(({ severity }) => severity === "error") ? 2 : 0;
}

/** The shards of one task of an array job, `I/N`. */
function tasked(shards: readonly Shard[], task: string | undefined): readonly Shard[] {
  if (task === undefined) return shards;
  const [, i, n] = /^(\d+)\/(\d+)$/.exec(task) ?? [];
  if (i === undefined || n === undefined || Number(i) >= Number(n)) {
    throw new UsageError(`--task expects I/N with I from 0 to N-1, found ${task}`);
  }
  return shards.filter((_, number) => number % Number(n) === Number(i));
}

/** Rewrites one line of the terminal twice a second; returns the function that ends it. */
function showProgress(progress: () => Progress, io: Io): () => void {
  const began = performance.now();
  const timer = setInterval(() => {
    io.stderr(`\r\x1b[K${progressLine(progress(), (performance.now() - began) / 1000)}`);
  }, 500);
  return () => {
    clearInterval(timer);
    io.stderr("\r\x1b[K");
  };
}

/** How far a run is after so many seconds, its rate, and what is left at the rate of the finished shards. */
export function progressLine(
  { shards, all_shards, bytes, all_bytes, documents, characters }: Progress,
  seconds: number,
): string {
  const rate = `${(documents / seconds).toFixed(0)} documents/s, ${(characters / seconds / 1e6).toFixed(2)} M characters/s`;
  const left = bytes > 0 ? `${clock((seconds * (all_bytes - bytes)) / bytes)} left` : "";
  return [`${shards} of ${all_shards} shards`, `${documents} documents`, rate, left]
    .filter(Boolean)
    .join(", ");
}

function clock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return h > 0 ? `${h} h ${m} min` : m > 0 ? `${m} min ${s} s` : `${s} s`;
}
