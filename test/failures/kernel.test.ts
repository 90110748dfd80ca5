// Kernels that die or hang, and what a figure or a lab needs and does not find.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { startKernel } from "../../dist/notebooks/kernel.js";

test("a kernel that dies ends its cell with a line that says how, and the next kernel starts", async () => {
  for (const [code, found] of [
    ["process.exit(3)", "the kernel ended"],
    ["process.kill(process.pid, 'SIGKILL'); while (true) {}", "the kernel ended (SIGKILL)"],
    ["const kept: string[] = []; while (true) kept.push('x'.repeat(1e6) + kept.length);", "the kernel ended"],
  ] as const) {
    const kernel = await startKernel({
      cwd: resolve("notebooks"),
      env: { NODE_OPTIONS: "--max-old-space-size=120" },
    });
    try {
      await expect(kernel.execute(code, 60_000)).rejects.toThrow(found);
    } finally {
      kernel.stop();
    }
  }
}, 300_000);

test("a kernel that hangs is ended when its time is over", async () => {
  const kernel = await startKernel({ cwd: resolve("notebooks") });
  await expect(kernel.execute("while (true) {}", 2000)).rejects.toThrow("no end after 2 s");
  await expect(kernel.execute("1", 5000)).rejects.toThrow();
}, 300_000);

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
  const run = spawnSync(process.execPath, ["--require", preload, "--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect(run.stdout).toMatch(
    /NotoSansHans-Regular.*expected the font of the figures, found none; npm ci installs it\n$/,
  );
}, 120_000);
