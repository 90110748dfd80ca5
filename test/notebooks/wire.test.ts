import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { outputDifference } from "../../src/notebooks/differences.js";
import { namesIn } from "../../src/notebooks/files.js";
import { kernelSpec, writeKernelSpec } from "../../src/notebooks/kernel-spec.js";
import {
  type Cell,
  formatNotebook,
  type Notebook,
  type Output,
  parseNotebook,
} from "../../src/notebooks/notebook.js";
import { runNotebook } from "../../src/notebooks/run.js";
import { runOverWire } from "./wire-client.js";

const root = resolve(".");
const fixtures = resolve("test/notebooks/fixtures");
/** the smoke notebook and every committed one: name and folder */
const notebooks = [
  ["smoke", fixtures] as const,
  ...namesIn("notebooks", ".ipynb").map((name) => [name, resolve("notebooks")] as const),
];
const spec = kernelSpec(root) as { argv: string[]; env: Record<string, string> };

const read = (name: string, cwd: string) =>
  parseNotebook(readFileSync(join(cwd, `${name}.ipynb`), "utf8"), name);

const runs = new Map<string, Promise<Notebook>>();

/** The runner's own run of a notebook, made once. */
function inOwnProcess(name: string, cwd: string): Promise<Notebook> {
  const run = runs.get(name) ?? runNotebook(read(name, cwd), { cwd, root }).then(({ notebook }) => notebook);
  runs.set(name, run);
  return run;
}

function expectSame(own: Notebook, other: Notebook): void {
  expect(outputDifference(own, other)).toBeNull();
  expect(formatNotebook(other) === formatNotebook(own)).toBe(true);
}

describe("the kernel that Jupyter starts", () => {
  it.each(notebooks)(
    "gives %s over the wire as the runner does in its own process, byte for byte",
    async (name, cwd) => {
      expectSame(await inOwnProcess(name, cwd), await runOverWire(read(name, cwd), spec, cwd));
    },
    180_000,
  );

  it("loses none of 20,000 printed lines, as tslab alone does after 512", async () => {
    const source = "for (let i = 0; i < 20000; i++) console.log('line ' + i);";
    const cell: Cell = {
      cell_type: "code",
      id: "a",
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    };
    const { cells } = await runOverWire({ cells: [cell], metadata: {} }, spec, fixtures);
    const text = cells[0]!.outputs.map((o) => (o.output_type === "stream" ? o.text : "")).join("");
    expect(text.split("\n")).toHaveLength(20001);
    expect(text.endsWith("line 19999\n")).toBe(true);
  });
});

// nbclient is a second, independent client (python3-nbclient of Debian); the system's own Python has it where installed
const python = "/usr/bin/python3";
const nbclient = spawnSync(python, ["-c", "import nbclient, nbformat"]).status === 0;

describe.skipIf(!nbclient)("nbclient (skipped where Python has no nbclient)", () => {
  it.each(notebooks)(
    "gives %s as the runner does, byte for byte",
    async (name, cwd) => {
      const own = await inOwnProcess(name, cwd);
      const temporary = mkdtempSync(join(tmpdir(), "nbclient-"));
      try {
        const script = join(temporary, "run.py");
        const notebook = join(temporary, "run.ipynb");
        writeFileSync(notebook, formatNotebook(read(name, cwd)));
        writeFileSync(
          script,
          `import sys, nbformat
from nbclient import NotebookClient
nb = nbformat.read(sys.argv[1], 4)
NotebookClient(nb, kernel_name="tslab", record_timing=False, resources={"metadata": {"path": sys.argv[2]}}).execute()
nbformat.write(nb, sys.argv[1])
`,
        );
        const env = { ...process.env, ...writeKernelSpec(root) };
        const run = spawnSync(python, [script, notebook, cwd], { env, encoding: "utf8" });
        expect(run.status, run.stderr).toBe(0);
        const other = parseNotebook(readFileSync(notebook, "utf8"), "by nbclient");
        // nbclient leaves pieces of one stream apart, which JupyterLab and the runner join
        const cells = other.cells.map((cell) => ({ ...cell, outputs: joinedStreams(cell.outputs) }));
        expectSame(own, { ...other, cells });
      } finally {
        rmSync(temporary, { recursive: true, force: true });
      }
    },
    180_000,
  );
});

function joinedStreams(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (last?.output_type === "stream" && output.output_type === "stream" && last.name === output.name) {
      joined[joined.length - 1] = { ...last, text: last.text + output.text };
    } else joined.push(output);
  }
  return joined;
}
