import { fileURLToPath } from "node:url";
import { killKernels } from "../notebooks/kernel.js";
import { type Finding, reproduce } from "../notebooks/reproduce.js";
import { readArguments } from "./arguments.js";
import { type Io, UsageError } from "./io.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

const HELP = `usage: guizhang reproduce [--update] [--no-cache] [--only NAME] [--perturb]

Runs every notebook of notebooks/ from a clean kernel and compares each output and figure with what is committed.
Prints a line for each; exit 1 when one differs.

--update     write notebooks, figures and notebooks/figures.lock.json
--no-cache   run also what is unchanged since the last run
--only NAME  only notebooks whose name holds NAME
--perturb    as on another machine: other folder, time zone, language, clock, random numbers, no network
`;

/** `guizhang reproduce [--update] [--no-cache] [--only NAME] [--perturb]`: exit 1 on any difference. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, {
    update: { type: "boolean" },
    "no-cache": { type: "boolean" },
    only: { type: "string" },
    perturb: { type: "boolean" },
  });
  if (values.help) {
    io.stdout(HELP);
    return 0;
  }
  if (positionals.length > 0) throw new UsageError(`reproduce expects no path, found ${positionals[0]}`);
  if (values.update && values.perturb)
    throw new UsageError("reproduce expects --update or --perturb, found both");
  const stop = () => {
    killKernels();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const start = performance.now();
  const clear = io.terminal ? "\r\u001b[K" : "";
  try {
    const findings = await reproduce({
      root: ROOT,
      update: values.update === true,
      cache: values["no-cache"] !== true,
      perturb: values.perturb === true,
      ...(typeof values.only === "string" && { only: values.only }),
      ...(io.terminal && { progress: (text: string) => io.stderr(`${clear}running ${text}`) }),
      found: (finding) => {
        if (clear) io.stderr(clear);
        io.stdout(line(finding));
      },
    });
    const wrong = findings.filter(({ status }) => status === "differs" || status === "failed");
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const verdict =
      wrong.length === 0 ? (values.update ? "written" : "all equal") : `${wrong.length} not equal`;
    io.stderr(`${clear}guizhang: ${findings.length} notebooks and figures, ${verdict} (${seconds} s)\n`);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    killKernels();
  }
}

function line({ status, name, note }: Finding): string {
  return `${status.padEnd(8)} ${name}  ${note}\n`;
}
