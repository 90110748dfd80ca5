import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { readCorpus } from "../corpus/read.js";
import { plotlySource } from "../figures/resources.js";
import { drawnFigures, figureHashes, sha256, sortedJson } from "../notebooks/drawn.js";
import { namesIn } from "../notebooks/files.js";
import { readLock } from "../notebooks/lock.js";
import { type Notebook, parseNotebook } from "../notebooks/notebook.js";
import { quotedNumbers } from "../notebooks/quoted-numbers.js";
import { analyseDocuments } from "../study/analyse.js";
import { escapeHtml, page, scrollingTable } from "./html.js";
import { notebookBody, notebookTitle } from "./notebook-page.js";
import { type InputTable, type Receipt, type ReceiptEntry, roCrate, type SourceFile } from "./receipt.js";
import { STYLE } from "./style.js";

type Files = Map<string, string | Uint8Array>;
type Pages = readonly (readonly [href: string, name: string])[];

/**
 * The static site: every notebook as a page, all figures at a glance, a search over the teaching corpus, the receipt.
 * It is made of committed files only, works from a folder without a server, and asks nobody for anything.
 *
 * @param root the project's folder
 * @returns path below the site's folder to content
 */
export function site(root: string): Files {
  const folder = join(root, "notebooks");
  const notebooks = namesIn(folder, ".ipynb").map(
    (name) => [name, parseNotebook(readFileSync(join(folder, `${name}.ipynb`), "utf8"), name)] as const,
  );
  const pages: Pages = [
    ["index.html", "Guizhang 规章"],
    ...notebooks.map(([name, notebook]) => [`${name}.html`, notebookTitle(notebook, name)] as const),
    ["search.html", "Search 检索"],
    ["receipt.html", "Receipt 凭据"],
  ];
  const files: Files = new Map();
  for (const [name, notebook] of notebooks) {
    const options = {
      title: notebookTitle(notebook, name),
      scripts: ["figures.browser.js"],
      pages,
      here: `${name}.html`,
    };
    files.set(`${name}.html`, page(notebookBody(notebook), options));
    for (const { id, spec, svg, png } of drawnFigures(notebook)) {
      files.set(`figures/${id}.svg`, svg);
      files.set(`figures/${id}.png`, png);
      files.set(`figures/${id}.json`, `${sortedJson(spec)}\n`);
      files.set(
        `figures/${id}.js`,
        assigned(`(window.figureSpecifications ??= {})[${JSON.stringify(id)}]`, spec),
      );
    }
  }
  const receipt = collectReceipt(root, notebooks);
  files.set("index.html", page(indexBody(notebooks), { title: "Guizhang 规章", pages, here: "index.html" }));
  files.set(
    "receipt.html",
    page(receiptBody(receipt), { title: "Receipt 凭据", pages, here: "receipt.html" }),
  );
  files.set("ro-crate-metadata.json", `${JSON.stringify(roCrate(receipt), null, 2)}\n`);
  addSearch(files, join(root, "data", "teaching"), pages);
  files.set("site.css", STYLE);
  files.set("figures.browser.js", browserScript("figures"));
  files.set("plotly.min.js", plotlySource());
  return files;
}

function indexBody(notebooks: readonly (readonly [string, Notebook])[]): string {
  const list = notebooks.map(
    ([name, notebook]) => `<li><a href="${name}.html">${escapeHtml(notebookTitle(notebook, name))}</a></li>`,
  );
  const sheet = notebooks.flatMap(([name, notebook]) =>
    drawnFigures(notebook).map(
      ({ id, text }) =>
        `<li><a href="${name}.html#figure-${id}"><img src="figures/${id}.svg" alt="" loading="lazy">${escapeHtml(text.split("\n")[0]!)}</a></li>`,
    ),
  );
  return `<h1>Guizhang 规章</h1>
<p>Term frequencies and severity of sanctions in Chinese policy documents: notebooks whose every figure is drawn again, byte for byte, by one command, and can be traced to the printed characters that it rests on.</p>
<h2>Notebooks 笔记本</h2>
<ul>${list.join("\n")}</ul>
<h2>All figures 全部图</h2>
<ul class="sheet">${sheet.join("\n")}</ul>`;
}

