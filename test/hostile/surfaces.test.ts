// Hostile text is shown as text wherever it comes out: terminal, tables, CSV, figures, pages.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromCsv, toCsv } from "../../src/csv.js";
import { renderTable } from "../../src/display/table.js";
import { parseNotebook } from "../../src/notebooks/notebook.js";
import { readRules } from "../../src/provisions/read-rules.js";
import { page as sitePage } from "../../src/site/html.js";
import { notebookBody } from "../../src/site/notebook-page.js";
import { countTerms } from "../../src/terms/counts.js";
import { chromium, startPage } from "../browser/chromium.js";
import { call } from "../cli/call.js";
import { HOSTILE, REWRITES } from "./texts.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the terminal", () => {
  test("a table and a message hold no control character of a text, a file's name or an error", async () => {
    const names = [
      "a\u001b[2Jb.txt",
      "c\u009b31m.txt",
      "d\u202eftxt.txt",
      "__proto__.txt",
      "constructor.txt",
    ];
    const texts = join(folder, "names");
    mkdirSync(texts);
    for (const name of names)
      writeFileSync(join(texts, name), `${HOSTILE.join("，")}。\n违反规定的，处五百元罚款。\n`);
    writeFileSync(join(texts, "broken\u001b[31m.txt"), Uint8Array.of(0xff, 0xfe, 0xff));
    for (const command of ["parts", "noise", "outline", "terms", "consequences"]) {
      const { out, err, status } = await call(command, texts, "--format", "table");
      expect([command, status, REWRITES.test(out), REWRITES.test(err)]).toEqual([command, 2, false, false]);
      expect(err).toContain("broken·[31m.txt");
    }
    const { out } = await call("consequences", texts, "--keep-duplicates");
    expect(
      new Set(
        out
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line).source),
      ),
    ).toEqual(new Set(names));
    expect((await call("terms", join(folder, "none\u001b[2J"))).err).not.toMatch(REWRITES);
  });
});

describe("files", () => {
  test("links out of a folder are passed over with a line, names that climb stay names", async () => {
    const texts = join(folder, "links");
    mkdirSync(texts);
    writeFileSync(join(folder, "secret.txt"), "罚款五百元。");
    symlinkSync(join(folder, "secret.txt"), join(texts, "a.txt"));
    symlinkSync(folder, join(texts, "up"));
    const row = { id: "../../../etc/x", text: "违反规定的，处五百元罚款。" };
    writeFileSync(join(texts, "rows.jsonl"), `${JSON.stringify(row)}\n`);
    const { err, out } = await call("consequences", join(texts));
    expect([out, err]).toEqual(["", expect.stringContaining("a.txt: passed over: a link")]);
    const brat = join(folder, "brat");
    expect((await call("export", "--to", "brat", "--output", brat, join(texts, "rows.jsonl"))).status).toBe(
      0,
    );
    expect(readdirSync(brat)).toHaveLength(2);
    expect(readdirSync(brat).every((name) => name.startsWith("rows.jsonl#..__..__..__etc__x"))).toBe(true);
  });

  test("a small .gz that stands for a gigabyte is one line of error, and memory stays small", async () => {
    const path = join(folder, "bomb.jsonl.gz");
    const block = gzipSync(Buffer.alloc(64 * 2 ** 20, "a"), { level: 9 });
    writeFileSync(
      path,
      Buffer.concat([
        ...Array.from({ length: 8 }, () => block),
        gzipSync('\n{"text":"违反规定的，处五百元罚款。"}\n'),
      ]),
    );
    const before = process.memoryUsage().rss;
    const { status, err, out } = await call("consequences", path);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20);
    expect([status, out.trim().split("\n").length]).toEqual([2, 1]);
    expect(
      err.split("\n").filter((line) => line.includes("bomb.jsonl.gz, row 1: expected at most")),
    ).toHaveLength(1);
  });

  test("YAML with anchors that multiply, tags that name code and keys of every object is refused or plain", () => {
    const head = 'layer: own\nversion: "1"\n';
    const rule = (text: string) => {
      const path = join(folder, "own.yaml");
      writeFileSync(path, head + text);
      return () => readRules({ overlays: [path] });
    };
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefghi".split("").map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]`),
    ];
    const began = performance.now();
    expect(rule(`lists:\n${bomb.map((line) => `  ${line}`).join("\n")}\n`)).toThrow(/own\.yaml:\d+: /);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(rule("cues: !!js/function 'function () { globalThis.hit = 1 }'\n")).toThrow(
      "expected cues to be a list",
    );
    expect(rule("__proto__: { layer: x }\n")).toThrow("unknown key __proto__");
    expect(({} as Record<string, unknown>).layer).toBeUndefined();
    expect("hit" in globalThis).toBe(false);
  });
});

