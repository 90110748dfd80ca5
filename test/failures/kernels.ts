// Kernels that die or hang, and what a figure or a lab needs and does not find.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { startKernel } from "../../dist/notebooks/kernel.js";
import { call } from "../cli/call.js";
import { survived } from "./injected.js";

/** A kernel that is started after a fault computes as if nothing had been. */
async function expectNextKernel(): Promise<void> {
  const kernel = await startKernel({ cwd: resolve("notebooks") });
  try {
    const { failures } = await kernel.execute("if (1 + 1 !== 2) throw new Error('wrong');", 60_000);
    expect(failures).toEqual([]);
  } finally {
    kernel.stop();
  }
}

test("a kernel that dies ends its cell with a line that says how, and the next kernel starts", async () => {
  const deaths = [
    ["process.exit(3)", "the kernel ended"],
    ["process.kill(process.pid, 'SIGKILL'); while (true) {}", "the kernel ended (SIGKILL)"],
    ["const kept: string[] = []; while (true) kept.push('x'.repeat(1e6) + kept.length);", "the kernel ended"],
  ] as const;
  for (const [code, found] of deaths) {
    const kernel = await startKernel({
      cwd: resolve("notebooks"),
      env: { NODE_OPTIONS: "--max-old-space-size=120" },
    });
    try {
      await expect(kernel.execute(code, 60_000)).rejects.toThrow(found);
    } finally {
      kernel.stop();
    }
    await expectNextKernel();
  }
  survived("kernel that dies", deaths.length);
});

test("a kernel that hangs is ended when its time is over", async () => {
  const kernel = await startKernel({ cwd: resolve("notebooks") });
  await expect(kernel.execute("while (true) {}", 2000)).rejects.toThrow("no end after 2 s");
  await expect(kernel.execute("1", 5000)).rejects.toThrow();
  await expectNextKernel();
  survived("kernel that hangs", 1);
});

test("a missing font is named in a line, and no figure is drawn with another", () => {
  const hidden = `const fs = require("node:fs"); const read = fs.readFileSync;
fs.readFileSync = (path, ...rest) => {
  if (/NotoSans/.test(String(path))) throw Object.assign(new Error("ENOENT: no such file, open '" + path + "'"), { code: "ENOENT" });
  return read(path, ...rest);
};
require("node:module").syncBuiltinESMExports();`;
  const script = `import { holdings, loadStudy, renderFigure } from "guizhang";
try { await renderFigure("a", holdings(loadStudy().parts), { caption: "a", source: "b" }); console.log("drawn"); }
catch (error) { console.log(error.message); }`;
  const folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  const preload = join(folder, "hidden.cjs");
  writeFileSync(preload, hidden);
  const draw = (...options: readonly string[]) =>
    spawnSync(process.execPath, [...options, "--input-type=module", "--eval", script], { encoding: "utf8" });
  const run = draw("--require", preload);
  rmSync(folder, { recursive: true });
  expect(run.stdout).toMatch(
    /NotoSansHans-Regular.*expected the font of the figures, found none; npm ci installs it\n$/,
  );
  expect(draw().stdout).toBe("drawn\n");
  survived("missing font", 1);
});

test("where there is no Jupyter, a line says how to get it, and notebooks run without it", async () => {
  const path = process.env.PATH;
  process.env.PATH = "/nonexistent";
  try {
    const { status, err } = await call("lab");
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/^guizhang: lab requires Jupyter, found neither/),
    ]);
    await expectNextKernel();
  } finally {
    process.env.PATH = path;
  }
  survived("missing Jupyter", 1);
});