function addSearch(files: Files, folder: string, pages: Pages): void {
  const { documents } = readCorpus(folder);
  const { consequences } = analyseDocuments(documents);
  const provisions = consequences.map(({ source, start, end, type, addressee, cue }) => ({
    source,
    start,
    end,
    type,
    addressee,
    cue,
  }));
  const texts = documents.map(({ source, text }) => ({ source, text }));
  const types = [...new Set(provisions.map(({ type }) => type))].sort();
  const body = `<h1>Search the teaching corpus 检索教学语料</h1>
<p>Documents written for this project (no real place or person). Type a term to see it in its context; leave the field empty to see the provisions.</p>
<form class="fields"><label>Term 词语 <br><input id="term" type="search" autocomplete="off"></label>
<label>Provisions of type 条款类型 <br><select id="type"><option value="">all 全部</option>${types.map((type) => `<option>${escapeHtml(type)}</option>`).join("")}</select></label></form>
<p id="status" role="status"></p>
${scrollingTable('<table><thead><tr><th scope="col">document 文件</th><th scope="col">at 位置</th><th scope="col">before 前文</th><th scope="col">found 所得</th><th scope="col">after 后文</th><th scope="col">code 编码</th></tr></thead><tbody id="result"></tbody></table>', "Result 结果")}`;
  const scripts = ["search-data.js", "search.browser.js"];
  files.set("search.html", page(body, { title: "Search 检索", scripts, pages, here: "search.html" }));
  files.set("search-data.js", assigned("window.searchData", { documents: texts, provisions }));
  files.set("search.browser.js", browserScript("search"));
}

function collectReceipt(root: string, notebooks: readonly (readonly [string, Notebook])[]): Receipt {
  const lock = readLock(join(root, "notebooks"));
  const tables = new Map<string, InputTable>();
  const table = (path: string): InputTable => {
    const known = tables.get(path);
    if (known) return known;
    const content = readFileSync(join(root, path));
    const rows = path.endsWith(".csv")
      ? (parse(content, { columns: true, bom: true }) as Record<string, string>[])
      : [];
    const first = rows[0];
    const firstSpan =
      first?.source && first.start && first.end ? `${first.source} ${first.start}–${first.end}` : null;
    const read = { path, sha256: sha256(content), rows: rows.length, firstSpan };
    tables.set(path, read);
    return read;
  };
  const entries = notebooks.flatMap(([name, notebook]) =>
    drawnFigures(notebook).map((figure): ReceiptEntry => {
      const paths = [...new Set(figure.inputs.map((input) => input.split("#")[0]!))].filter((path) =>
        existsSync(join(root, path)),
      );
      return {
        figure,
        hashes: figureHashes(figure),
        notebook: name,
        tables: paths.flatMap((path) => filesAt(root, path)).map(table),
      };
    }),
  );
  const sources = join(root, "data", "study", "sources.csv");
  const files = existsSync(sources)
    ? (parse(readFileSync(sources), { columns: true, bom: true }) as Record<string, string>[])
    : [];
  const citation = readFileSync(join(root, "CITATION.cff"), "utf8");
  return {
    version: /^version: (.+)$/m.exec(citation)?.[1] ?? "",
    released: /^date-released: (.+)$/m.exec(citation)?.[1] ?? "",
    environment: lock.environment,
    sources: files.map(
      ({ source = "", bytes, sha256: hash = "" }): SourceFile => ({
        source,
        bytes: Number(bytes),
        sha256: hash,
      }),
    ),
    entries,
    numbers: notebooks.flatMap(([notebook, content]) =>
      quotedNumbers(content).map((number) => ({ ...number, notebook })),
    ),
  };
}

