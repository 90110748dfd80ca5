import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { copyProject, type ProjectCopy } from "../../src/notebooks/project-copy.js";

// kernels and browsers start slowly on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

describe("guizhang reproduce as a process", () => {
  let project: ProjectCopy;

  beforeAll(() => {
    project = copyProject(resolve("."));
    const folder = join(project.root, "notebooks");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    cpSync("test/notebooks/fixtures/smoke.ipynb", join(folder, "smoke.ipynb"));
  });

  afterAll(() => project.remove());

  function start(...args: string[]) {
    const main = pathToFileURL(join(project.root, "dist", "cli", "main.js")).href;
    const script = `process.exitCode = await (await import(${JSON.stringify(main)})).main(${JSON.stringify(["reproduce", ...args])})`;
    const env = { ...process.env };
    delete env.GUIZHANG_CORPUS;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const text = { out: "", err: "" };
    child.stdout.on("data", (chunk) => {
      text.out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      text.err += chunk;
    });
    return {
      child,
      text,
      ended: new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code))),
    };
  }

  /** Processes whose folder is the copy's (the kernels). */
  const kernels = () =>
    readdirSync("/proc").filter((id) => {
      try {
        return /^\d+$/.test(id) && readlinkSync(`/proc/${id}/cwd`) === join(project.root, "notebooks");
      } catch {
        return false;
      }
    });

  it.skipIf(!existsSync("/proc/self/cwd"))(
    "ends at once on Ctrl-C, with no kernel left and no half file (skipped where there is no /proc)",
    async () => {
      const { child, ended } = start("--update");
      for (let i = 0; i < 300 && kernels().length === 0; i++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(kernels()).toHaveLength(1);
      child.kill("SIGINT");
      expect(await ended).toBe(130);
      for (let i = 0; i < 40 && kernels().length > 0; i++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(kernels()).toEqual([]);
      expect(readdirSync(join(project.root, "notebooks"))).toEqual(["smoke.ipynb"]);
      const notebook = readFileSync(join(project.root, "notebooks", "smoke.ipynb"), "utf8");
      expect(notebook).toBe(readFileSync("test/notebooks/fixtures/smoke.ipynb", "utf8"));
    },
  );

  it("prints a line for each notebook and figure, exits 0 when all are equal and 1 when one hash was edited", async () => {
    expect(await start("--update").ended).toBe(0);
    const good = start();
    expect(await good.ended).toBe(0);
    expect(good.text.out).toMatch(/^equal {4}smoke {2}3 cells\nequal {4}smoke\/smoke {2}[0-9a-f]{12}\n$/);
    expect(good.text.err).toMatch(/all equal \(/);
    const lock = join(project.root, "notebooks", "figures.lock.json");
    writeFileSync(lock, readFileSync(lock, "utf8").replace(/"svg": "..../, '"svg": "0000'));
    const bad = start();
    expect(await bad.ended).toBe(1);
    expect(bad.text.out).toMatch(/^differs {2}smoke\/smoke {2}same values, other picture/m);
    expect(bad.text.err).toMatch(/1 wrong/);
  });

  it("refuses a wrong call in one line with exit 2", async () => {
    for (const args of [["--update", "--perturb"], ["somewhere"], ["--only", "nothing"]]) {
      const { ended, text } = start(...args);
      expect(await ended, args.join(" ")).toBe(2);
      expect(text.err).toMatch(/^guizhang: .+\n$/);
    }
  });
});
