import { main } from "../../src/cli/main.js";

/** What a command line printed, and how it ended. */
export interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, away from the terminal. */
export function call(...args: string[]): Promise<Called> {
  return callWith("", ...args);
}

/** The same with something on standard input. */
export async function callWith(input: string, ...args: string[]): Promise<Called> {
  let out = "";
  let err = "";
  const status = await main(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    stdin: () => new TextEncoder().encode(input),
    terminal: false,
  });
  return { status, out, err };
}

/** Runs a command line that prints records as NDJSON. */
export async function callForRecords(
  ...args: string[]
): Promise<Called & { rows: Record<string, unknown>[] }> {
  const called = await call(...args);
  return { ...called, rows: recordsOf(called.out) };
}

/** The records that a command printed as NDJSON. */
export function recordsOf(out: string): Record<string, unknown>[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
