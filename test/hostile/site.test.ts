// The search and the receipt of a site whose texts, file names, notebooks and records are hostile: all of it is text.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { site } from "../../dist/site/site.js";
import { drawnFigures } from "../../src/notebooks/drawn.js";
import { parseNotebook } from "../../src/notebooks/notebook.js";
import { passiveSvg } from "../../src/site/passive-svg.js";
import { chromium, type Page, startPage } from "../browser/chromium.js";
import { HOSTILE } from "./texts.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const ALL = HOSTILE.join(" ");
/** Hostile and yet a name that a file may have. */
const NAME = `'"><img src=x onerror=globalThis.hit=1>#?%2e%`;
const TEXTS = [`${NAME}.txt`, "__proto__.txt", "constructor.txt"];

let folder = "";
let files: ReadonlyMap<string, string | Uint8Array> = new Map();

/** A copy of the project with hostile teaching texts, a hostile notebook and a hostile record of its rows. */
function hostileProject(root: string): void {
  for (const name of [".github", "src", "package.json", "README.md"])
    symlinkSync(resolve(name), join(root, name));
  mkdirSync(join(root, "data"));
  for (const name of readdirSync("data"))
    if (name !== "teaching" && name !== "study") symlinkSync(resolve("data", name), join(root, "data", name));
  mkdirSync(join(root, "data", "teaching"));
  for (const name of TEXTS) {
    const provisions = HOSTILE.map((text) => `${text}违反规定的，${text}处五百元罚款。${text}`);
    writeFileSync(join(root, "data", "teaching", name), `关于加强工作的通知\n${provisions.join("\n")}\n`);
  }
  cpSync("data/study", join(root, "data", "study"), { recursive: true });
  const parts = readFileSync("data/study/parts.csv", "utf8").split("\n");
  const cell = `"${ALL.replaceAll('"', '""')}"`;
  parts[1] = parts[1]!.replace(/^[^,]*/, cell);
  writeFileSync(join(root, "data", "study", "parts.csv"), parts.join("\n"));
  writeFileSync(
    join(root, "data", "study", "sources.csv"),
    `source,bytes,characters,encoding,sha256\n${cell},1,1,utf-8,${cell}\n`,
  );
  mkdirSync(join(root, "notebooks", "seminar"), { recursive: true });
  cpSync("notebooks/seminar/README.md", join(root, "notebooks/seminar/README.md"));
  writeFileSync(join(root, "notebooks", `${NAME}.ipynb`), JSON.stringify(notebook("own")));
  const rows = { "data/study/parts.csv": { "1-2": `part ${ALL}` }, "data/teaching:parts": { all: "*" } };
  writeFileSync(
    join(root, "notebooks", "figures.rows.json"),
    JSON.stringify({ [NAME]: { "2": rows, "3": rows } }),
  );
  const inputs = { [ALL]: ALL };
  writeFileSync(
    join(root, "notebooks", "figures.lock.json"),
    JSON.stringify({ environment: { [ALL]: ALL }, notebooks: { [NAME]: { inputs } }, figures: {} }),
  );
  writeFileSync(join(root, "CITATION.cff"), `version: ${ALL}\ndate-released: ${ALL}\n`);
}

