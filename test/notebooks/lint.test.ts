import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namesIn } from "../../src/notebooks/files.js";
import { definedNames, lintCode, lintNotebook } from "../../src/notebooks/lint.js";
import { type Notebook, parseNotebook } from "../../src/notebooks/notebook.js";

function notebook(code: string, first = "# Question"): Notebook {
  const cell = (cell_type: "code" | "markdown", source: string) => ({
    cell_type,
    id: cell_type,
    source,
    metadata: {},
    execution_count: null,
    outputs: [],
  });
  return { cells: [cell("markdown", first), cell("code", code)], metadata: {} };
}

describe("lintNotebook", () => {
  it.each([
    ["df.groupby(['a'])", ".groupby("],
    ["const x = dfd.merge({ left, right })", "dfd.merge("],
    ["s.sortValues()", ".sortValues("],
    ["toCSV(df)", "toCSV("],
    ["df.sub(1)", ".sub(1)"],
    ["df.describe().print()", ".describe("],
    ['import * as dfd from "danfojs-node"', '"danfojs-node"'],
    ["const r = Math.random()", "Math.random("],
    ["new Date()", "new Date()"],
    ["process.env.HOME", "process.env"],
    ['readFileSync("/home/x/y.csv")', '"/home/'],
    ['import { readFileSync } from "node:fs"', 'from "node:fs"'],
    ["rows.sort((a, b) => a.term.localeCompare(b.term))", "localeCompare("],
  ])("refuses %s, naming cell and line", (code, named) => {
    const findings = lintNotebook(notebook(`const a = 1;\n${code}`));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]).toContain(`cell 2, line 2: ${named}`);
  });

  it.each([
    'import { figure, showTable } from "guizhang";\nshowTable(rows);',
    "// df.groupby(['a']) is wrong\nconst url = 'https://example.org/groupby';",
    "/* Math.random()\n df.merge() */ const seen = new Set(); seen.add(1);",
    "new Date(0).toISOString(); Math.max(1, 2);",
  ])("lets %j pass", (code) => {
    expect(lintNotebook(notebook(code))).toEqual([]);
  });

  it("requires a heading first", () => {
    expect(lintNotebook(notebook("1", "no heading"))).toEqual([
      "cell 1: a notebook begins with its question under a heading",
    ]);
  });
});

describe("definedNames", () => {
  it("finds functions and classes, not values", () => {
    expect(
      definedNames(
        notebook(
          "function a() {}\nconst b = (x: number) => x;\nclass C {}\nconst d = 1;\nconst e = rows.map((r) => r);",
        ),
      ),
    ).toEqual(["a", "b", "C"]);
  });
});

describe("the project", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );

  it("calls none of danfojs's wrong functions in src/", () => {
    const findings = files
      .filter((name) => !name.endsWith("lint.ts") && !name.startsWith("frames"))
      .flatMap((name) =>
        lintCode(readFileSync(join("src", name), "utf8")).map((finding) => `${name} ${finding}`),
      );
    expect(findings).toEqual([]);
  });

  const notebooks = namesIn("notebooks", ".ipynb").map(
    (name) => [name, parseNotebook(readFileSync(join("notebooks", `${name}.ipynb`), "utf8"), name)] as const,
  );

  it.each(notebooks)("has a notebook %s without findings", (_, notebook) => {
    expect(lintNotebook(notebook)).toEqual([]);
  });

  it("defines no function in two notebooks", () => {
    const all = notebooks.flatMap(([, notebook]) => [...new Set(definedNames(notebook))]);
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
  });
});
