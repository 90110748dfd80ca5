import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isAlive } from "../whole-file.js";
import type { MadeWith } from "./settings.js";

/** What a finished shard says about itself (`about.json`); the same whatever the machine, the folder and the moment. */
export interface AboutShard {
  readonly shard: string;
  /** the files that were read, with the sha256 of their bytes */
  readonly files: readonly { readonly source: string; readonly sha256: string }[];
  readonly made_with: MadeWith;
  readonly documents: number;
  readonly parts: number;
  readonly characters: number;
  readonly tokens: number;
  readonly types: number;
  /** consequences */
  readonly records: number;
  /** files and rows that gave no document */
  readonly errors: number;
  readonly warnings: number;
}

/** Where the results of finished shards lie. */
export function shardsFolder(output: string): string {
  return join(output, "shards");
}

/** What a finished shard says about itself, null where it is not finished. */
export function readAbout(folder: string): AboutShard | null {
  const path = join(folder, "about.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as AboutShard) : null;
}

/**
 * A folder to work in, of this process alone, beside the folder of finished shards.
 *
 * @param output the folder of all results
 * @param folder name of the shard's folder
 * @returns its path, empty
 */
export function workFolder(output: string, folder: string): string {
  const path = join(output, "unfinished", `${folder}@${hostname()}@${process.pid}`);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/**
 * Moves a work folder to its place among the finished shards: the shard is there whole or not at all.
 *
 * Where another attempt at the same shard finishes at the same moment, one of the two stays: they are equal.
 */
export function finish(work: string, output: string, folder: string): void {
  const place = join(shardsFolder(output), folder);
  mkdirSync(shardsFolder(output), { recursive: true });
  rmSync(place, { recursive: true, force: true }); // of other files or settings, or it would not be done again
  try {
    renameSync(work, place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Removes the work folders that processes of this machine left behind when they were killed.
 *
 * @param output the folder of all results
 * @param own whether those of this process go too (it is about to end)
 */
export function removeAbandoned(output: string, { own = false } = {}): void {
  const folder = join(output, "unfinished");
  for (const name of unlessGoneOrUsed(() => readdirSync(folder)) ?? []) {
    const [, host, pid] = name.split("@");
    if (host !== hostname()) continue;
    const isOwn = Number(pid) === process.pid;
    if (isOwn ? own : !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
  unlessGoneOrUsed(() => rmdirSync(folder));
}

/** Other processes that share the folder may remove it, or begin to work in it, at any moment. */
function unlessGoneOrUsed<T>(call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTEMPTY" || code === "EEXIST") return null;
    throw error;
  }
}