describe("tables", () => {
  test("CSV keeps every value as it is, formula signs too, and reads back the same", () => {
    const columns = [
      { name: "term", type: "string" as const, description: "" },
      { name: "count", type: "integer" as const, description: "" },
    ];
    const rows = HOSTILE.map((term, count) => ({ term, count }));
    expect(fromCsv(toCsv(rows, columns), columns)).toEqual(rows);
  });

  test("a column called __proto__ is a column", () => {
    const [row] = fromCsv("a,__proto__,constructor\n1,2,3\n", [
      { name: "a", type: "string", description: "" },
    ]);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(Object.entries(row!)).toContainEqual(["constructor", "3"]);
  });

  test("names that every object has are counted like any other term", () => {
    const terms = ["__proto__", "constructor", "toString", "__proto__"];
    const { rows } = { rows: countTerms([{ id: "a", terms }]) };
    expect(rows.map(({ term, count }) => [term, count])).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
      ["toString", 1],
    ]);
  });

  test("a table of a notebook holds them as text", () => {
    const { html } = renderTable(HOSTILE.map((term) => ({ term })));
    const { document } = new JSDOM(html).window;
    expect(document.querySelectorAll("script, img, svg, a, iframe, style, b")).toHaveLength(0);
    expect([...document.querySelectorAll("td")].map((cell) => cell.textContent)).toEqual(HOSTILE);
  });
});

describe("pages", () => {
  /** A notebook from elsewhere: hostile in every place that a cell has. */
  const foreign = () => {
    const all = HOSTILE.join("\n\n");
    const data = {
      "text/html": all,
      "text/plain": all,
      "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.hit=1"><script>globalThis.hit=1</script></svg>`,
      "application/javascript": "globalThis.hit=1",
    };
    const outputs = [
      { output_type: "display_data", data, metadata: { [all]: all } },
      { output_type: "execute_result", data, metadata: {}, execution_count: 1 },
      { output_type: "stream", name: "stdout", text: all },
      { output_type: "error", ename: all, evalue: all, traceback: [all] },
    ];
    const cells = [
      { cell_type: "markdown", id: "a", source: all, metadata: {} },
      { cell_type: "code", id: "b", source: all, metadata: { [all]: all }, outputs, execution_count: 1 },
      { cell_type: "raw", id: "c", source: all, metadata: {} },
    ];
    return parseNotebook(
      JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { title: all }, cells }),
      "foreign",
    );
  };
  const html = (): string =>
    sitePage(notebookBody(foreign()), {
      title: HOSTILE.join(" "),
      pages: [["a.html", HOSTILE.join(" ")]],
      here: "a.html",
    });

  test("a foreign notebook's page has no element, handler or address of its texts", () => {
    const { document } = new JSDOM(html()).window;
    expect(document.querySelectorAll("script, svg, iframe, style, img")).toHaveLength(0);
    const attributes = [...document.querySelectorAll("*")].flatMap((node) => [...node.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith("on"))).toEqual([]);
    const links = attributes
      .filter(({ name }) => /^(?:href|src|action|xlink:href)$/.test(name))
      .map(({ value }) => value);
    expect(links.filter((value) => /javascript:|^data:(?!,)/.test(value))).toEqual([]);
  });

  test.skipIf(!chromium)(
    "in Chromium no script of it runs and no request leaves, even without the page's own policy",
    async () => {
      const page = await startPage();
      try {
        for (const [name, content] of [
          ["strict.html", html()],
          ["bare.html", html().replace(/<meta http-equiv[^>]*>/, "")],
        ] as const) {
          writeFileSync(join(folder, name), content);
          await page.open(pathToFileURL(join(folder, name)).href);
          expect([name, await page.evaluate("globalThis.hit ?? null")]).toEqual([name, null]);
          expect(page.requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual(
            [],
          );
          expect(await page.evaluate<string>("document.body.textContent")).toContain(
            "<script>globalThis.hit=1</script>",
          );
        }
      } finally {
        await page.close();
      }
    },
    120_000,
  );
});
