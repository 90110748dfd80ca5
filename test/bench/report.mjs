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

/** Runs the work and prints its time by the clock and by the processor, both of the process so far, and its peak memory. */
export function report(work) {
  const processor = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
  const [began, used] = [performance.now(), processor()];
  const check = work();
  const [ms, cpu] = [performance.now() - began, processor() - used];
  const mib = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ms, cpu, whole: processor(), mib, check }));
}
