// What other programs read of a derived folder: R with tm (skipped where it is not installed), Python with pandas.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyse, dataPath, saveStudy, TABLES } from "../../src/index.js";

const study = analyse(dataPath("teaching"));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  saveStudy(study, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answers = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;
const R = answers("Rscript", "-e", "library(tm)");
const python = ["python3", "/usr/bin/python3"].find((name) => answers(name, "-c", "import pandas"));

test.skipIf(!R)("R: a document-term matrix with the same documents, terms and tokens", () => {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const out = execFileSync("Rscript", ["test/exports/read-terms.R", folder], { encoding: "utf8", env });
  const totals = new Map<string, number>();
  for (const { term, count } of study.terms) totals.set(term, (totals.get(term) ?? 0) + count);
  const documents = new Set(study.terms.map(({ source, part }) => `${source}#${part}`)).size;
  const tokens = [...totals.values()].reduce((sum, n) => sum + n, 0);
  const first = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
  const lines = [[documents, totals.size, tokens], ...first].map((cells) => cells.join(" "));
  expect(
    out
      .trim()
      .split("\n")
      .map((line) => line.trim()),
  ).toEqual(lines);
});

test.skipIf(!python)(
  "pandas: every table has the columns, types, values and hash that the data package says",
  () => {
    const out = execFileSync(python!, ["test/exports/read-package.py", folder], { encoding: "utf8" });
    const rows = Object.values(TABLES).map(({ name }) => `${name} ${study[name].length} fits`);
    expect(out.trim().split("\n")).toEqual(rows);
  },
);

test("the BibTeX entry of both READMEs says what CITATION.cff says", () => {
  const cff = readFileSync("CITATION.cff", "utf8");
  const said = (key: string): string => new RegExp(`^\\s*-? ?${key}: "?([^"\\n]+)"?$`, "m").exec(cff)![1]!;
  for (const page of ["README.md", ".github/zh/README.md"]) {
    const entry = /```bibtex\n([\s\S]*?)```/.exec(readFileSync(page, "utf8"))![1]!;
    expect(entry).toContain(`title = {${said("title")}}`);
    expect(entry).toContain(`version = {${said("version")}}`);
  }
});
