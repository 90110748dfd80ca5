// The readers of tables, lexicons, rules, notebooks and coders' files, fed with changed files.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rowDocument } from "../../src/corpus/rows.js";
import { fromCsv, toCsv } from "../../src/csv.js";
import { fromBrat } from "../../src/evaluation/brat.js";
import { fromCodingCsv } from "../../src/evaluation/coding-csv.js";
import { fromLabelStudio } from "../../src/evaluation/label-studio.js";
import { formatNotebook, parseNotebook } from "../../src/notebooks/notebook.js";
import { parseRules } from "../../src/provisions/read-rules.js";
import { parseLexicon } from "../../src/repair/lexicon.js";
import { parseCodings } from "../../src/severity/codings.js";
import { parseScale } from "../../src/severity/scales.js";
import { notebookBody } from "../../src/site/notebook-page.js";
import type { Random } from "../../src/stats/random.js";
import { TABLES } from "../../src/study/schema.js";
import { TEXT_MUTATIONS } from "./mutations.js";
import { Broken } from "./stages.js";

interface Reader {
  /** files that it reads as they are */
  readonly seeds: readonly string[];
  readonly read: (text: string) => void;
  /** whether a file is JSON, so that it can be changed value by value */
  readonly json?: boolean;
}

const below = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").slice(0, 6000));

const BRAT =
  'T1\tfine 0 4\t罚款五百\nA1\tpolarity T1 sanction\nA2\taddressee T1 party\n#1\tAnnotatorNotes T1\t{"amount":{"min":500,"max":500}}\n';
const TASK = {
  data: { text: "处五百元罚款。", source: "a.txt" },
  annotations: [
    {
      result: [
        {
          id: "c1",
          from_name: "type",
          to_name: "text",
          type: "labels",
          value: { start: 0, end: 6, labels: ["fine"] },
        },
        {
          id: "c1",
          from_name: "addressee",
          to_name: "text",
          type: "choices",
          value: { start: 0, end: 6, choices: ["party"] },
        },
        {
          id: "c1",
          from_name: "numbers",
          to_name: "text",
          type: "textarea",
          value: { start: 0, end: 6, text: ['{"months":null}'] },
        },
      ],
    },
  ],
};
const ROW = { id: 7, text: "处五百元罚款。", year: 2009, tags: ["a", null], nested: { a: 1 } };

