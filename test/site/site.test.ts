import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { site } from "../../dist/site/site.js";
import type { Notebook } from "../../src/notebooks/notebook.js";
import { markdownHtml } from "../../src/site/markdown.js";
import { notebookBody } from "../../src/site/notebook-page.js";
import { chromium, type Page, startPage } from "../browser/chromium.js";

// kernels and browsers start slowly on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** axe-core, a collection of checks for accessibility, run in the page */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("markdownHtml", () => {
  it("runs no HTML of a notebook, loads no picture, and follows no address but of the web", () => {
    const html = markdownHtml(
      "<img src=x onerror=alert(1)> ![p](http://x/y.png) [a](javascript:alert(1)) [b](https://doi.org/1) [c](data:text/html,x) [d](../README.md) [e](codes.html#fine)",
    );
    expect(html).not.toMatch(/<img|javascript:|data:/);
    expect(html).toContain('<a href="https://doi.org/1">b</a>');
    expect(html.match(/<a [^>]*>/g)).toEqual(['<a href="https://doi.org/1">', '<a href="codes.html#fine">']);
    expect(html).toContain("&lt;img");
  });
});

describe("formulas", () => {
  it("become MathML without styles, in a line and on lines of their own, underscores and all", () => {
    const html = markdownHtml("A $v_i - s_i$ b\n\n$$\n\\frac{1}{2}\\sum_i x_i\n$$\n\nc");
    expect(html).toMatch(/<p>A <math><mrow><msub><mi>v<\/mi>[\s\S]*<\/math> b<\/p>/);
    expect(html).toMatch(/<div class="formula" tabindex="0"><math display="block"/);
    expect(html).not.toMatch(/style=|<em>|\$/);
  });

  it("leave prices, code and what is no formula as text", () => {
    const html = markdownHtml("5$ and 6$, `$x_1$`, $\\nonsense{$");
    expect(html).toContain("5$ and 6$");
    expect(html).toContain("<code>$x_1$</code>");
    expect(html).toContain("<code>\\nonsense{</code>");
  });
});

describe("notebookBody", () => {
  const body = (data: Record<string, string>) => {
    const outputs = [{ output_type: "display_data" as const, data, metadata: {} }];
    const cell = {
      cell_type: "code" as const,
      id: "a",
      source: "x < y",
      metadata: {},
      execution_count: 1,
      outputs,
    };
    return notebookBody({ cells: [cell], metadata: {} } satisfies Notebook);
  };

  it("shows tables of showTable as tables and any other HTML as text", () => {
    expect(
      body({
        "text/html": '<table>\n<tr><td style="text-align:left">a</td></tr>\n</table>',
        "text/plain": "a",
      }),
    ).toContain('<td class="left">a</td>');
    const foreign = body({
      "text/html": "<table><tr onclick=x><td>a</td></tr></table>",
      "text/plain": "<plain>",
    });
    expect(foreign).not.toContain("onclick");
    expect(foreign).toContain("&lt;plain&gt;");
  });

  it("escapes code", () => {
    expect(body({ "text/plain": "" })).toContain("<code>x &lt; y</code>");
  });
});

