import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { type Compiler, startCompiler } from "../../src/notebooks/compiler.js";
import type { Cell, Notebook } from "../../src/notebooks/notebook.js";
import { runNotebook } from "../../src/notebooks/run.js";

// kernels start slowly on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const root = resolve(".");
const fixtures = resolve("test/notebooks/fixtures");
const started: Compiler[] = [];
const compilerIn = (cwd: string) => {
  const compiler = startCompiler({ cwd });
  started.push(compiler);
  return compiler;
};
afterAll(() => {
  for (const compiler of started) compiler.stop();
});

const notebook = (...sources: string[]): Notebook => ({
  metadata: {},
  cells: sources.map(
    (source, i): Cell => ({
      cell_type: "code",
      id: `c${i}`,
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    }),
  ),
});

it("one compiler for many notebooks gives what each kernel's own gives, and no notebook sees another's names", async () => {
  const first = notebook(
    "const a = [1, 2].map((x) => x + 1); a",
    "const n: number = 'a';",
    "throw new RangeError('b')",
    "interface Row { readonly n: number }\nconst rows: Row[] = [{ n: 3 }];",
    "await Promise.resolve(rows.map(({ n }) => n + a[0]!))",
    "/** @module x */\nexport const c = 1;",
  );
  const second = notebook("const a = 'text'; a.length", "rows");
  const compiler = compilerIn(fixtures);
  for (const cells of [first, second, first]) {
    const own = await runNotebook(cells, { cwd: fixtures, root });
    const { times: _, ...shared } = await runNotebook(cells, { cwd: fixtures, root, compiler });
    expect(shared).toMatchObject({ notebook: own.notebook, problems: own.problems, reads: own.reads });
  }
  const { problems } = await runNotebook(second, { cwd: fixtures, root, compiler });
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining("Cannot find name 'rows'"),
  ]);
});

it("a file that several notebooks import reaches each of them", async () => {
  const cwd = mkdtempSync(join(fixtures, "own-"));
  try {
    writeFileSync(join(cwd, "own.ts"), "export const own: number = 7;");
    const compiler = compilerIn(cwd);
    const cells = notebook("import { own } from './own';\nown");
    for (let i = 0; i < 2; i++) {
      const run = await runNotebook(cells, { cwd, root, compiler });
      expect(run.problems).toEqual([]);
      expect(run.notebook.cells[0]!.outputs).toMatchObject([{ name: "stdout", text: "7\n" }]);
    }
  } finally {
    rmSync(cwd, { recursive: true });
  }
});

it("a compiler that was ended says so in the cell, and the run ends", async () => {
  const compiler = compilerIn(fixtures);
  await compiler.compile("", "1", 180_000);
  compiler.stop();
  const { problems } = await runNotebook(notebook("1", "2"), { cwd: fixtures, root, compiler });
  expect(problems).toMatchObject([{ cell: 1, message: "the compiler ended (SIGKILL)" }]);
});

it("a cell that is not compiled in time is ended", async () => {
  const compiler = compilerIn(fixtures);
  await expect(compiler.compile("", "1", 5)).rejects.toThrow("no end of compiling after 0.005 s");
  await expect(compiler.compile("", "1", 180_000)).rejects.toThrow();
});
