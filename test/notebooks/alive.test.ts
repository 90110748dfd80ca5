import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAlive } from "../../src/notebooks/alive.js";
import { formatNotebook } from "../../src/notebooks/notebook.js";
import { tableProbes } from "../../src/notebooks/probes.js";
import { copyProject, type ProjectCopy } from "../../src/notebooks/project-copy.js";

describe("tableProbes", () => {
  const table = 'term,source,count,share\n罚款,001,12,0.5\n"警告, 口头",002,30,0.25\n';

  it("leave out a row, then change one value each, numbers from the right first", () => {
    expect(tableProbes(table).map(({ note }) => note)).toEqual([
      "row 1 left out",
      "row 2 left out",
      "share of row 1: 0.5 now 0.25",
      "count of row 2: 30 now 91",
      "term of row 1: 罚款 now 警告, 口头",
      "source of row 1: 001 now 002",
    ]);
    expect(tableProbes(table)[0]!.content).toBe(table.replace("罚款,001,12,0.5\n", ""));
    expect(tableProbes(table)[3]!.content).toBe(table.replace("30", "91"));
  });

  it("leave columns alone that have one value throughout, and a table without rows", () => {
    expect(tableProbes("a,b\nx,y\n")).toEqual([]);
    expect(tableProbes("a\n")).toEqual([]);
  });
});

describe("checkAlive", () => {
  let project: ProjectCopy;

  // a notebook whose figures read their table, carry a planted number, or do not say what they read
  const cells = [
    "# Question",
    `import { figure } from "guizhang";
const { readFileSync } = process.getBuiltinModule ? process.getBuiltinModule("fs") : require("fs");
const rows = readFileSync("../data/tried.csv", "utf8").trim().split("\\n").slice(1).map((line) => line.split(","));
const chart = (y: number[]) => ({ data: [{ type: "bar" as const, x: rows.map((r) => r[0]), y }] });`,
    `await figure("honest", chart(rows.map((r) => Number(r[1]))), { caption: "c", source: "data/tried.csv" });`,
    `await figure("column", chart(rows.map((r) => Number(r[1]))), { caption: "c", source: "data/tried.csv#n" });`,
    `const names = process.getBuiltinModule ? process.getBuiltinModule("fs").readdirSync("../data/texts") : require("fs").readdirSync("../data/texts");
await figure("folder", { data: [{ type: "bar", x: ["files"], y: [names.length] }] }, { caption: "c", source: "data/texts, read live" });`,
    `await figure("planted", { data: [{ type: "bar", x: ["a", "b"], y: [12, 30] }] }, { caption: "c", source: "data/tried.csv" });`,
    `await figure("silent", chart(rows.map((r) => Number(r[1]))), { caption: "c", source: "our count", inputs: ["data/other.csv"] });`,
  ];

  beforeAll(() => {
    project = copyProject(resolve("."));
    const folder = join(project.root, "notebooks");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    mkdirSync(join(project.root, "data"), { recursive: true });
    writeFileSync(join(project.root, "data", "tried.csv"), "type,n\na,12\nb,30\n");
    mkdirSync(join(project.root, "data", "texts"));
    for (const name of ["a.txt", "b.txt"]) writeFileSync(join(project.root, "data", "texts", name), "罚款");
    writeFileSync(join(project.root, "data", "other.csv"), "type,n\na,1\nb,2\n");
    const notebook = {
      cells: cells.map((source, i) => ({
        cell_type: i === 0 ? ("markdown" as const) : ("code" as const),
        id: `c${i}`,
        source,
        metadata: {},
        execution_count: null,
        outputs: [],
      })),
      metadata: {},
    };
    writeFileSync(join(folder, "tried.ipynb"), formatNotebook(notebook));
  });

  afterAll(() => project.remove());

  it("tells figures that follow their data from planted numbers and undeclared inputs", async () => {
    const findings = await checkAlive({ root: project.root });
    const notes = findings.map(({ name, status, note }) => `${status} ${name}: ${note}`).sort();
    expect(notes).toEqual([
      "alive tried/column: it changes with data/tried.csv, n of row 2: 30 now 91",
      "alive tried/folder: it changes with data/texts, a.txt left out",
      "alive tried/honest: it changes with data/tried.csv, n of row 2: 30 now 91",
      "dead tried/planted: it does not change with data/tried.csv",
      "dead tried/silent: it changes with data/tried.csv, which it does not declare",
      "dead tried/silent: it does not change with data/other.csv",
    ]);
  }, 300_000);
});
