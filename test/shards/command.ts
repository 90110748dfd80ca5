import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const PROGRAM = join(process.cwd(), "src", "cli", "guizhang.mjs");

/** Runs the command in a process of its own: its threads need the compiled library. */
export function guizhang(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

/** The same, to be interrupted. */
export function begun(...args: string[]) {
  return spawn(process.execPath, [PROGRAM, ...args], { stdio: "ignore" });
}

/** Every file below a folder with its bytes, by its path there. */
export function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name)).toString("latin1")]));
}