function notebook(...figures: readonly string[]): object {
  const shown = (figure: string) => ({
    output_type: "display_data",
    data: {
      "application/vnd.plotly.v1+json": {
        data: [{ type: "bar", x: HOSTILE, y: [1] }],
        layout: { title: ALL },
      },
      "image/svg+xml": "<svg><text>a</text></svg>",
      "image/png": "",
      "text/plain": `${ALL}\n${ALL}`,
    },
    metadata: { guizhang: { figure, inputs: [ALL] } },
  });
  const code = (outputs: readonly object[]) => ({
    cell_type: "code",
    id: "b",
    source: ALL,
    metadata: {},
    outputs,
    execution_count: 1,
  });
  const printed = { output_type: "stream", name: "stdout", text: `${ALL} 412` };
  const cells = [
    { cell_type: "markdown", id: "a", source: `# ${ALL}\n\n${ALL} 412 records`, metadata: {} },
    code([printed, ...figures.map(shown)]),
    code([printed]),
  ];
  return { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  const root = join(folder, "project");
  mkdirSync(root);
  hostileProject(root);
  files = site(root);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("no file of the site lies outside its folder, and a figure's id that would is refused", () => {
  expect([...files.keys()].filter((name) => name.split("/").includes(".."))).toEqual([]);
  for (const id of ["../../climbs", '"><script>globalThis.hit=1</script>', "__proto__"]) {
    const foreign = parseNotebook(JSON.stringify(notebook(id)), "foreign");
    expect(() => drawnFigures(foreign)).toThrow(
      `figure requires an id of lower-case words joined by hyphens, got ${id}`,
    );
  }
});

test.each(["search.html", "receipt.html", "index.html", `${encodeURIComponent(NAME)}.html`])(
  "%s: no element, handler or address of a text",
  (name) => {
    const html = files.get(decodeURIComponent(name)) as string;
    const { document } = new JSDOM(html).window;
    expect(document.querySelectorAll("iframe, style, svg, object, embed")).toHaveLength(0);
    const scripts = [...document.querySelectorAll("script")].map((script) => script.getAttribute("src"));
    expect(scripts.filter((src) => !/^[\w.-]+\.js$/.test(src ?? ""))).toEqual([]);
    const attributes = [...document.querySelectorAll("*")].flatMap((node) => [...node.attributes]);
    expect(attributes.filter(({ name }) => /^(?:on|style$|srcdoc$)/.test(name))).toEqual([]);
    const addresses = attributes
      .filter(({ name }) => /^(?:href|src|action)$/.test(name))
      .map(({ value }) => value);
    expect(addresses.filter((value) => /^(?:javascript|http:|\/\/)/.test(value))).toEqual([]);
    for (const address of addresses.filter((value) => /^[^#:]+\.html/.test(value)))
      expect(files.has(decodeURIComponent(address.split("#")[0]!))).toBe(true);
  },
);

test("the receipt prints what it was given", () => {
  const { document } = new JSDOM(String(files.get("receipt.html"))).window;
  const text = document.querySelector("main")!.textContent!;
  for (const hostile of [ALL, NAME]) expect(text).toContain(hostile);
});

test("a picture from elsewhere is drawn only where nothing in it runs, loads or leads away", () => {
  for (const svg of [
    '<svg onload="globalThis.hit=1"></svg>',
    '<svg><g id=">" onload="globalThis.hit=1"/></svg>',
    "<svg><script>globalThis.hit=1</script></svg>",
    "<svg><foreignObject><iframe/></foreignObject></svg>",
    '<svg><path fill="url(https://example.org/a#b)"/></svg>',
    '<svg><a xlink:href="javascript:globalThis.hit=1"><text>a</text></a></svg>',
    "<svg><style>@import 'https://example.org/a.css'</style></svg>",
    '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg/>',
    "<svg><g onclick=globalThis.hit=1></g></svg>",
  ])
    expect(() => passiveSvg(svg, "a")).toThrow(/^site requires pictures that only draw, got .* in a$/);
  for (const name of readdirSync("notebooks/figures").filter((name) => name.endsWith(".svg"))) {
    const svg = readFileSync(join("notebooks/figures", name), "utf8");
    expect(passiveSvg(svg, name)).toBe(svg);
  }
});

describe.skipIf(!chromium)(
  "in Chromium with the site's strict policy (skipped where there is no Chromium)",
  () => {
    let page: Page;
    beforeAll(async () => {
      for (const [name, content] of files) {
        mkdirSync(dirname(join(folder, "site", name)), { recursive: true });
        writeFileSync(join(folder, "site", name), content);
      }
      page = await startPage();
    });
    afterAll(() => page.close());

    const open = (name: string) =>
      page.open(`${pathToFileURL(join(folder, "site")).href}/${encodeURIComponent(name)}`);
    const untouched = async (name: string) => {
      expect([name, await page.evaluate("globalThis.hit ?? null"), page.console]).toEqual([name, null, []]);
      expect(page.requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
    };

    test("the pages open, and nothing of a text runs or is asked for, with and without the policy", async () => {
      for (const name of [...files.keys()].filter((name) =>
        /^(?:search|receipt|index|'.*)\.html$/.test(name),
      )) {
        await open(name);
        await untouched(name);
        const bare = String(files.get(name)).replace(/<meta http-equiv[^>]*>/, "");
        writeFileSync(join(folder, "site", "bare.html"), bare);
        await open("bare.html");
        await untouched(`${name} without its policy`);
      }
    });

    test("the search shows a hostile term, its context and the name of its file as text", async () => {
      await open("search.html");
      for (const term of HOSTILE.map((text) => text.trim())) {
        await page.evaluate(
          `(term.value = ${JSON.stringify(term)}, term.dispatchEvent(new Event("input")), true)`,
        );
        const rows = await page.evaluate<string[][]>(
          "[...document.querySelectorAll('#result tr')].map((row) => [...row.children].map((cell) => cell.textContent))",
        );
        expect([term, rows.length > 0]).toEqual([term, true]);
        expect(TEXTS).toContain(rows[0]![0]);
        expect(await page.evaluate("document.querySelectorAll('#result :not(tr, th, td)').length")).toBe(0);
      }
      await page.evaluate("(term.value = '', term.dispatchEvent(new Event('input')), true)");
      expect(await page.evaluate<number>("document.querySelectorAll('#result tr').length")).toBeGreaterThan(
        0,
      );
      await untouched("search");
    });

    test("a figure from elsewhere opens, and nothing in it runs or is asked for", async () => {
      await open(`${NAME}.html`);
      await page.evaluate("document.querySelector('button[data-figure]').click()");
      await page.until("document.querySelector('.interactive .main-svg')");
      await untouched("figure");
    });
  },
);