describe("the site", () => {
  const files: ReadonlyMap<string, string | Uint8Array> = site(resolve("."));
  const pages = [...files.keys()].filter((name) => name.endsWith(".html"));

  it("links only to what it holds, or to the web", () => {
    for (const name of pages) {
      const html = String(files.get(name));
      for (const [, address = ""] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (/^https?:|^data:,$/.test(address)) continue;
        const [path = "", place] = address.split("#");
        const target = path === "" ? name : path;
        expect(files.has(target), `${name} links to ${address}`).toBe(true);
        if (place)
          expect(String(files.get(target)), `${name} links to ${address}`).toContain(`id="${place}"`);
      }
    }
  });

  it("has a receipt whose references all lead somewhere in it", () => {
    const { "@graph": graph } = JSON.parse(String(files.get("ro-crate-metadata.json"))) as {
      "@graph": { "@id": string }[];
    };
    const known = new Set(graph.map((entity) => entity["@id"]));
    expect(known.size).toBe(graph.length);
    expect(known.size).toBeGreaterThan(1000);
    const referred = JSON.stringify(graph).match(/\{"@id":"[^"]+"\}/g) ?? [];
    for (const reference of referred) {
      const { "@id": id } = JSON.parse(reference) as { "@id": string };
      if (/^https?:/.test(id)) continue;
      const [page = "", place] = id.split("#");
      if (page.endsWith(".html")) expect(String(files.get(page)), id).toContain(`id="${place}"`);
      else expect(known, id).toContain(id);
    }
  });

  describe.skipIf(!chromium)("in Chromium, from a folder (skipped where there is no Chromium)", () => {
    let page: Page;
    let folder: string;
    const address = (name: string) => pathToFileURL(join(folder, name)).href;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "site-"));
      for (const [name, content] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      page = await startPage();
    });

    afterAll(async () => {
      await page.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const keep = async (name: string) => {
      if (process.env.GUIZHANG_PICTURES)
        writeFileSync(join(process.env.GUIZHANG_PICTURES, name), await page.picture());
    };

    it.each(pages)(
      "%s opens with a clean console, asks nobody, and does not widen a narrow screen",
      async (name) => {
        await page.size(360, 800);
        await page.open(address(name));
        await keep(`narrow-${name}.png`);
        expect(page.console).toEqual([]);
        expect(page.requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual(
          [],
        );
        expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
        await page.size(1100, 1400);
        await keep(`wide-${name}.png`);
      },
    );

    it.each(pages)("%s passes axe-core's rules for accessible pages, contrast among them", async (name) => {
      await page.size(1100, 1400);
      await page.open(address(name));
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      await page.evaluate(`${AXE}; true`);
      const violations = await page.evaluate(`axe.run(document).then(({ violations }) =>
        violations.map(({ id, impact, nodes }) => [impact, id, nodes[0].html.slice(0, 200)].join(": ")))`);
      expect(violations).toEqual([]);
    });

    it("opens a figure by keyboard, with the values to be read", async () => {
      await page.size(1100, 1400);
      await page.open(address(pages.find((name) => /^\d/.test(name))!));
      await page.evaluate("document.querySelector('button[data-figure]').focus()");
      await page.press("Enter");
      await page.until(
        "document.querySelector('.interactive .main-svg .bars path, .interactive .main-svg .plot path')",
      );
      expect(await page.evaluate<boolean>("document.querySelector('figure img').hidden")).toBe(true);
      await page.evaluate("document.querySelector('.interactive').scrollIntoView(), true");
      await keep("interactive.png");
      expect(page.console).toEqual([]);
      expect(page.requests.filter((url) => /^https?:/.test(url))).toEqual([]);
    });

    it.each(pages.filter((name) => /^\d/.test(name)))("%s opens each of its figures", async (name) => {
      await page.size(1100, 1400);
      await page.open(address(name));
      await page.evaluate("for (const one of document.querySelectorAll('button[data-figure]')) one.click()");
      await page.until(
        "[...document.querySelectorAll('.interactive')].every((one) => one.querySelector('.main-svg'))",
      );
      expect(page.console).toEqual([]);
      expect(page.requests.filter((url) => /^https?:/.test(url))).toEqual([]);
    });

    it("finds a term in its context, and the provisions of a type", async () => {
      await page.open(address("search.html"));
      const rows = () => page.evaluate<number>("document.querySelectorAll('#result tr').length");
      const provisions = await rows();
      expect(provisions).toBeGreaterThan(10);
      await page.evaluate("(term.value = '罚款', term.dispatchEvent(new Event('input')), true)");
      const found = await page.evaluate<string[]>(
        "[...document.querySelectorAll('#result th')].map((cell) => cell.textContent)",
      );
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found)).toEqual(new Set(["罚款"]));
      // the same term in the reference: by its name first, with a link to its place
      const entries = () =>
        page.evaluate<string[][]>(
          "[...document.querySelectorAll('#entries a')].map((a) => [a.getAttribute('href'), a.textContent])",
        );
      expect((await entries()).length).toBeGreaterThan(0);
      await page.evaluate("(term.value = 'CLIFFSDELTA', term.dispatchEvent(new Event('input')), true)");
      expect((await entries())[0]).toEqual(["api.html#cliffsdelta", "cliffsDelta"]);
      await page.evaluate("(term.value = '<b>nowhere</b>', term.dispatchEvent(new Event('input')), true)");
      expect(await rows()).toBe(0);
      expect(await entries()).toEqual([]);
      await page.evaluate(
        "(term.value = '', term.dispatchEvent(new Event('input')), type.selectedIndex = 1, type.dispatchEvent(new Event('change')), true)",
      );
      expect(await rows()).toBeLessThan(provisions);
      await keep("search.png");
    });

    it("every link, button and field is reached by the Tab key, and the first leads past the navigation", async () => {
      await page.open(address("search.html"));
      await page.press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("skip");
      const reached = new Set<string>();
      for (let i = 0; i < 40; i++) {
        reached.add(
          await page.evaluate<string>(
            "document.activeElement.id || document.activeElement.getAttribute('href') || document.activeElement.className",
          ),
        );
        await page.press("Tab");
      }
      for (const wanted of ["term", "type", "scroll", "index.html", "receipt.html"])
        expect(reached).toContain(wanted);
    });
  });
});
