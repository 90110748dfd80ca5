// Runs in the reader's browser: searches the teaching corpus and the reference for a term, and lists the provisions around it.

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
  readonly reference: readonly Entry[];
}

interface Entry {
  readonly href: string;
  readonly page: string;
  readonly name: string;
  readonly text: string;
}

const { documents, provisions, reference } = (window as unknown as { searchData: SearchData }).searchData;
const field = document.getElementById("term") as HTMLInputElement;
const choice = document.getElementById("type") as HTMLSelectElement;
const result = document.getElementById("result")!;
const status = document.getElementById("status")!;
const entries = document.getElementById("entries")!;
const entriesStatus = document.getElementById("entries-status")!;
const WINDOW = 20;
const MOST = 200;
/** width of an excerpt of the reference, in characters on either side */
const EXCERPT = 60;
const MOST_ENTRIES = 50;

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
  showEntries(term.toLowerCase());
}

/** Entries of the reference that have the term in their name, then those that have it in their text. */
function showEntries(term: string): void {
  const named: Entry[] = [];
  const told: Entry[] = [];
  for (const entry of term === "" ? [] : reference) {
    if (entry.name.toLowerCase().includes(term)) named.push(entry);
    else if (entry.text.toLowerCase().includes(term)) told.push(entry);
  }
  const found = [...named, ...told];
  entries.replaceChildren(...found.slice(0, MOST_ENTRIES).map((entry) => item(entry, term)));
  const shown = found.length > MOST_ENTRIES ? `, first ${MOST_ENTRIES} shown` : "";
  entriesStatus.textContent = term === "" ? "" : `${found.length} entries 条${shown}`;
}

function item({ href, page, name, text }: Entry, term: string): HTMLLIElement {
  const at = Math.max(0, text.toLowerCase().indexOf(term));
  const start = Math.max(0, at - EXCERPT);
  const end = at + term.length + EXCERPT;
  const excerpt = `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  link.textContent = name;
  line.append(link, ` (${page}) ${excerpt}`);
  return line;
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
