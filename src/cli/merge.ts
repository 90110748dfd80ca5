import { finishedShards } from "../shards/finished.js";
import { mergeShards } from "../shards/merge.js";
import { planShards } from "../shards/plan.js";
import { TABLE_FORMATS } from "../shards/tables.js";
import { oneOf, readArguments } from "./arguments.js";
import { problemLine } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { formatRecords } from "./records.js";

/** `guizhang merge [--of PATH] [--output FOLDER] [--format jsonl|csv|parquet] DIR…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("merge", args);
  const [first] = positionals;
  if (first === undefined)
    throw new UsageError("merge expects the folder that guizhang map wrote to, found none");
  const format = oneOf(values, "format", TABLE_FORMATS, "jsonl");
  const of = values.of as string[] | undefined;
  const plan = of && planShards(of);
  for (const problem of plan?.problems ?? []) io.stderr(problemLine(problem));
  const unread = plan?.problems.find(({ severity }) => severity === "error");
  if (unread) throw new UsageError(`merge expects every --of path to be there and readable: ${unread.path}`);
  const shards = finishedShards(positionals, plan?.shards);
  const output = (values.output as string | undefined) ?? first;
  const merged = await mergeShards(shards, { output, format, copies: values["keep-duplicates"] !== true });
  const { made_with, ...sums } = merged;
  io.stdout(formatRecords([{ ...sums, ...made_with }], io.terminal ? "table" : "ndjson"));
  return 0;
}
