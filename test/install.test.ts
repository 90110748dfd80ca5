// `npm ci --ignore-scripts` in a clean folder is enough to build, to run a command and to run a notebook. Takes minutes and
// asks the registry (or npm's cache): only with GUIZHANG_LONG=1. `.ci/run` installs in the same way before everything else.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const TEN_MINUTES = 600_000;
const base = mkdtempSync(join(tmpdir(), "guizhang-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const run = (cwd: string, command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });

test("CI installs without scripts, so that this is seen at every run", () => {
  expect(readFileSync(".ci/run", "utf8").match(/^npm (?:ci|install|i)\b.*$/gm)).toEqual([
    "npm ci --ignore-scripts",
  ]);
});

test.skipIf(!process.env.GUIZHANG_LONG)(
  "a clean folder: install without scripts, build, a command, a notebook with its figures",
  { timeout: TEN_MINUTES },
  () => {
    const clone = join(base, "规章 copy");
    const { stdout } = run(".", "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
    for (const name of stdout.split("\0").filter((name) => name !== "" && existsSync(name)))
      cpSync(name, join(clone, name));
    const steps = [
      run(clone, "npm", "ci", "--ignore-scripts", "--prefer-offline"),
      run(clone, "npm", "run", "build"),
      run(
        clone,
        process.execPath,
        "src/cli/guizhang.mjs",
        "consequences",
        "data/teaching",
        "--format",
        "csv",
      ),
      run(clone, process.execPath, "src/cli/guizhang.mjs", "reproduce", "--only", "01-corpus", "--no-cache"),
    ];
    expect(steps.map(({ status, stderr }) => (status === 0 ? 0 : stderr))).toEqual([0, 0, 0, 0]);
    expect(steps[2]!.stdout.split("\n").length).toBeGreaterThan(50);
    expect(steps[3]!.stdout + steps[3]!.stderr).toMatch(/01-corpus/);
  },
);
