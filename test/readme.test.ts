// What the README promises: its links lead somewhere, its commands exist, its example prints what it says.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/cli/commands.js";

const PAGES = [
  "README.md",
  "data/README.md",
  "data/teaching.md",
  ".github/CONTRIBUTING.md",
  ".github/CLUSTER.md",
];
const readme = readFileSync("README.md", "utf8");
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map((m) => m[1]!);

test.each(PAGES)("every relative link of %s leads to a file", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(
    (m) => m[1]!,
  );
  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

test("every command that the README names exists", () => {
  const shell = blocks("sh").join("\n");
  const named = [...readme.matchAll(/npx guizhang ([a-z-]+)/g)]
    .map((m) => m[1]!)
    .filter((n) => n !== "--help");
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !Object.hasOwn(COMMANDS, name))).toEqual([]);
  const scripts = JSON.parse(readFileSync("package.json", "utf8")).scripts as Record<string, string>;
  const run = [...`${shell}${readme}`.matchAll(/npm run ([a-z]+)/g)].map((m) => m[1]!);
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
});

test("the example of the README prints what stands below it", () => {
  const file = join("test", `readme-example.${process.pid}.tmp.mjs`);
  writeFileSync(file, blocks("js")[0]!);
  try {
    expect(execFileSync(process.execPath, [file], { encoding: "utf8" })).toBe(blocks("text")[0]);
  } finally {
    rmSync(file);
  }
});