/** The file at a path, or every file below a folder, as paths in the project. */
function filesAt(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const names = readdirSync(join(root, path)).filter((name) => !name.startsWith("."));
  return names.sort().flatMap((name) => filesAt(root, `${path}/${name}`));
}

function receiptBody({ version, released, environment, sources, entries, numbers }: Receipt): string {
  const hash = (value: string) => `<span class="hash">${value}</span>`;
  const figures = entries.map(({ figure, hashes, notebook, tables }) => {
    const read = tables.map(
      ({ path, sha256: of, rows, firstSpan }) =>
        `<li>${escapeHtml(path)}: ${rows} rows${firstSpan ? `, the first rests on ${escapeHtml(firstSpan)}` : ""} ${hash(of)}</li>`,
    );
    return `<section id="${figure.id}"><h3>${escapeHtml(figure.id)}</h3>
<p>${escapeHtml(figure.text.split("\n")[0]!)}</p>
<ul><li>drawn by <a href="${notebook}.html#cell-${figure.cell}">cell ${figure.cell} of ${notebook}</a></li>
${read.join("\n")}
<li>specification ${hash(hashes.spec)}</li><li>SVG ${hash(hashes.svg)}</li><li>PNG ${hash(hashes.png)}</li></ul></section>`;
  });
  const rows = sources.map(
    ({ source, bytes, sha256: of }) =>
      `<tr><td>${escapeHtml(source)}</td><td class="right">${bytes}</td><td>${hash(of)}</td></tr>`,
  );
  const quoted = numbers.map(({ number, notebook, cell, printed }) => {
    const link = (to: number) => `<a href="${notebook}.html#cell-${to}">${notebook}, cell ${to}</a>`;
    const by = printed === null ? "no cell: written by hand" : link(printed);
    return `<tr><td class="right">${escapeHtml(number)}</td><td>${link(cell)}</td><td>${by}</td></tr>`;
  });
  const made = Object.entries(environment).map(
    ([name, value]) => `<li>${escapeHtml(name)} ${hash(value)}</li>`,
  );
  return `<h1>Receipt 凭据</h1>
<p>From each figure back to the bytes: the cell that draws it, the tables that the cell reads (each row names source, start and end), and the files that the tables were derived from. The same as <a href="ro-crate-metadata.json">RO-Crate JSON-LD</a>.</p>
<h2>Figures 图</h2>
${figures.join("\n")}
<h2>Numbers in the text 文中数字</h2>
<p>Each number that a notebook's text quotes, and the cell whose output printed it.</p>
${scrollingTable(`<table><thead><tr><th scope="col">number</th><th scope="col">quoted in</th><th scope="col">printed by</th></tr></thead><tbody>${quoted.join("")}</tbody></table>`, "Numbers in the text")}
<h2>Sources of the study 原始文件</h2>
${scrollingTable(`<table><thead><tr><th scope="col">file</th><th scope="col">bytes</th><th scope="col">sha256</th></tr></thead><tbody>${rows.join("")}</tbody></table>`, "Sources")}
<h2>Made with 所用软件</h2>
<ul><li>guizhang ${escapeHtml(version)} (${escapeHtml(released)})</li>${made.join("")}</ul>`;
}

/** A script that sets a name to a value; nothing in the value can end the script element or the statement. */
function assigned(name: string, value: unknown): string {
  return `${name} = ${JSON.stringify(value).replaceAll("<", "\\u003c")};\n`;
}

/** A compiled script for the browser, as a classic script: modules do not load from a folder without a server. */
function browserScript(name: string): string {
  const path = fileURLToPath(new URL(`./browser/${name}.js`, import.meta.url));
  return `"use strict";\n(() => {\n${readFileSync(path, "utf8").replace(/^export \{\};$/m, "")}})();\n`;
}
