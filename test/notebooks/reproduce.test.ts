import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Finding } from "../../src/notebooks/finding.js";
import { OTHER_MACHINE } from "../../src/notebooks/one-notebook.js";
import { copyProject, type ProjectCopy } from "../../src/notebooks/project-copy.js";
import { reproduce } from "../../src/notebooks/reproduce.js";
import { runNotebook } from "../../src/notebooks/run.js";

// kernels start slowly on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// a project of its own with the smoke notebook only; dist/ is built by `npm test`
let project: ProjectCopy;
let notebook: string;
let lock: string;
let original: Map<string, Buffer>;

const run = (options: Partial<Parameters<typeof reproduce>[0]> = {}) =>
  reproduce({ root: project.root, ...options });
const differing = (findings: readonly Finding[]) => findings.filter(({ status }) => status !== "equal");

function tree(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name)),
    ]),
  );
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

beforeAll(async () => {
  project = copyProject(resolve("."));
  const folder = join(project.root, "notebooks");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  notebook = join(folder, "smoke.ipynb");
  lock = join(folder, "figures.lock.json");
  cpSync("test/notebooks/fixtures/smoke.ipynb", notebook);
  const findings = await run({ update: true });
  expect(findings.map(({ status }) => status)).toEqual(["written", "written"]);
  original = tree(folder);
});

afterAll(() => project.remove());

function restore(): void {
  for (const [path, content] of original) writeFileSync(path, content);
}

describe("reproduce", () => {
  it("writes the notebook that is committed as the fixture, byte for byte", () => {
    expect(readFileSync(notebook, "utf8")).toBe(readFileSync("test/notebooks/fixtures/smoke.ipynb", "utf8"));
  });

  it("finds all equal after an update, from a cold start and again from the cache", async () => {
    const cold = await run({ cache: false });
    expect(differing(cold)).toEqual([]);
    expect(cold.map(({ name }) => name)).toEqual(["smoke", "smoke/smoke"]);
    await run();
    const start = performance.now();
    expect(await run()).toEqual(cold);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("finds all equal as on another machine", async () => {
    expect(differing(await run({ perturb: true }))).toEqual([]);
  });

  it("changes nothing by comparing, and leaves no temporary file", () => {
    expect(
      [...tree(join(project.root, "notebooks"))].map(([path, content]) => [path, content.toString("base64")]),
    ).toEqual([...original].map(([path, content]) => [path, content.toString("base64")]));
    expect(readdirSync(project.root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("names the cell and line of a changed digit in a table", async () => {
    edit(notebook, (text) => text.replace("罚款  12", "罚款  13").replace(">12<", ">13<"));
    expect(differing(await run())).toEqual([
      { name: "smoke", status: "differs", note: "cell 3, line 3: 罚款  13 now 罚款  12" },
    ]);
    restore();
  });

  it("names the trace and point of a changed value in a figure", async () => {
    edit(notebook, (text) => text.replace(/("y": \[\n\s+)12/, "$113"));
    expect(differing(await run())).toEqual([]); // the recorded hash is of what is drawn, which is right
    edit(lock, (text) => text.replace(/"spec": "..../, '"spec": "0000'));
    expect(differing(await run())).toEqual([
      { name: "smoke/smoke", status: "differs", note: "data[0].y[0]: 13 now 12" },
    ]);
    restore();
  });

  it("names the figure whose recorded hash was edited", async () => {
    edit(lock, (text) => text.replace(/"png": "..../, '"png": "0000'));
    const [finding, ...others] = differing(await run());
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ name: "smoke/smoke", status: "differs" });
    expect(finding!.note).toMatch(/^same values and SVG, other PNG: recorded 0000/);
    restore();
  });

  it("names a picture file that is missing or another", async () => {
    const picture = join(project.root, "notebooks", "figures", "smoke.svg");
    edit(picture, (text) => text.replace("条款数", "条款"));
    expect(differing(await run())[0]?.note).toBe("notebooks/figures/smoke.svg is another picture");
    rmSync(picture);
    expect(differing(await run())[0]?.note).toBe("notebooks/figures/smoke.svg is missing");
    restore();
  });

  it("names a recorded figure that no cell draws any more", async () => {
    edit(lock, (text) =>
      text.replace(
        /"figures": \{/,
        '"figures": {"gone": {"notebook": "smoke", "spec": "", "svg": "", "png": ""},',
      ),
    );
    expect(differing(await run())).toEqual([
      { name: "smoke/gone", status: "differs", note: "recorded in figures.lock.json, but no cell draws it" },
    ]);
    restore();
  });

  it("writes nothing for a notebook that fails, and names the cell", async () => {
    edit(notebook, (text) => text.replace("{ start: 0, end: 2 }", "{ start: 9, end: 2 }"));
    const before = readFileSync(lock, "utf8");
    const [whole] = await run({ update: true });
    expect(whole).toMatchObject({ name: "smoke", status: "failed" });
    expect(whole!.note).toMatch(/^cell 2: RangeError: slice requires/);
    expect(readFileSync(lock, "utf8")).toBe(before);
    restore();
  });

  it("the other machine shows what depends on clock, random numbers, time zone, language, processors or the network", async () => {
    const source = `import { cpus } from "node:os";
import { connect } from "node:net";
let tried = "open";
try { connect(9, "127.0.0.1").on("error", () => {}).destroy(); } catch (error) { tried = error.message; }
[Date.now() > 1.9e12, Math.random(), new Date(0).getHours(), Intl.DateTimeFormat().resolvedOptions().locale, cpus().length, tried].forEach((x) => console.log(x));`;
    const cell = {
      cell_type: "code" as const,
      id: "a",
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    };
    const where = { cwd: join(project.root, "notebooks"), root: project.root };
    const printed = async (more: object) => {
      const { notebook: done, problems } = await runNotebook(
        { cells: [cell], metadata: {} },
        { ...where, ...more },
      );
      expect(problems).toEqual([]);
      const [output] = done.cells[0]!.outputs;
      return output?.output_type === "stream" ? output.text.split("\n") : [];
    };
    const [here, there] = await Promise.all([printed({}), printed(OTHER_MACHINE)]);
    expect(here).toHaveLength(7);
    for (let i = 0; i < 6; i++) expect(there[i]).not.toBe(here[i]);
  });

  it("requires a notebook", async () => {
    await expect(run({ only: "nothing" })).rejects.toThrow(
      "reproduce requires a notebook whose name holds nothing",
    );
    expect(existsSync(join(project.root, "notebooks"))).toBe(true);
  });
});
