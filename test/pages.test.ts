// Every page of the project: its links lead somewhere, the commands that it names exist, and every block of code is run or checked.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// the compiled library: threads start from a compiled file
import { main } from "../dist/cli/main.js";
import { parsedOptions } from "../src/cli/command-table.js";
import { COMMANDS } from "../src/cli/commands.js";

const project = process.cwd();
const PAGES = execFileSync("git", ["ls-files", "-z", "*.md"], { encoding: "utf8" })
  .split("\0")
  .filter(Boolean);
const textOf = (page: string): string => readFileSync(join(project, page), "utf8");
const scripts = JSON.parse(readFileSync("package.json", "utf8")).scripts as Record<string, string>;

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}
const BLOCKS: readonly Block[] = PAGES.flatMap((page) =>
  [...textOf(page).matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].map(([, language = "", text = ""]) => ({
    page,
    language,
    text,
  })),
);
/** Blocks of a language by page, in order. */
const byPage = (language: string): [string, string[]][] =>
  PAGES.map((page): [string, string[]] => [
    page,
    BLOCKS.filter((block) => block.page === page && block.language === language).map(({ text }) => text),
  ]).filter(([, blocks]) => blocks.length > 0);

/** Who runs the blocks of a language. */
const RUN_BY: Readonly<Record<string, RegExp>> = {
  sh: /./, // below, line by line
  xml: /./,
  r: /./,
  python: /./,
  // test/readme.test.ts: the example and what it prints; test/exports: how to cite
  js: /^README\.md$|zh\/README\.md$|^notebooks\/seminar\/solutions\//, // solutions: test/seminar
  text: /^README\.md$|zh\/README\.md$/,
  bibtex: /^README\.md$|zh\/README\.md$/,
  ts: /^notebooks\/README\.md$/, // below
};

test("no block of code is in a language that no test runs", () => {
  expect(BLOCKS.length).toBeGreaterThan(30);
  expect(BLOCKS.filter(({ language, page }) => !RUN_BY[language]?.test(page))).toEqual([]);
});

