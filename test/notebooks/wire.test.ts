import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { commonKey } from "../../src/notebooks/cache.js";
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
import { runOne } from "../../src/notebooks/one-notebook.js";
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

// nbclient is a second, independent client (python3-nbclient of Debian); the system's own Python has it where installed
const python = "/usr/bin/python3";
const nbclient = spawnSync(python, ["-c", "import nbclient, nbformat"]).status === 0;

/** Three runs of the same notebook: the runner's (its last one, where nothing has changed since), and two over the wire. */
interface Runs {
  readonly own: Promise<Notebook>;
  readonly wire: Promise<Notebook>;
  readonly nbclient: Promise<Notebook> | null;
}

const common = commonKey(root);
const started = new Map<string, Runs>();

/** The runs of a notebook, begun together and made once. */
function runsOf(name: string, cwd: string): Runs {
  const known = started.get(name);
  if (known) return known;
  const own =
    cwd === fixtures ? runNotebook(read(name, cwd), { cwd, root }) : runOne(root, name, common, { root });
  const runs = {
    own: own.then(({ notebook }) => notebook),
    wire: runOverWire(read(name, cwd), spec, cwd),
    nbclient: nbclient ? runByNbclient(name, cwd) : null,
  };
  for (const run of Object.values(runs)) run?.catch(() => {}); // told by the test that waits for it
  started.set(name, runs);
  return runs;
}

function expectSame(own: Notebook, other: Notebook): void {
  expect(outputDifference(own, other)).toBeNull();
  expect(formatNotebook(other) === formatNotebook(own)).toBe(true);
}

describe("the kernel that Jupyter starts", () => {
  it.each(notebooks)(
    "gives %s over the wire as the runner does in its own process, byte for byte",
    async (name, cwd) => {
      const { own, wire } = runsOf(name, cwd);
      expectSame(await own, await wire);
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

describe.skipIf(!nbclient)("nbclient (skipped where Python has no nbclient)", () => {
  it.each(notebooks)(
    "gives %s as the runner does, byte for byte",
    async (name, cwd) => {
      const runs = runsOf(name, cwd);
      expectSame(await runs.own, await runs.nbclient!);
    },
    180_000,
  );
});

const SCRIPT = `import sys, nbformat
from nbclient import NotebookClient
nb = nbformat.read(sys.argv[1], 4)
NotebookClient(nb, kernel_name="tslab", record_timing=False, resources={"metadata": {"path": sys.argv[2]}}).execute()
nbformat.write(nb, sys.argv[1])
`;

async function runByNbclient(name: string, cwd: string): Promise<Notebook> {
  const temporary = mkdtempSync(join(tmpdir(), "nbclient-"));
  try {
    const notebook = join(temporary, "run.ipynb");
    writeFileSync(notebook, formatNotebook(read(name, cwd)));
    const env = { ...process.env, ...writeKernelSpec(root) };
    const child = spawn(python, ["-c", SCRIPT, notebook, cwd], { env, stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    const status = await new Promise((resolve) => child.once("close", resolve));
    expect(status, complaint).toBe(0);
    const run = parseNotebook(readFileSync(notebook, "utf8"), "by nbclient");
    // nbclient leaves pieces of one stream apart, which JupyterLab and the runner join
    const cells = run.cells.map((cell) => ({ ...cell, outputs: joinedStreams(cell.outputs) }));
    return { ...run, cells };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

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
