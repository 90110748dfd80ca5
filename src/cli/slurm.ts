import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { slurmScripts } from "../shards/slurm.js";
import { writeWhole } from "../whole-file.js";
import { readArguments, wholeNumber } from "./arguments.js";
import { checkApart } from "./corpus.js";
import { type Io, UsageError } from "./io.js";

const PROGRAM = fileURLToPath(new URL("../../src/cli/guizhang.mjs", import.meta.url));
/** `guizhang slurm --tasks N --output DIR [options] SHARD… [-- OPTIONS OF map]` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const { values, positionals } = readArguments("slurm", args.slice(0, end));
  if (values.output === undefined) throw new UsageError("slurm expects --output DIR, found none");
  if (values.tasks === undefined) throw new UsageError("slurm expects --tasks N, found none");
  if (positionals.length === 0) throw new UsageError("expected a file or folder, found no path");
  const output = resolve(values.output as string);
  checkApart(output, positionals);
  const scripts = slurmScripts({
    program: PROGRAM,
    output,
    paths: positionals.map((path) => resolve(path)),
    tasks: wholeNumber(values, "tasks", 1, 1),
    cpus: wholeNumber(values, "cpus", 1, 1),
    memory: (values.memory as string | undefined) ?? "2G",
    time: (values.time as string | undefined) ?? "04:00:00",
    options: withWholePaths(args.slice(end + 1)),
  });
  for (const [name, text] of Object.entries(scripts)) writeWhole(join(output, "slurm", name), text);
  io.stderr(`guizhang: bash ${join(output, "slurm", "submit.sh")}\n`);
  return 0;
}

/** The options of `map` with the files that they name as absolute paths: a job may run in another folder. */
function withWholePaths(options: readonly string[]): string[] {
  const whole = (name: string, value: string): string =>
    name === "--dictionary" && ["guizhang", "none"].includes(value) ? value : resolve(value);
  return options.map((option, i) => {
    const [, name, value] = /^(--(?:rules|lexicon|dictionary))=(.*)$/s.exec(option) ?? [];
    if (name !== undefined && value !== undefined) return `${name}=${whole(name, value)}`;
    const before = options[i - 1] ?? "";
    return ["--rules", "--lexicon", "--dictionary"].includes(before) ? whole(before, option) : option;
  });
}
