import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Notebook } from "../../src/notebooks/notebook.js";
import {
  type CellReads,
  cellRows,
  type NotebookReads,
  rowNumbers,
  rowsDifference,
  withUsedCells,
} from "../../src/notebooks/reads.js";
import { runNotebook } from "../../src/notebooks/run.js";

// kernels start slowly on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const CELLS = {
  load: `import { analyse, dataPath, loadStudy, referenceFrequencies, showTable } from "guizhang";
const study = loadStudy();
const first = study.sources[0]!.bytes;
const second = study.sources[1]!.sha256;`,
  one: "console.log(study.sources[2]!.encoding);",
  before: "console.log(first);",
  after: "console.log(second);",
  count: "console.log(study.claims.length);",
  filter: `const failing = study.claims.filter((c) => c.holds === false);
console.log(failing.map((c) => c.type).length);`,
  later: "failing.forEach((c) => void c.stated);",
  nested: "console.log(study.duplicates.slice(0, 2).map((d) => d.a.start).join());",
  copied: "const copy = { ...study.sources[4]! }; console.log(copy.source);",
  shown: 'showTable(study.sources.slice(0, 1), ["source", "bytes"]);',
  whole: "console.log(referenceFrequencies().total > 0);",
  live: 'const live = analyse(dataPath("teaching")); console.log(live.parts[3]!.genre);',
  unrelated: "const n = 1; console.log(n);",
  declared: "function encoding() { return study.sources[3]!.encoding; }",
  called: "console.log(encoding());",
};

describe("the rows that a cell rests on", () => {
  const names = Object.keys(CELLS) as (keyof typeof CELLS)[];
  let reads: NotebookReads;
  const of = (name: keyof typeof CELLS): CellReads => reads[names.indexOf(name) + 1]!.reads;

  beforeAll(async () => {
    const cells = Object.values(CELLS).map((source, i) => ({
      cell_type: "code" as const,
      id: `c${i}`,
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    }));
    const notebook: Notebook = { cells, metadata: {} };
    const run = await runNotebook(notebook, { cwd: resolve("test/notebooks"), root: resolve(".") });
    expect(run.problems).toEqual([]);
    ({ reads } = run);
  });

  it("are those whose fields it reads, by column", () => {
    expect(of("one")).toEqual({ "data/study/sources.csv": { "3": "encoding" } });
    expect(of("shown")).toEqual({ "data/study/sources.csv": { "1": "bytes source" } });
    expect(Object.values(of("copied")["data/study/sources.csv"]!)).toEqual([
      "bytes characters encoding sha256 source",
    ]);
  });

  it("are those behind the variables that it takes, up to where these were set", () => {
    expect(of("before")).toEqual({ "data/study/sources.csv": { "1": "bytes" } });
    expect(of("after")).toEqual({ "data/study/sources.csv": { "1": "bytes", "2": "sha256" } });
    expect(of("unrelated")).toEqual({});
  });

  it("tell rows that were only sorted out from those that remained", () => {
    const { "data/study/claims.csv": claims = {} } = of("filter");
    const [all, failing] = ["holds", "type"].map((column) =>
      Object.entries(claims).flatMap(([rows, columns]) => (columns === column ? rowNumbers(rows) : [])),
    );
    expect(failing!.length).toBeGreaterThan(0);
    expect(failing!.length).toBeLessThan(all!.length);
    expect(of("later")["data/study/claims.csv"]).toMatchObject({ [Object.keys(claims)[0]!]: "holds" });
  });

  it("are none for a table that is only counted, and all for one that is used whole", () => {
    expect(of("count")).toEqual({ "data/study/claims.csv": {} });
    expect(of("whole")).toEqual({ "data/reference/statute-terms.csv": { all: "*" } });
  });

  it("include rows with nested fields, rows made of texts, and what a function of another cell reads", () => {
    expect(of("nested")).toEqual({ "data/study/duplicates.csv": { "1-2": "a" } });
    expect(of("live")).toEqual({ "data/teaching:parts": { "4": "genre" } });
    expect(of("called")).toEqual({ "data/study/sources.csv": { "4": "encoding" } });
  });

  it("come with the cells whose variables are taken", () => {
    const cell = (name: keyof typeof CELLS) => names.indexOf(name) + 1;
    expect(reads[cell("later")]!.uses).toEqual([cell("filter")]);
    expect([...withUsedCells(reads, cell("called"))].sort()).toEqual(
      [cell("called"), cell("declared"), cell("load")].sort(),
    );
  });

  it("are compared with the recorded ones, cell and table named", () => {
    const recorded = cellRows(reads);
    expect(recorded[names.indexOf("unrelated") + 1]).toBeUndefined();
    expect(rowsDifference(recorded, reads)).toBeNull();
    expect(rowsDifference(undefined, reads)).toMatch(/does not record/);
    const other = { ...recorded, "2": { "data/study/sources.csv": { "4": "encoding" } } };
    expect(rowsDifference(other, reads)).toBe(
      "cell 2 rests on other rows of data/study/sources.csv than figures.rows.json records",
    );
  });
});

it("every function of the library that reads a table of data/ by itself is tracked", () => {
  const index = readFileSync("src/index.ts", "utf8");
  const tracking = readFileSync("src/notebooks/row-tracking.cjs", "utf8");
  const readers = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ts$/.test(name) && !/^(cli|notebooks|site)/.test(name))
    .flatMap((name) => readFileSync(join("src", name), "utf8").split(/^(?=export function )/m))
    .filter((part) =>
      /\bread(?:Data|Reference)Text\(/.test(part.replace(/^export function read\w+Text\(/, "")),
    )
    .flatMap((part) => /^export function (\w+)/.exec(part)?.[1] ?? [])
    .filter((name) => new RegExp(`\\b${name}\\b`).test(index));
  expect(readers.length).toBeGreaterThan(3);
  expect(readers.filter((name) => !new RegExp(`^    ${name}(?:: |\\()`, "m").test(tracking))).toEqual([]);
});
