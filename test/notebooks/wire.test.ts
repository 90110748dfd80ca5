import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { kernelSpec, writeKernelSpec } from "../../src/notebooks/kernel-spec.js";
import { type Cell, formatNotebook, parseNotebook } from "../../src/notebooks/notebook.js";
import { runOverWire } from "./wire-client.js";

const root = resolve(".");
const folder = resolve("test/notebooks/fixtures");
const fixture = readFileSync(join(folder, "smoke.ipynb"), "utf8");
const spec = kernelSpec(root) as { argv: string[]; env: Record<string, string> };

describe("the kernel that Jupyter starts", () => {
  it("gives the same notebook over the wire as the runner does in its own process, byte for byte", async () => {
    const overWire = await runOverWire(parseNotebook(fixture, "smoke"), spec, folder);
    expect(formatNotebook(overWire)).toBe(fixture);
  });

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
    const { cells } = await runOverWire({ cells: [cell], metadata: {} }, spec, folder);
    const text = cells[0]!.outputs.map((o) => (o.output_type === "stream" ? o.text : "")).join("");
    expect(text.split("\n")).toHaveLength(20001);
    expect(text.endsWith("line 19999\n")).toBe(true);
  });
});

// nbclient is a second, independent client (python3-nbclient of Debian); the system's own Python has it where installed
const python = "/usr/bin/python3";
const nbclient = spawnSync(python, ["-c", "import nbclient, nbformat"]).status === 0;

describe.skipIf(!nbclient)("nbclient (skipped where Python has no nbclient)", () => {
  it("gives the same notebook as the runner, byte for byte", () => {
    const temporary = mkdtempSync(join(tmpdir(), "nbclient-"));
    try {
      const notebook = join(folder, `.nbclient-${process.pid}.tmp`);
      copyFileSync(join(folder, "smoke.ipynb"), notebook);
      const script = join(temporary, "run.py");
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
      const run = spawnSync(python, [script, notebook, folder], { env, encoding: "utf8" });
      const text = readFileSync(notebook, "utf8");
      rmSync(notebook);
      expect(run.stderr.replace(/^.*Warning.*$/gm, "")).not.toMatch(/Error/);
      expect(formatNotebook(parseNotebook(text, "by nbclient"))).toBe(fixture);
      expect(text.trimEnd()).toBe(fixture.trimEnd());
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
});
