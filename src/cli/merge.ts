import { finishedShards } from "../shards/finished.js";
import { mergeShards } from "../shards/merge.js";
import { planShards } from "../shards/plan.js";
import { TABLE_FORMATS } from "../shards/tables.js";
import { oneOf, readArguments } from "./arguments.js";
import { problemLine } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { formatRecords } from "./records.js";

const HELP = `usage: guizhang merge [options] DIR…

Adds up the shards that guizhang map finished in the folders DIR and writes terms, consequences, duplicates, problems and
merged.json. Near-copies of a text count once, by the longest. The sums do not depend on the order of shards and folders.

--of PATH           take the shards of these files and folders, and refuse while one is missing (repeatable)
--output FOLDER     where the tables go (default: the first DIR)
--format jsonl|csv|parquet   default jsonl
--keep-duplicates   count every copy of a text
`;

/** `guizhang merge [--of PATH] [--output FOLDER] [--format jsonl|csv|parquet] DIR…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, { of: { type: "string", multiple: true } });
  if (values.help) {
    io.stdout(HELP);
    return 0;
  }
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
