import { escapeHtml, pageAddress, scrollingTable } from "./html.js";
import type { Receipt, RestedRows } from "./receipt.js";

/** The receipt as the content of a page. */
export function receiptBody(receipt: Receipt): string {
  const { version, released, environment } = receipt;
  const made = Object.entries(environment).map(
    ([name, value]) => `<li>${escapeHtml(name)} ${hash(value)}</li>`,
  );
  return `<h1>Receipt 凭据</h1>
<p>From each claim back to the bytes: the figure or number, the cell that draws or prints it, the rows of tables that the cell rests on, where these rows stand in the sources, and the sha256 of everything. The same as <a href="ro-crate-metadata.json">RO-Crate JSON-LD</a>.</p>
<p>A cell rests on the rows of which it reads a value, and on those behind the variables that it takes from earlier cells. Of rows that were only sorted out, fewer columns are read.</p>
<h2>Figures 图</h2>
${receipt.entries.map(figureEntry).join("\n")}
<h2>Numbers in the text 文中数字</h2>
<p>Each number that a notebook's text quotes, the cell whose output printed it, and the rows that this cell rests on.</p>
${numbersTable(receipt)}
<h2>Rows 所据之行</h2>
<p>Rows are counted from 1 below the line of headings; spans are UTF-16 code units of the decoded text, the end left out.</p>
${receipt.rows.map(rowsEntry).join("\n")}
<h2>Sources 原始文件</h2>
${sourcesTable(receipt)}
<h2>Files read by each notebook 各笔记本所读文件</h2>
${Object.entries(receipt.inputs).map(inputsEntry).join("\n")}
<h2>Made with 所用软件</h2>
<ul><li>guizhang ${escapeHtml(version)} (${escapeHtml(released)})</li>${made.join("")}</ul>`;
}

const hash = (value: string): string => `<span class="hash">${escapeHtml(value)}</span>`;
const cellLink = (notebook: string, cell: number): string =>
  `<a href="${pageAddress(notebook)}#cell-${cell}">${escapeHtml(notebook)}, cell ${cell}</a>`;

function figureEntry({ figure, hashes, notebook, rows }: Receipt["entries"][number]): string {
  const rested = rows.map((one) => `<li>${rowsLink(one)}</li>`);
  return `<section id="${figure.id}"><h3>${escapeHtml(figure.id)}</h3>
<p>${escapeHtml(figure.text.split("\n")[0]!)}</p>
<ul><li>drawn by ${cellLink(notebook, figure.cell)}, which rests on
<ul>${rested.join("\n")}</ul></li>
<li>specification ${hash(hashes.spec)}</li><li>SVG ${hash(hashes.svg)}</li><li>PNG ${hash(hashes.png)}</li></ul></section>`;
}

function rowsLink({ id, table, count, of, rows, columns }: RestedRows): string {
  const name = escapeHtml(table);
  if (rows === "") return `<a href="#${id}">the number of rows of ${name}</a>`;
  const fields = columns.length === 0 ? "all columns" : columns.map(escapeHtml).join(", ");
  return `<a href="#${id}">${count} of ${of} rows of ${name}</a>: ${fields}`;
}

function numbersTable({ numbers }: Receipt): string {
  const lines = numbers.map(({ number, notebook, cell, printed, rows }) => {
    const by = printed === null ? "no cell: written by hand" : cellLink(notebook, printed);
    const rested = rows.map(({ id, table, count, rows: own }) => {
      const words = own === "" ? `number of rows of ${table}` : `${count} of ${table}`;
      return `<a href="#${id}">${escapeHtml(words)}</a>`;
    });
    return `<tr><td class="right">${escapeHtml(number)}</td><td>${cellLink(notebook, cell)}</td><td>${by}</td><td>${rested.join("; ")}</td></tr>`;
  });
  const head = ["number 数字", "quoted in 引于", "printed by 出自", "rests on 所据"];
  return scrollingTable(table(head, lines), "Numbers in the text 文中数字");
}

function rowsEntry({ id, table, sha256, of, rows, count, columns, spans }: RestedRows): string {
  const bySource = new Map<string, string[]>();
  for (const { source, start, end } of spans)
    bySource.set(source, [...(bySource.get(source) ?? []), `${start}–${end}`]);
  const places = [...bySource].map(
    ([source, own]) => `<li>${escapeHtml(source)}: <span class="places">${own.join(", ")}</span></li>`,
  );
  const file = sha256 === null ? "made of the texts when the notebook runs" : hash(sha256);
  const words = rows === "" ? `the number of rows (${of})` : `${count} of ${of} rows`;
  return `<details class="rows" id="${id}"><summary>${escapeHtml(table)}: ${words}${columns.length > 0 ? `, ${columns.map(escapeHtml).join(", ")}` : ""}</summary>
<p>${file}</p>
${rows === "" ? "" : `<p>Rows <span class="places">${escapeHtml(rows.replaceAll("-", "–").replaceAll(",", ", "))}</span></p>`}
${places.length === 0 ? "" : `<ul>${places.join("\n")}</ul>`}</details>`;
}

function sourcesTable({ sources }: Receipt): string {
  const lines = sources.map(
    ({ source, bytes, sha256 }) =>
      `<tr><td>${escapeHtml(source)}</td><td class="right">${bytes}</td><td>${hash(sha256)}</td></tr>`,
  );
  return scrollingTable(table(["file 文件", "bytes 字节", "sha256"], lines), "Sources 原始文件");
}

function inputsEntry([notebook, files]: readonly [string, Readonly<Record<string, string>>]): string {
  const lines = Object.entries(files).map(
    ([path, sha256]) => `<tr><td>${escapeHtml(path)}</td><td>${hash(sha256)}</td></tr>`,
  );
  const name = `Files read by ${notebook}`;
  return `<details><summary>${escapeHtml(name)}</summary>${scrollingTable(table(["file 文件", "sha256"], lines), name)}</details>`;
}

function table(head: readonly string[], lines: readonly string[]): string {
  const cells = head.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<table><thead><tr>${cells}</tr></thead><tbody>${lines.join("")}</tbody></table>`;
}
