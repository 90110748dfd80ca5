// guizhang export --to svg|png|pdf: figures of notebooks as files, with the names of those who made them.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLock } from "../../src/notebooks/lock.js";
import { call } from "./call.js";

const folder = mkdtempSync(join(tmpdir(), "guizhang-"));
afterAll(() => rmSync(folder, { recursive: true }));
const study = join(folder, "我的 研究");
const NOTEBOOK = join("notebooks", "12-your-own-corpus.ipynb");
const figures = Object.entries(readLock("notebooks").figures).filter(([, { notebook }]) =>
  NOTEBOOK.includes(notebook),
);
beforeAll(() => {
  mkdirSync(join(study, "notebooks"), { recursive: true });
  copyFileSync(NOTEBOOK, join(study, "notebooks", "01-mine.ipynb"));
  writeFileSync(join(study, "study.json"), "{}");
});

test("each figure of a notebook, with the sha256 of figures.lock.json and the authors and licence of CITATION.cff", async () => {
  const to = join(folder, "all");
  const { status, out, err } = await call("export", "--to", "svg", NOTEBOOK, "--output", to);
  expect([status, out, err]).toEqual([0, "", `guizhang: ${figures.length} figures in ${to}\n`]);
  expect(readdirSync(to)).toEqual(figures.map(([id]) => `${id}.svg`).sort());
  for (const [id, { spec }] of figures) {
    const svg = readFileSync(join(to, `${id}.svg`), "utf8");
    expect(svg).toContain(`<dc:identifier>sha256:${spec}</dc:identifier>`);
    expect(svg).toContain("<rdf:li>The Guizhang authors</rdf:li>");
    expect(svg).toContain('<rdf:li xml:lang="x-default">MIT</rdf:li>');
  }
});

test("a study of one's own: its own CITATION.cff, else what is said in the call, never another's name", async () => {
  const [id] = figures[0]!;
  const exported = async (...more: string[]): Promise<string> => {
    const { status, err } = await call(
      "export",
      "--to",
      "svg",
      study,
      "--figure",
      id,
      "--output",
      folder,
      ...more,
    );
    expect([status, err]).toEqual([0, `guizhang: 1 figure in ${folder}\n`]);
    return readFileSync(join(folder, `${id}.svg`), "utf8");
  };
  // a study that lies in somebody else's project
  copyFileSync("CITATION.cff", join(folder, "CITATION.cff"));
  expect(await exported()).not.toMatch(/dc:creator|dc:rights/);
  const said = await exported("--creator", "某大学", "--licence", "CC0-1.0");
  expect(said).toMatch(/<dc:creator>.*某大学.*<\/dc:creator><dc:rights>.*CC0-1.0/);
  writeFileSync(join(study, "CITATION.cff"), "authors:\n  - given-names: Yun\n    family-names: Ling\n");
  const own = await exported();
  expect(own).toContain("<rdf:li>Yun Ling</rdf:li>");
  expect(own).not.toContain("dc:rights");
});

test("wrong calls say what is expected", async () => {
  const twice = join(study, "notebooks", "02-again.ipynb");
  copyFileSync(NOTEBOOK, twice);
  const other = join(folder, "other.ipynb");
  writeFileSync(
    other,
    readFileSync(NOTEBOOK, "utf8").replaceAll(`"figure": "${figures[0]![0]}"`, '"figure": "../x"'),
  );
  const to = ["--output", join(folder, "none")];
  for (const [args, message] of [
    [["pdf", NOTEBOOK], "--to pdf expects --output FOLDER for its figures"],
    [["png", ...to], "expected a notebook or a folder of notebooks, found none"],
    [["png", "data", ...to], "data: expected notebooks (.ipynb), found none"],
    [["png", NOTEBOOK, "--figure", "x", ...to], "no notebook shows a figure x"],
    [["png", study, ...to], "is shown twice, in "],
    [["png", other, ...to], "figure requires an id of lower-case words joined by hyphens, got ../x"],
  ] as const) {
    const { status, err } = await call("export", "--to", ...args);
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  }
  rmSync(twice);
});
