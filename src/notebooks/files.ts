import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, sep } from "node:path";
import { sha256 } from "../corpus/provenance.js";

/** Names of a folder's files with an ending, without it, sorted; empty when there is no folder. */
export function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith("."))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** sha256 of the compiled library: names and bytes of everything that runs. */
export function libraryHash(dist: string): string {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => /\.(js|cjs|d\.ts)$/.test(name))
    .sort();
  return sha256(files.map((name) => `${name}\0${sha256(readFileSync(join(dist, name)))}\n`).join(""));
}

/**
 * The project's input files among those that a run read: what lies under `data/`. Of a folder that was listed, the
 * names of its files count.
 *
 * @returns path relative to the project, with `/`, to sha256
 */
export function inputHashes(root: string, read: readonly string[]): Readonly<Record<string, string>> {
  const names = read
    .map((path) => relative(root, path).split(sep).join("/"))
    .filter((name) => /^data(\/|$)/.test(name))
    .sort();
  const entries = [...new Set(names)].flatMap((name) => {
    const path = join(root, name);
    if (!existsSync(path)) return [];
    const content = statSync(path).isDirectory() ? readdirSync(path).sort().join("\n") : readFileSync(path);
    return [[name, sha256(content)] as const];
  });
  return Object.fromEntries(entries);
}

/** Does the work of many names on all processors, and hands the results on in the order of names. */
export async function inOrder<T>(
  names: readonly string[],
  work: (name: string) => Promise<T>,
  done: (result: T) => void,
) {
  const results = new Map<number, T>();
  let next = 0;
  let handed = 0;
  const worker = async () => {
    while (next < names.length) {
      const i = next++;
      results.set(i, await work(names[i]!));
      for (; results.has(handed); handed++) {
        done(results.get(handed)!);
        results.delete(handed);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(names.length, availableParallelism()) }, worker));
}
