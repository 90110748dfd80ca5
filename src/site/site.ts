import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCorpus } from "../corpus/read.js";
import { plotlySource } from "../figures/resources.js";
import { drawnFigures, sortedJson } from "../notebooks/drawn.js";
import { namesIn } from "../notebooks/files.js";
import { type Notebook, parseNotebook } from "../notebooks/notebook.js";
import { analyseDocuments } from "../study/analyse.js";
import { collectReceipt } from "./collect-receipt.js";
import { escapeHtml, page, pageAddress, scrollingTable } from "./html.js";
import { notebookBody, notebookTitle } from "./notebook-page.js";
import { passiveSvg } from "./passive-svg.js";
import { receiptBody } from "./receipt-page.js";
import { indexedPage, type ReferenceEntry } from "./reference-index.js";
import { type ReferencePage, referencePages } from "./reference-pages.js";
import { roCrate } from "./ro-crate.js";
import { STYLE } from "./style.js";

type Files = Map<string, string | Uint8Array>;
type Named = readonly [name: string, notebook: Notebook];
type Pages = readonly (readonly [href: string, name: string])[];

/**
 * The static site: every notebook and session of the seminar as a page, all figures at a glance, a search over the teaching corpus and the reference, the receipt.
 * It is made of committed files only, works from a folder without a server, and asks nobody for anything.
 *
 * @param root the project's folder
 * @returns path below the site's folder to content
 */
export function site(root: string): Files {
  const notebooks = notebooksIn(join(root, "notebooks"));
  const sessions = notebooksIn(join(root, "notebooks", "seminar"));
  const reference = referencePages(root);
  const pages: Pages = [
    ["index.html", "Guizhang 规章"],
    ...notebooks.map(([name, notebook]) => [pageAddress(name), notebookTitle(notebook, name)] as const),
    ...reference.map(({ href, name }) => [href, name] as const),
    ["search.html", "Search 检索"],
    ["receipt.html", "Receipt 凭据"],
  ];
  const files: Files = new Map();
  for (const [name, notebook] of [...notebooks, ...sessions]) {
    const options = {
      title: notebookTitle(notebook, name),
      scripts: ["figures.browser.js"],
      pages,
      here: pageAddress(name),
    };
    files.set(`${name}.html`, page(notebookBody(notebook), options));
    for (const { id, spec, svg, png } of drawnFigures(notebook)) {
      files.set(`figures/${id}.svg`, passiveSvg(svg, `${name}, figure ${id}`));
      files.set(`figures/${id}.png`, png);
      files.set(`figures/${id}.json`, `${sortedJson(spec)}\n`);
      files.set(
        `figures/${id}.js`,
        assigned(`(window.figureSpecifications ??= {})[${JSON.stringify(id)}]`, spec),
      );
    }
  }
  const receipt = collectReceipt(root, notebooks);
  files.set(
    "index.html",
    page(indexBody(notebooks, sessions, reference), { title: "Guizhang 规章", pages, here: "index.html" }),
  );
  files.set(
    "receipt.html",
    page(receiptBody(receipt), { title: "Receipt 凭据", pages, here: "receipt.html" }),
  );
  files.set("ro-crate-metadata.json", `${JSON.stringify(roCrate(receipt), null, 1)}\n`);
  const indexed = reference.map((one) => ({ ...one, ...indexedPage(one) }));
  for (const { href, name, html } of indexed) files.set(href, page(html, { title: name, pages, here: href }));
  addSearch(
    files,
    join(root, "data", "teaching"),
    indexed.flatMap(({ entries }) => entries),
    pages,
  );
  files.set("site.css", STYLE);
  files.set("figures.browser.js", browserScript("figures"));
  files.set("plotly.min.js", plotlySource());
  return files;
}

function notebooksIn(folder: string): Named[] {
  return namesIn(folder, ".ipynb").map(
    (name) => [name, parseNotebook(readFileSync(join(folder, `${name}.ipynb`), "utf8"), name)] as const,
  );
}

function indexBody(
  notebooks: readonly Named[],
  sessions: readonly Named[],
  reference: readonly ReferencePage[],
): string {
  const list = (of: readonly Named[]): string =>
    of
      .map(([name, notebook]) => [pageAddress(name), escapeHtml(notebookTitle(notebook, name))] as const)
      .map(([href, title]) => `<li><a href="${href}">${title}</a></li>`)
      .join("\n");
  const sheet = notebooks.flatMap(([name, notebook]) =>
    drawnFigures(notebook).map(
      ({ id, text }) =>
        `<li><a href="${pageAddress(name)}#figure-${id}"><img src="figures/${id}.svg" alt="" loading="lazy">${escapeHtml(text.split("\n")[0]!)}</a></li>`,
    ),
  );
  return `<h1>Guizhang 规章</h1>
<p>Term frequencies and severity of sanctions in Chinese policy documents: notebooks whose every figure is drawn again, byte for byte, by one command, and can be traced to the printed characters that it rests on.</p>
<h2>Notebooks 笔记本</h2>
<ul>${list(notebooks)}</ul>
<h2>Seminar 研讨课</h2>
<ul>${list(sessions)}</ul>
<h2>Reference 参考</h2>
<ul>${reference.map(({ href, name }) => `<li><a href="${href}">${escapeHtml(name)}</a></li>`).join("\n")}</ul>
<h2>All figures 全部图</h2>
<ul class="sheet">${sheet.join("\n")}</ul>`;
}

function addSearch(files: Files, folder: string, reference: readonly ReferenceEntry[], pages: Pages): void {
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
  const body = `<h1>Search 检索</h1>
<p>Type a term to see it in its context in the teaching corpus (documents written for this project; no real place or person) and to find it in the reference: functions, tables, codes and terms, methods, questions. Leave the field empty to see the provisions.</p>
<form class="fields"><label>Term 词语 <br><input id="term" type="search" autocomplete="off"></label>
<label>Provisions of type 条款类型 <br><select id="type"><option value="">all 全部</option>${types.map((type) => `<option>${escapeHtml(type)}</option>`).join("")}</select></label></form>
<p id="status" role="status"></p>
${scrollingTable('<table><thead><tr><th scope="col">document 文件</th><th scope="col">at 位置</th><th scope="col">before 前文</th><th scope="col">found 所得</th><th scope="col">after 后文</th><th scope="col">code 编码</th></tr></thead><tbody id="result"></tbody></table>', "Result 结果")}
<h2>In the reference 参考</h2>
<p id="entries-status" role="status"></p>
<ul id="entries"></ul>`;
  const scripts = ["search-data.js", "search.browser.js"];
  files.set("search.html", page(body, { title: "Search 检索", scripts, pages, here: "search.html" }));
  files.set("search-data.js", assigned("window.searchData", { documents: texts, provisions, reference }));
  files.set("search.browser.js", browserScript("search"));
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
