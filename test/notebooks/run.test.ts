import { resolve } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Cell, Notebook, Output } from "../../src/notebooks/notebook.js";
import { type NotebookRun, runNotebook } from "../../src/notebooks/run.js";

// kernels and browsers start slowly on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const root = resolve(".");
const cwd = resolve("test/notebooks/fixtures");

function notebook(...sources: string[]): Notebook {
  const cells = sources.map(
    (source, i): Cell => ({
      cell_type: "code",
      id: `c${i + 1}`,
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    }),
  );
  return { cells, metadata: {} };
}

const text = (outputs: readonly Output[]) =>
  outputs.map((o) => (o.output_type === "stream" ? o.text : "")).join("");

const CELLS = {
  flood: "for (let i = 0; i < 20000; i++) console.log('line ' + i);",
  thrown: "function deeper() { throw new RangeError('too far in ' + process.cwd()); }\ndeeper();",
  illTyped: "const n: number = 'a';",
  afterwards: "'still run'",
  timer: "const timer = setTimeout(() => console.log('late'), 60000);",
  stop: "clearTimeout(timer); 'stopped'",
  floating:
    "void (async () => { for (let i = 0; i < 6; i++) await new Promise((r) => setImmediate(r)); })();",
  printedPromise: "(async () => 1)().then(() => new Promise((r) => setImmediate(r)))",
  never: "const never = new Promise(() => {}); 'no harm'",
  awaited: "await new Promise((r) => setTimeout(r, 20)); 'waited'",
  platform:
    "(process as unknown as { moduleLoadList: string[] }).moduleLoadList.includes('NativeModule internal/deps/undici/undici')",
  rejected: "void Promise.reject(new Error('nobody listens'));",
  browser: "/** @browser */\n'x'",
  module: "/** @module x */\nexport const a = 1;",
  environment: "[process.env.TZ, process.env.LANG, process.env.GUIZHANG_SECRET].join()",
  streams:
    "process.stdout.write('a'); process.stdout.write('b'); console.error('c'); void process.stdout.write('d');",
  list: "const list = [1]; const fresh = new Map(); fresh.set(1, 2); list.push(2); 'own'",
  added: "list.push(3); 'added'",
  read: "[...list, ...fresh.keys()].length",
  endless: "while (true) {}",
  unreachable: "'never run'",
};

describe("a notebook with everything that goes wrong", () => {
  const names = Object.keys(CELLS) as (keyof typeof CELLS)[];
  let run: NotebookRun;
  const outputs = (name: keyof typeof CELLS) => run.notebook.cells[names.indexOf(name)]!.outputs;
  const problems = (name: keyof typeof CELLS) =>
    run.problems.filter(({ cell }) => cell === names.indexOf(name) + 1).map(({ message }) => message);

  beforeAll(async () => {
    process.env.GUIZHANG_SECRET = "of this machine";
    run = await runNotebook(notebook(...Object.values(CELLS)), { cwd, root, limit: 15 });
  });

  it("20,000 printed lines arrive whole", () => {
    expect(text(outputs("flood"))).toBe(Array.from({ length: 20000 }, (_, i) => `line ${i}\n`).join(""));
    expect(problems("flood")).toEqual([]);
  });

  it("an error is an error output without a path of this machine", () => {
    const [output] = outputs("thrown") as Extract<Output, { output_type: "error" }>[];
    expect(output).toMatchObject({
      output_type: "error",
      ename: "RangeError",
      evalue: "too far in test/notebooks/fixtures",
    });
    expect(output!.traceback[0]).toBe("RangeError: too far in test/notebooks/fixtures");
    expect(output!.traceback[1]).toMatch(/^ {4}at deeper \(cell:\d+:\d+\)$/);
    expect(JSON.stringify(output)).not.toContain(root);
    expect(JSON.stringify(output)).not.toMatch(/node:|tslab/);
  });

  it("what does not compile is an error output with line and column", () => {
    expect(outputs("illTyped")).toMatchObject([
      { ename: "TypeScript", evalue: "1:7 - Type 'string' is not assignable to type 'number'." },
    ]);
  });

  it("the cells after an error are run", () => {
    expect(text(outputs("afterwards"))).toBe("still run\n");
  });

  it("a pending timer is a problem of the cell that started it, and of no other", () => {
    expect(problems("timer")).toEqual(["it left a pending Timeout behind; await it"]);
    expect(problems("stop")).toEqual([]);
    expect(text(outputs("stop"))).toBe("stopped\n");
  });

  it("a promise that settles after the cell's end is a problem; one that nobody settles is not", () => {
    expect(problems("floating")).toEqual(["it left a promise that was not awaited behind; await it"]);
    expect(problems("printedPromise")).toContain("it printed a promise; await it");
    expect(problems("never")).toEqual([]);
    expect(problems("awaited")).toEqual([]);
  });

  it("what Node compiles in the background for a global of its own is there before the first cell, so that no cell leaves it", () => {
    expect(text(outputs("platform"))).toBe("true\n");
  });

  it("a list of an earlier cell that is added to is a problem of the cell that does it", () => {
    expect(problems("list")).toEqual([]);
    expect(problems("added")).toEqual(["it changes list of an earlier cell in place; set a new variable"]);
    expect(problems("read")).toEqual([]);
  });

  it("a rejection that nobody handles is an error of its cell", () => {
    expect(problems("rejected")).toContain("Error: nobody listens");
  });

  it("cells for the browser and module cells are refused, which tslab passes over in silence", () => {
    expect(problems("browser")).toEqual([
      "TypeError: a notebook cell requires code that runs in the kernel, got @browser",
    ]);
    expect(problems("module")).toEqual([
      "TypeError: a notebook cell requires code that runs in the kernel, got @module",
    ]);
  });

  it("time zone and language are fixed, and the machine's variables are not seen", () => {
    expect(text(outputs("environment"))).toBe("UTC,C.UTF-8,\n");
  });

  it("text of one stream is one output, in the order it was printed", () => {
    expect(outputs("streams").map((o) => (o.output_type === "stream" ? [o.name, o.text] : o))).toEqual([
      ["stdout", "ab"],
      ["stderr", "c\n"],
      ["stdout", "d"],
    ]);
  });

  it("an endless cell is ended by the time limit, and nothing after it is run", () => {
    expect(problems("endless")).toEqual(["no end after 15 s"]);
    expect(outputs("unreachable")).toEqual([]);
  });

  it("the metadata name the TypeScript that compiled the cells", () => {
    expect(run.notebook.metadata.language_info).toMatchObject({ name: "typescript", version: "5.0.4" });
  });
});
