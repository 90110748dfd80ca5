// The README: its example prints what it says, and the Chinese page says the same (links and commands: pages.test.ts).
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map((m) => m[1]!);

test("the example of the README prints what stands below it", () => {
  const file = join("test", `readme-example.${process.pid}.tmp.mjs`);
  writeFileSync(file, blocks("js")[0]!);
  try {
    expect(execFileSync(process.execPath, [file], { encoding: "utf8" })).toBe(blocks("text")[0]);
  } finally {
    rmSync(file);
  }
});

describe("the Chinese page says what the English one says", () => {
  const chinese = readFileSync(join(".github", "zh", "README.md"), "utf8");
  const pages = [
    { text: readme, folder: "." },
    { text: chinese, folder: join(".github", "zh") },
  ];
  /** What a page has of something, in order; both pages must have the same. */
  const both = (of: (text: string, folder: string) => unknown[]): unknown[][] =>
    pages.map(({ text, folder }) => of(text, folder));
  const linksOf = (text: string, folder: string): string[] =>
    [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = ""]) =>
      /^https?:/.test(link) ? link : relative(".", join(folder, link)),
    );

  test("headings of the same rank in the same order, blocks of code but for their comments", () => {
    const [en, zh] = both((text) => [...text.matchAll(/^(#+) /gm)].map((m) => m[1]));
    expect(zh).toEqual(en);
    const [code, same] = both((text) =>
      [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map((m) => [m[1], m[2]!.replace(/ \/\/ .*/g, "")]),
    );
    expect(code!.length).toBeGreaterThan(5);
    expect(same).toEqual(code);
  });

  test("the same pictures and links", () => {
    const own = ["README.md", join(".github", "zh", "README.md")];
    const [en, zh] = both((text, folder) =>
      linksOf(text, folder)
        .filter((link) => !own.includes(link))
        .sort(),
    );
    expect(en!.some((link) => String(link).endsWith(".png"))).toBe(true);
    expect(zh).toEqual(en);
    expect(linksOf(readme, ".")).toContain(own[1]);
    expect(linksOf(chinese, join(".github", "zh"))).toContain(own[0]);
  });

  test("the same commands in the text, and the same numbers in the tables", () => {
    const [commands, given] = both((text) =>
      [...new Set([...text.matchAll(/`(np[mx] [^`]+)`/g)].map((m) => m[1]))].sort(),
    );
    expect(given).toEqual(commands);
    const rows = (text: string): string[] => text.split("\n").filter((line) => /^\|.*\d/.test(line));
    const [numbers, same] = both((text) => rows(text).map((row) => row.match(/\d+(?:\.\d+)?/g)?.join(" ")));
    expect(numbers!.length).toBeGreaterThan(15);
    expect(same).toEqual(numbers);
  });
});
