import { parseArgs } from "node:util";
import { parsedOptions } from "./command-table.js";
import { UsageError } from "./io.js";

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/**
 * Reads the arguments of a command.
 *
 * @param command the command's name: its options stand in `data/terminal/commands.yaml`
 * @param args what follows the command's name
 * @returns option values and what is left (paths)
 * @throws UsageError on an unknown option (with the nearest known one) or a missing value
 */
export function readArguments(
  command: string,
  args: readonly string[],
): { values: Values; positionals: string[] } {
  const known = parsedOptions(command);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const name = /--([\w-]+)/.exec(message)?.[1];
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && name) {
      const near = nearest(name, Object.keys(known));
      throw new UsageError(`unknown option --${name}${near ? `, did you mean --${near}?` : ""}`);
    }
    throw new UsageError(message.split(". ")[0]!.replace(/\n.*/s, ""));
  }
}

/** A whole number option within bounds, or its default. */
export function wholeNumber(values: Values, name: string, fallback: number, least = 0): number {
  const value = values[name];
  if (value === undefined) return fallback;
  const number = Number(value);
  if (typeof value !== "string" || value.trim() === "" || !Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`--${name} expects a whole number of at least ${least}, found ${String(value)}`);
  }
  return number;
}

/** One value of a closed list, or its default. */
export function oneOf<T extends string>(values: Values, name: string, allowed: readonly T[], fallback: T): T {
  const value = values[name];
  if (value === undefined) return fallback;
  if (!allowed.includes(value as T)) {
    const near = nearest(String(value), allowed);
    throw new UsageError(
      `--${name} expects one of ${allowed.join(", ")}, found ${String(value)}${near ? `, did you mean ${near}?` : ""}`,
    );
  }
  return value as T;
}

/** The candidate within two edits of a word, nearest first, or undefined. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates.map((c) => [editDistance(word, c), c] as const);
  scored.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  const best = scored[0];
  return best && best[0] <= 2 ? best[1] : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