/** Every reader of a file that a user can hand over. */
export const READERS: Readonly<Record<string, Reader>> = {
  csv: {
    seeds: below("data/study", ".csv"),
    read(text) {
      const columns = [{ name: "source", type: "string" as const, description: "" }];
      const rows = fromCsv(text.replace(/\p{Surrogate}/gu, "?"), columns, "a.csv");
      const names = rows[0] ? Object.keys(rows[0]) : [];
      const all = names.map((name) => ({ name, type: "string" as const, description: "" }));
      const written = toCsv(rows, all);
      const again = fromCsv(written, all, "a.csv");
      if (rows.length > 0 && toCsv(again, all) !== written)
        throw new Broken("csv", "does not read back as written");
    },
  },
  "csv of the study": {
    seeds: [readFileSync("data/study/consequences.csv", "utf8").slice(0, 6000)],
    read: (text) => void fromCsv(text, TABLES.consequences.columns, "a.csv"),
  },
  "coding sheet": {
    seeds: below("data/teaching", "records.csv"),
    read: (text) => void fromCodingCsv(text, "a.csv"),
  },
  "hand-coded records": {
    seeds: below("data/gold", ".jsonl"),
    read: (text) => void parseCodings(text, "a.jsonl"),
  },
  scale: { seeds: below("data/scales", ".csv"), read: (text) => void parseScale(text, "a.csv") },
  rules: { seeds: below("data/lexicon/rules", ".yaml"), read: (text) => void parseRules(text, "a.yaml") },
  lexicon: {
    seeds: below("data/lexicon", "masks.yaml"),
    read: (text) => void parseLexicon(text, "a.yaml", ["id", "note"], ["pattern", "kind", "yes", "no"]),
  },
  brat: { seeds: [BRAT], read: (text) => void fromBrat(text, "处五百元罚款。", "a.ann") },
  "Label Studio": {
    seeds: [JSON.stringify(TASK)],
    json: true,
    read: (text) => void fromLabelStudio(JSON.parse(text)),
  },
  row: {
    seeds: [JSON.stringify(ROW)],
    json: true,
    read(text) {
      const { document, problem } = rowDocument({ source: "a", path: "a" }, 1, JSON.parse(text), new Set());
      if (!document && !problem) throw new Broken("row", "neither a document nor a problem");
    },
  },
  notebook: {
    seeds: ["notebooks/01-corpus.ipynb", "test/notebooks/fixtures/smoke.ipynb"].map((path) =>
      small(readFileSync(path, "utf8")),
    ),
    json: true,
    read(text) {
      const notebook = parseNotebook(text, "a.ipynb");
      const written = formatNotebook(notebook);
      if (formatNotebook(parseNotebook(written, "a.ipynb")) !== written)
        throw new Broken("notebook", "does not read back as written");
      const page = notebookBody(notebook);
      if (/<script|<img(?! src="(?:data:image|figures\/))|<svg[^>]*\son|javascript:/i.test(page))
        throw new Broken("notebook", "markup of a cell stands on its page");
    },
  },
};

/** A notebook without its long outputs, so that a change hits something. */
function small(text: string): string {
  const notebook = JSON.parse(text) as { cells: { outputs?: unknown[] }[] };
  const cells = notebook.cells.slice(0, 8).filter((cell) => JSON.stringify(cell).length < 6000);
  return JSON.stringify({ ...notebook, cells });
}

/**
 * Feeds a reader with a changed file.
 *
 * @throws whatever the reader throws beside a TypeError or RangeError that says what it expects
 */
export function checkReader(reader: Reader, text: string): void {
  try {
    reader.read(text);
  } catch (error) {
    if (error instanceof Broken || !isRefusal(error)) throw error;
  }
}

/** The errors of this project say what is required or expected; those of the engine say what is undefined. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof TypeError || error instanceof RangeError)) return false;
  return /^a\.yaml:\d+: |requires|require a|expected|must be|needs licence|unknown (?:key|field|column)|already stands|repeats an earlier|no list|names rule/.test(
    error.message,
  );
}

/** A changed file of a reader: its text changed like any text or, where it is JSON, one value replaced by another. */
export function changedFile(
  reader: Reader,
  random: Random,
): { readonly kind: string; readonly text: string } {
  const seed = reader.seeds[random.below(reader.seeds.length)]!;
  if (reader.json)
    return { kind: "value replaced", text: JSON.stringify(replaced(JSON.parse(seed), random)) };
  const kinds = Object.keys(TEXT_MUTATIONS);
  const kind = kinds[random.below(kinds.length)]!;
  if (random.below(2) === 0) return { kind: "cell replaced", text: cellReplaced(seed, random) };
  return { kind, text: TEXT_MUTATIONS[kind]!(seed, random, seed) };
}

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  "罚款",
  "__proto__",
  "constructor",
  [],
  [null],
  {},
  { a: 1 },
  "<script>alert(1)</script>",
  "\u0000",
  "\ud800",
  [["a"]],
];
const CELLS = [
  "",
  "null",
  "-1",
  "1e999",
  "NaN",
  "__proto__",
  "constructor",
  "toString",
  '"',
  '""',
  "[",
  "{}",
  "[1]",
  "*a",
  "&a b",
  "!!js/function x",
  "!!binary x",
  "? a",
  "<<: *a",
  "- - -",
  ": :",
  "|",
  "罚款,罚款",
  "\t",
  "\u0000",
  "=1",
  "@x",
  "9".repeat(400),
];

/** A JSON value with one of its values or keys, at any depth, replaced. */
function replaced(value: unknown, random: Random): unknown {
  const places = paths(value);
  const path = places[random.below(places.length)]!;
  const put = VALUES[random.below(VALUES.length)];
  const isKey = random.below(4) === 0;
  const change = (inner: unknown, depth: number): unknown => {
    if (depth === path.length) return put;
    const key = path[depth]!;
    if (Array.isArray(inner))
      return inner.map((entry, i) => (String(i) === key ? change(entry, depth + 1) : entry));
    const entries = Object.entries(inner as object).map(([name, entry]) => {
      if (name !== key) return [name, entry];
      return isKey && depth === path.length - 1 ? [String(put), entry] : [name, change(entry, depth + 1)];
    });
    return Object.fromEntries(entries);
  };
  return change(value, 0);
}

function paths(value: unknown, above: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...above, key]))];
}

/** A file of cells or lines with one of them replaced. */
function cellReplaced(text: string, random: Random): string {
  const cells = text.split(/([,\n\t:]\s*)/);
  cells[random.below(cells.length)] = CELLS[random.below(CELLS.length)]!;
  return cells.join("");
}
