import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../whole-file.js";
import type { FigureHashes } from "./drawn.js";

/** What `notebooks/figures.lock.json` records. */
export interface Lock {
  /** what fixes the bytes of pictures: plotly.js, resvg, tslab and TypeScript versions, the font's sha256 */
  readonly environment: Readonly<Record<string, string>>;
  /** notebook name to the sha256 of its cells and of the input files that it read */
  readonly notebooks: Readonly<
    Record<string, { readonly cells: string; readonly inputs: Readonly<Record<string, string>> }>
  >;
  /** figure id to its notebook and hashes */
  readonly figures: Readonly<Record<string, FigureHashes & { readonly notebook: string }>>;
}

const NAME = "figures.lock.json";

/** Reads the lock file of a folder of notebooks; an empty lock when there is none. */
export function readLock(folder: string): Lock {
  const path = join(folder, NAME);
  if (!existsSync(path)) return { environment: {}, notebooks: {}, figures: {} };
  try {
    const lock = JSON.parse(readFileSync(path, "utf8")) as Partial<Lock>;
    if (lock.figures && lock.notebooks && lock.environment) return lock as Lock;
  } catch {
    // fall through to the one message
  }
  throw new TypeError(`${path} requires a lock of figures in JSON; write it again with reproduce --update`);
}

/** Writes the lock file, sorted by name. */
export function writeLock(folder: string, { environment, notebooks, figures }: Lock): void {
  const byName = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.keys(record)
        .sort()
        .map((key) => [key, record[key]]),
    );
  const sorted = {
    environment: byName(environment),
    notebooks: byName(notebooks),
    figures: byName(figures),
  };
  writeWhole(join(folder, NAME), `${JSON.stringify(sorted, null, 2)}\n`);
}
