// Runs in the reader's browser: searches the teaching corpus for a term and lists the provisions around it.

interface SearchData {
  readonly documents: readonly { readonly source: string; readonly text: string }[];
  readonly provisions: readonly {
    readonly source: string;
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly addressee: string;
    readonly cue: string;
  }[];
}

const { documents, provisions } = (window as unknown as { searchData: SearchData }).searchData;
const field = document.getElementById("term") as HTMLInputElement;
const choice = document.getElementById("type") as HTMLSelectElement;
const result = document.getElementById("result")!;
const status = document.getElementById("status")!;
const WINDOW = 20;
const MOST = 200;

field.addEventListener("input", show);
choice.addEventListener("change", show);
show();

function show(): void {
  const term = field.value.trim();
  const rows: Node[] = [];
  let found = 0;
  if (term !== "") {
    for (const { source, text } of documents) {
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
        if (found++ < MOST) rows.push(row([source, String(at), ...around(text, at, at + term.length)]));
      }
    }
  } else {
    for (const { source, start, end, type, addressee } of provisions) {
      if (choice.value !== "" && type !== choice.value) continue;
      const { text } = documents.find((one) => one.source === source)!;
      if (found++ < MOST)
        rows.push(row([source, String(start), ...around(text, start, end), `${type}, ${addressee}`]));
    }
  }
  choice.disabled = term !== "";
  result.replaceChildren(...rows);
  const shown = found > MOST ? `, first ${MOST} shown` : "";
  status.textContent = `${found} ${term === "" ? "provisions 条款" : "places 处"}${shown}`;
}

function around(text: string, start: number, end: number): string[] {
  const flat = (part: string) => part.replace(/\s+/g, " ");
  return [
    flat(text.slice(Math.max(0, start - WINDOW), start)),
    flat(text.slice(start, end)),
    flat(text.slice(end, end + WINDOW)),
  ];
}

/** A row of the result; texts are set as texts, never as HTML. */
function row(cells: readonly string[]): HTMLTableRowElement {
  const line = document.createElement("tr");
  for (const [i, cell] of cells.entries()) {
    const data = document.createElement(i === 3 ? "th" : "td");
    data.textContent = cell;
    if (i === 2) data.className = "right";
    line.append(data);
  }
  return line;
}
