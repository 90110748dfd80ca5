import { type DrawnFigure, drawnFigures, figureId } from "../notebooks/drawn.js";
import type { Cell, Notebook, Output } from "../notebooks/notebook.js";
import { escapeHtml } from "./html.js";
import { markdownHtml } from "./markdown.js";

/** The heading of a notebook, without its `#`. */
export function notebookTitle({ cells }: Notebook, name: string): string {
  const heading = cells
    .map(({ source }) => /^# (.+)$/m.exec(source)?.[1])
    .find((found) => found !== undefined);
  return heading ?? name;
}

/** A notebook as the content of a page: text, code that folds away, tables, figures. */
export function notebookBody(notebook: Notebook): string {
  const figures = new Map(drawnFigures(notebook).map((figure) => [figure.id, figure]));
  return notebook.cells.map((cell, i) => cellHtml(cell, i + 1, figures)).join("\n");
}

function cellHtml(cell: Cell, number: number, figures: ReadonlyMap<string, DrawnFigure>): string {
  if (cell.cell_type !== "code") return `<section id="cell-${number}">${markdownHtml(cell.source)}</section>`;
  const code = `<details class="code"><summary>Code of cell ${number} 代码</summary><pre tabindex="0"><code>${escapeHtml(cell.source)}</code></pre></details>`;
  const outputs = cell.outputs.map((output) => outputHtml(output, figures, number));
  return `<section id="cell-${number}">${code}${outputs.join("\n")}</section>`;
}

function outputHtml(output: Output, figures: ReadonlyMap<string, DrawnFigure>, cell: number): string {
  if (output.output_type === "stream") return `<pre tabindex="0">${escapeHtml(output.text)}</pre>`;
  if (output.output_type === "error")
    return `<pre class="error">${escapeHtml(output.traceback.join("\n"))}</pre>`;
  const id = figureId(output);
  if (id !== null) return figureHtml(figures.get(id)!);
  const html = output.data["text/html"];
  const text = String(output.data["text/plain"] ?? "");
  if (typeof html === "string" && ownTable(html)) {
    const table = html.replaceAll(/ style="text-align:(left|right)"/g, ' class="$1"');
    const caption = /<caption>(.*?)<\/caption>/.exec(html)?.[1] ?? `Table of cell ${cell}`;
    return `<div class="scroll" role="region" aria-label="${caption}" tabindex="0">${table}</div>`;
  }
  return `<pre tabindex="0">${escapeHtml(text)}</pre>`;
}

/** Whether HTML is a table as `showTable` writes it; anything else is shown as text. */
function ownTable(html: string): boolean {
  const tags = html.match(/<[^>]*>/g) ?? [];
  return tags.every((tag) =>
    /^<\/?(?:table|caption|thead|tbody|tr|p)>$|^<\/t[hd]>$|^<t[hd](?: scope="col")? style="text-align:(?:left|right)">$/.test(
      tag,
    ),
  );
}

/** A figure with its caption, its files, and a button for the interactive form. */
export function figureHtml({ id, text, svg }: DrawnFigure): string {
  const [caption = ""] = text.split("\n");
  const [width, height] = ["width", "height"].map(
    (name) => new RegExp(`<svg[^>]* ${name}="(\\d+)"`).exec(svg)?.[1] ?? "",
  );
  const files = (["svg", "png", "json"] as const).map(
    (ending) => `<a href="figures/${id}.${ending}">${ending.toUpperCase()}</a>`,
  );
  return `<figure id="figure-${id}">
<img src="figures/${id}.svg" width="${width}" height="${height}" alt="${escapeHtml(caption)}">
<div class="interactive" id="plot-${id}" hidden></div>
<figcaption>${escapeHtml(caption)}
<span class="files">${files.join(" ")} <a href="receipt.html#${id}">receipt 凭据</a>
<button type="button" data-figure="${id}" aria-expanded="false" aria-controls="plot-${id}">Interactive 交互</button></span></figcaption>
</figure>`;
}