test.each(PAGES)("every relative link of %s leads to a file", (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map((m) => m[1]!);
  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

test("every command and script that a page names exists", () => {
  const named = PAGES.flatMap((page) =>
    [...textOf(page).matchAll(/[`\s](?:npx )?guizhang ([a-z]+(?:-[a-z]+)*)(?=[ `\n])[^`\n]*/g)]
      .filter(([whole]) => whole.startsWith("`") || whole.includes("npx"))
      .map((m) => `${page}: ${m[1]}`),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !Object.hasOwn(COMMANDS, name.split(": ")[1]!))).toEqual([]);
  const run = PAGES.flatMap((page) =>
    [...textOf(page).matchAll(/npm run ([a-z]+)/g)].map((m) => `${page}: ${m[1]}`),
  );
  expect(run.filter((name) => !(name.split(": ")[1]! in scripts))).toEqual([]);
});

/** Commands that take minutes, open a window or write into the project: their words are checked here, a test of their own runs them. */
const ELSEWHERE = ["new", "reproduce", "site", "lab"];
/** What the pages call the reader's own folders, and where such texts are. */
const PLACES: Readonly<Record<string, string | undefined>> = {
  ORIGINALS: process.env.GUIZHANG_CORPUS,
  STATUTES: process.env.GUIZHANG_STATUTES,
};

describe.sequential("blocks of code, in an empty folder with texts of one's own", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "我的 pages-"));
    for (const name of ["data", "notebooks"]) symlinkSync(resolve(name), join(folder, name), "junction");
    for (const name of ["my-texts", "shards", "shared/shards"])
      cpSync(join("data", "teaching"), join(folder, name), { recursive: true });
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(project);
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(byPage("sh"))("%s", (_, blocks) => {
    for (const line of blocks.flatMap((block) => block.trim().split("\n"))) {
      const words = line.replace(/ +# .*/, "").split(" ");
      const missing = words.some((word) => word in PLACES && !PLACES[word]);
      test.skipIf(missing)(
        line,
        async () => {
          for (const step of words.join(" ").split(" && ")) await runStep(step.split(" "));
        },
        300_000,
      );
    }
  });

  test.each(byPage("ts"))("TypeScript of %s shows what it says", (_, blocks) => {
    // beside the installed package, from which it imports
    const file = join(project, "test", `page.${process.pid}.tmp.mjs`);
    try {
      for (const block of blocks) {
        writeFileSync(file, block);
        const out = execFileSync(process.execPath, [file], { encoding: "utf8" });
        for (const [, id] of block.matchAll(/figure\(\s*"([^"]+)"/g))
          expect(out).toContain(`figure ${id}, sha256 `);
      }
    } finally {
      rmSync(file, { force: true });
    }
  });

  test.each(byPage("xml"))("XML of %s is well formed", (_, blocks) => {
    const { DOMParser } = new JSDOM("").window;
    for (const block of blocks)
      expect(new DOMParser().parseFromString(block, "application/xml").querySelector("parsererror")).toBe(
        null,
      );
  });

  // the tables that they read were written by the lines of the same page
  const [r, python] = [byPage("r"), byPage("python")];
  test.skipIf(!answers("Rscript", "-e", "library(tidytext)"))("R reads the tables", () => {
    expect(r.length).toBeGreaterThan(0);
    for (const [, blocks] of r)
      for (const block of blocks) {
        const env = { ...process.env, LC_ALL: "C.UTF-8" };
        const code = `suppressPackageStartupMessages({\n${block}})\ncat(dim(matrix), nrow(weights))`;
        const [documents, terms, rows] = execFileSync("Rscript", ["-e", code], { encoding: "utf8", env })
          .split(" ")
          .map(Number);
        expect([documents, terms, rows]).toEqual(sizes());
      }
  });
  const interpreter = ["python3", "/usr/bin/python3"].find((name) => answers(name, "-c", "import pandas"));
  test.skipIf(!interpreter)("pandas reads the tables", () => {
    expect(python.length).toBeGreaterThan(0);
    for (const [, blocks] of python)
      for (const block of blocks) {
        const code = `${block}\nprint(*matrix.shape, len(terms))`;
        const out = execFileSync(interpreter!, ["-c", code], { encoding: "utf8" });
        expect(out.trim().split(" ").map(Number)).toEqual(sizes());
      }
  });

  /** Documents, terms and rows of the table of terms. */
  function sizes(): number[] {
    const rows = readFileSync(join(folder, "tables", "terms.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    const cells = rows.map((row) => row.split(","));
    const different = (...columns: number[]) =>
      new Set(cells.map((row) => columns.map((i) => row[i]).join())).size;
    return [different(0, 1), different(2), rows.length];
  }
});

function answers(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** One command of a block of shell: run, or its words checked where a test of its own runs it. */
async function runStep(step: readonly string[]): Promise<void> {
  const [program, ...words] = step.map((word) => PLACES[word] ?? word.replace(/^\/shared\//, "shared/"));
  if (program === "bash") {
    // a script of the project, or one that a line before has written
    expect([join(project, words[0]!), words[0]!].some((path) => existsSync(path))).toBe(true);
  } else if (program === "npm") {
    const [command, script = "", separator, ...rest] = words;
    if (command === "run") expect(scripts).toHaveProperty(script);
    else expect(["ci", "test"]).toContain(command);
    if (separator !== undefined) expect(separator).toBe("--");
    if (Object.hasOwn(COMMANDS, script)) parseWords(script, rest);
  } else {
    expect([program, words[0]]).toEqual(["npx", "guizhang"]);
    const [, command = "", ...args] = words;
    if (ELSEWHERE.includes(command)) parseWords(command, args);
    else {
      let out = "";
      const status = await main([command, ...args], {
        stdout: (text) => {
          out += text;
        },
        stderr: () => {},
        stdin: () => new Uint8Array(),
        terminal: false,
      });
      expect(status).toBe(0);
      const option = ["--output", "--to"].find((name) => args.includes(name));
      // what it writes stands there; merge writes into the folder that it is given
      if (option || command === "merge")
        expect(existsSync(option ? args[args.indexOf(option) + 1]! : args.at(-1)!)).toBe(true);
      else expect(out).not.toBe("");
    }
  }
}

function parseWords(command: string, args: readonly string[]): void {
  parseArgs({ args: [...args], options: parsedOptions(command), allowPositionals: true });
}
