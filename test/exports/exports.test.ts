// What other programs read of a derived folder: R with tm (skipped where it is not installed), Python with pandas.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyse, dataPath, saveStudy, TABLES } from "../../src/index.js";
import { call } from "../cli/call.js";

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

test("texts as BibTeX: how to cite the program as the README says, and each text by its file, without its words", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bibtex-"));
  const file = join(folder, "a_b.csv");
  const rows = [
    "1,处五千元罚款。,罚则 100% {x},某局,2019-03-01,https://example.org/a_b",
    "2,处五千元罚款。,,,,",
  ];
  writeFileSync(file, `id,text,title,issuer,date,url\n${rows.join("\n")}\n`);
  const { status, out } = await call("export", "--to", "bibtex", file);
  rmSync(folder, { recursive: true });
  const [software, first, second, ...more] = out.split(/\n(?=@)/);
  const readme = /```bibtex\n([\s\S]*?)\n```/.exec(readFileSync("README.md", "utf8"))![1]!;
  expect(software!.replace(/,\n {2}note = .*/, "").trim()).toBe(readme);
  expect(software).toMatch(/note = \{rules .+, segmenter [0-9a-f]{16}\}/);
  const hash = /sha256 ([0-9a-f]{64})/.exec(first!)![1]!;
  expect(first!.trim()).toBe(`@misc{text-${hash.slice(0, 12)},
  author = {{某局}},
  title = {罚则 100\\% \\{x\\}},
  date = {2019-03-01},
  year = {2019},
  url = {https://example.org/a_b},
  howpublished = {file a\\_b.csv\\#1, 21 bytes},
  note = {sha256 ${hash}}
}`);
  // the same words again: the same sha256, a key of its own
  expect(second).toMatch(new RegExp(`^@misc\\{text-${hash.slice(0, 12)}-2,\n  title = \\{a\\\\_b.csv`));
  expect([status, more.length, out.includes("五千元")]).toEqual([0, 0, false]);
});

test("the exports that the FAQ names write what it says, and what can be read back is read back", async () => {
  const to = mkdtempSync(join(tmpdir(), "exports-"));
  const block = /```sh\n([\s\S]*?)```/.exec(readFileSync(".github/FAQ.md", "utf8"))![1]!;
  const lines = block.trim().split("\n");
  expect(lines.length).toBeGreaterThan(4);
  const printed: string[] = [];
  for (const line of lines) {
    const [, , ...args] = line.split(" ");
    const path = (arg: string): string =>
      arg === "my-texts" ? "data/teaching" : /^for-brat|\.\w+$/.test(arg) ? join(to, arg) : arg;
    const { status, out } = await call(...args.map(path));
    expect([line, status]).toEqual([line, 0]);
    printed.push(out);
  }
  const ann = readFileSync(join(to, "for-brat", "02-fire-decision.ann"), "utf8");
  const codes = readFileSync(join(to, "tasks.json"), "utf8");
  rmSync(to, { recursive: true });
  expect(ann).toMatch(/^T1\t[a-z_]+ \d+ \d+\t/);
  const said = readFileSync(".github/FAQ.md", "utf8");
  const names = new Set(codes.match(/"from_name": "\w+"/g)!.map((name) => name.slice(14, -1)));
  for (const name of names) expect(said).toContain(`name="${name}" toName="text"`);
  const [fromBrat, fromLabelStudio] = lines.flatMap((line, i) =>
    line.includes(" import ") ? [printed[i]!] : [],
  );
  expect(fromBrat!.trim().split("\n")).toHaveLength(ann.match(/^T/gm)!.length);
  expect(fromLabelStudio!.trim().split("\n")).toHaveLength(study.consequences.length);
});
