// What a contestant prints when it is done: one line of JSON.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every nth text of a folder, in order of path. */
export function textsOf(folder, every = 1) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(txt|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files
    .sort()
    .filter((_, i) => i % every === 0)
    .map((path) => readFileSync(path, "utf8").replace(/^\ufeff/, ""));
}

/** Runs the work and prints its time, the process's peak memory, and what the results are compared by. */
export function report(work) {
  const began = performance.now();
  const check = work();
  const ms = performance.now() - began;
  console.log(JSON.stringify({ ms, mib: process.resourceUsage().maxRSS / 1024, check }));
}
