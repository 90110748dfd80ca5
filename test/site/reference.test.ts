// The reference of the site: complete, without dead links, readable in a browser by everybody.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fromCsv } from "../../src/csv.js";
import * as api from "../../src/index.js";
import { page as wholePage } from "../../src/site/html.js";
import { indexedPage } from "../../src/site/reference-index.js";
import { referencePages } from "../../src/site/reference-pages.js";
import { STYLE } from "../../src/site/style.js";
import { chromium, type Page, startPage } from "../browser/chromium.js";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = referencePages(resolve("."));
const indexed = pages.map((one) => ({ href: one.href, ...indexedPage(one) }));
const html = new Map(indexed.map(({ href, html }) => [href, html]));

test("every public function stands in the reference, and says what it is", () => {
  const text = pages.find(({ href }) => href === "api.html")!.markdown;
  const functions = Object.entries(api).filter(([, value]) => typeof value === "function");
  expect(functions.length).toBeGreaterThan(150);
  expect(functions.map(([name]) => name).filter((name) => !text.includes(`\n### ${name}\n`))).toEqual([]);
  const mute = [...text.matchAll(/### (\w+)\n\nSee the type in its file\./g)].map(([, name]) => name!);
  expect(mute.filter((name) => typeof (api as Record<string, unknown>)[name] === "function")).toEqual([]);
});

test("every column of every table, and every code, stands in the reference", () => {
  const tables = html.get("tables.html")!;
  for (const { name, columns } of Object.values(api.TABLES)) {
    expect(tables).toContain(`${name}.csv`);
    for (const column of columns) expect(tables).toContain(`<code>${column.name}</code>`);
  }
  const codes = html.get("codes.html")!;
  for (const code of [
    ...Object.keys(api.SANCTION_TYPES),
    ...api.REWARD_TYPES,
    ...api.ADDRESSEES,
    ...api.TRIGGERS,
  ])
    expect(codes).toContain(`<code>${code}</code>`);
});

test("the glossary is in order, in both languages, and names nothing twice", () => {
  const columns = ["english", "chinese", "definition"].map((name) => ({
    name,
    type: "string" as const,
    description: "",
  }));
  const rows = fromCsv(readFileSync("data/glossary.csv", "utf8"), columns, "data/glossary.csv") as Record<
    string,
    string
  >[];
  const terms = rows.map((row) => row.english!.toLowerCase());
  expect(terms).toEqual([...new Set(terms)].sort());
  expect(rows.filter((row) => !/\p{Script=Han}/u.test(row.chinese ?? "") || !row.definition)).toEqual([]);
});

test("every heading, question, function, column, code and term is an entry of the search, and leads to one place", () => {
  const places = indexed.flatMap(({ entries }) => entries.map(({ href }) => href));
  expect(new Set(places).size).toBe(places.length);
  for (const { href, html, entries } of indexed) {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `${href}#${id}`);
    expect(ids).toEqual(entries.map((entry) => entry.href));
    expect(html).not.toMatch(/<h\d>|<p><strong>|<tr><td>/);
    expect(entries.filter(({ name }) => name === "" || /[<>]|&\w+;/.test(name))).toEqual([]);
  }
  const named = (page: string) => {
    const { entries } = indexed.find(({ href }) => href === page)!;
    return new Set(entries.map(({ name }) => name));
  };
  for (const [page, names] of [
    ["api.html", ["analyse", "showTable"]],
    ["tables.html", Object.values(api.TABLES).flatMap(({ columns }) => columns.map(({ name }) => name))],
    ["questions.html", ["May I compare type-token ratios?"]],
    ["codes.html", [...api.REWARD_TYPES, ...api.TRIGGERS]],
  ] as const)
    expect(names.filter((name) => !named(page).has(name))).toEqual([]);
});

test("an entry has the text below its heading, without that of the next", () => {
  const markdown =
    "# A\n\none *two*\n\n## B & b\n\n| c | d |\n| --- | --- |\n| `x<y` | is |\n\n- item\n\n## B & b\n";
  const { entries } = indexedPage({ href: "p.html", name: "P", markdown });
  expect(entries.map(({ href, name, text }) => [href, name, text])).toEqual([
    ["p.html#a", "A", "one two"],
    ["p.html#b-b", "B & b", "item"],
    ["p.html#x-y", "x<y", "is"],
    ["p.html#b-b--2", "B & b", ""],
  ]);
});

test("no page of the reference has a link into the void, and the seminar one to each session", () => {
  const names = readdirSync("notebooks/seminar").filter((name) => name.endsWith(".ipynb"));
  const sessions = names.map((name) => name.replace(".ipynb", ".html")).sort();
  expect(sessions).toHaveLength(8);
  for (const [href, text] of html) {
    const links = [...text.matchAll(/href="([^"]+)"/g)]
      .map((m) => m[1]!)
      .filter((link) => !/^https?:/.test(link));
    expect([href, links]).toEqual([href, href === "seminar.html" ? sessions : []]);
  }
});

describe.skipIf(!chromium)("in Chromium (skipped where there is none)", () => {
  let browser: Page;
  let folder = "";
  const shown = pages.map(({ href, name }) => [href, name] as const);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "reference-"));
    writeFileSync(join(folder, "site.css"), STYLE);
    for (const { href, name } of pages)
      writeFileSync(
        join(folder, href),
        wholePage(html.get(href)!, { title: name, pages: shown, here: href }),
      );
    browser = await startPage();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(pages.map(({ href }) => href))(
    "%s passes axe, keeps a narrow screen, says nothing on the console",
    async (href) => {
      await browser.size(360, 800);
      await browser.open(pathToFileURL(join(folder, href)).href);
      expect(await browser.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      expect(browser.console).toEqual([]);
      await browser.evaluate(`${AXE}; true`);
      const violations = await browser.evaluate(`axe.run(document).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => [impact, id, nodes[0].html.slice(0, 200)].join(": ")))`);
      expect(violations).toEqual([]);
    },
  );
});
