// A reader's way: Jupyter with our kernel, in Chromium. Skipped where Jupyter Notebook or Chromium is missing.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeKernelSpec } from "../../src/notebooks/kernel-spec.js";
import { formatNotebook, parseNotebook } from "../../src/notebooks/notebook.js";
import { chromium, type Page, startPage } from "../browser/chromium.js";

// the classic notebook (version 6), which Debian has; JupyterLab has another page
const version = spawnSync("jupyter-notebook", ["--version"], { encoding: "utf8" }).stdout ?? "";
const classic = /^6\./.test(version);

describe.skipIf(!classic || !chromium)(
  "Jupyter Notebook in Chromium (skipped where either is missing)",
  () => {
    const folder = resolve(".cache", "jupyter-test");
    let server: ChildProcess;
    let page: Page;
    let address: string;

    beforeAll(async () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const fixture = parseNotebook(readFileSync("test/notebooks/fixtures/smoke.ipynb", "utf8"), "smoke");
      const empty = {
        ...fixture,
        cells: fixture.cells.map((cell) => ({ ...cell, outputs: [], execution_count: null })),
      };
      writeFileSync(join(folder, "smoke.ipynb"), formatNotebook(empty));
      const probe = createServer();
      const port = await new Promise<number>((resolve) =>
        probe.listen(0, "127.0.0.1", () => resolve((probe.address() as { port: number }).port)),
      );
      await new Promise((resolve) => probe.close(resolve));
      address = `http://127.0.0.1:${port}`;
      const options = [
        "--no-browser",
        "--allow-root",
        `--port=${port}`,
        "--ip=127.0.0.1",
        "--NotebookApp.token=",
        "--NotebookApp.password=",
        `--notebook-dir=${folder}`,
      ];
      server = spawn("jupyter-notebook", options, {
        env: { ...process.env, ...writeKernelSpec(resolve(".")) },
        stdio: "ignore",
      });
      for (let i = 0; i < 100; i++) {
        if (
          await fetch(`${address}/api`).then(
            (r) => r.ok,
            () => false,
          )
        )
          break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      page = await startPage();
      await page.size(1000, 1400);
    });

    afterAll(async () => {
      await page?.close();
      server?.kill("SIGINT");
      server?.kill("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    });

    it("runs all cells and shows text, table and figure", async () => {
      await page.open(`${address}/notebooks/smoke.ipynb`);
      await page.until("window.Jupyter?.notebook?.kernel?.is_connected()", 40_000);
      await page.evaluate("Jupyter.notebook.trusted = true, Jupyter.notebook.execute_all_cells(), true");
      await page.until(
        "document.querySelectorAll('.output_area svg.main-svg, .output_area img').length > 0",
        60_000,
      );
      const shown = await page.evaluate<{
        text: string;
        cells: string[];
        labels: string[];
        width: number;
      }>(`({
      text: document.querySelector(".output_stdout").innerText.trim(),
      cells: [...document.querySelectorAll(".output_area td")].map((cell) => cell.innerText),
      labels: [...document.querySelectorAll(".output_area svg.main-svg text")].map((text) => text.textContent),
      width: document.querySelector(".output_area svg.main-svg").getBoundingClientRect().width,
    })`);
      expect(shown.text).toBe("罚款");
      expect(shown.cells).toEqual(["罚款", "12", "警告", "5"]);
      expect(shown.labels).toEqual(expect.arrayContaining(["罚款", "警告", "条款数"]));
      expect(shown.width).toBeGreaterThan(700);
      if (process.env.GUIZHANG_PICTURES) {
        writeFileSync(join(process.env.GUIZHANG_PICTURES, "jupyter.png"), await page.picture());
      }
    }, 120_000);
  },
);
