import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { commonKey } from "./cache.js";
import { type DrawnFigure, drawnFigures, figureHashes } from "./drawn.js";
import { namesIn } from "./files.js";
import { copyProject } from "./project-copy.js";
import { type Finding, runOne } from "./reproduce.js";

/** What is checked and how it is reported. */
export interface AliveOptions {
  /** the project's folder */
  readonly root: string;
  /** only notebooks whose name holds this text */
  readonly only?: string;
  readonly progress?: (text: string) => void;
  readonly found?: (finding: Finding) => void;
}

interface Figure {
  readonly name: string;
  readonly notebook: string;
  readonly spec: string;
  /** declared inputs: file, or file and column */
  readonly inputs: readonly { readonly file: string; readonly column: string | null }[];
}

/**
 * Checks that figures come from their data: on a copy of the inputs one value is changed, and the figures that declare
 * the file must change while the others must not. A number written into a notebook by hand is found here.
 *
 * A figure declares its inputs in `figure(…, { source, inputs })`: `data/study/terms.csv`, or one column of it,
 * `data/study/terms.csv#count`. For a file without a column the columns are tried one after the other until every figure
 * that declares the file has changed.
 *
 * @returns one finding for each figure and declared input (alive or dead), and one for each undeclared dependence
 */
export async function checkAlive({
  root,
  only = "",
  progress,
  found,
}: AliveOptions): Promise<readonly Finding[]> {
  const names = namesIn(join(root, "notebooks"), ".ipynb").filter((name) => name.includes(only));
  const common = commonKey(root);
  const figures: Figure[] = [];
  const reads = new Map<string, ReadonlySet<string>>();
  for (const name of names) {
    const ran = await runOne(root, name, common, { root, ...(progress && { progress }) });
    if (ran.problems.length > 0)
      throw new TypeError(`alive requires notebooks that run, got ${name}: ${ran.problems[0]}`);
    reads.set(name, new Set(Object.keys(ran.inputs)));
    figures.push(...drawnFigures(ran.notebook).map((figure) => declared(name, figure)));
  }
  const findings: Finding[] = [];
  const report = (finding: Finding) => {
    findings.push(finding);
    found?.(finding);
  };
  for (const { name, inputs } of figures) {
    if (inputs.length === 0)
      report({ name, status: "dead", note: "it declares no input file (source or inputs)" });
  }
  const files = [...new Set(figures.flatMap(({ inputs }) => inputs.map(({ file }) => file)))].sort();
  const copy = copyProject(root);
  try {
    for (const file of files) {
      const original = readFileSync(join(copy.root, file), "utf8");
      const readers = names.filter((name) => reads.get(name)!.has(file));
      const waiting = new Map<string, Figure>();
      for (const figure of figures) {
        for (const input of figure.inputs) {
          if (input.file === file) waiting.set(`${figure.name} ${input.column ?? ""}`, figure);
        }
      }
      for (const probe of probes(original)) {
        const wanted = [...waiting].filter(
          ([key]) => /[^ ]* $/.test(key) || key.endsWith(` ${probe.column}`),
        );
        if (wanted.length === 0) continue;
        writeFileSync(join(copy.root, file), probe.content);
        for (const notebook of readers) {
          progress?.(`${notebook} with another ${file}#${probe.column}`);
          const changed = await changedFigures(root, copy.root, notebook, figures);
          if (changed === null) continue; // the reader refuses the changed table: this column cannot be tried
          for (const figure of figures.filter((one) => one.notebook === notebook)) {
            const own = figure.inputs.filter((input) => input.file === file);
            if (!changed.has(figure.name)) continue;
            if (own.length === 0) {
              const note = `it changes with ${file} (${probe.column}), which it does not declare`;
              if (!findings.some((one) => one.name === figure.name && one.note === note)) {
                report({ name: figure.name, status: "dead", note });
              }
            }
            for (const { column } of own) {
              const key = `${figure.name} ${column ?? ""}`;
              if ((column !== null && column !== probe.column) || !waiting.delete(key)) continue;
              report({ name: figure.name, status: "alive", note: `it changes with ${file}, ${probe.note}` });
            }
          }
        }
        if (waiting.size === 0) break;
      }
      writeFileSync(join(copy.root, file), original);
      for (const [key, { name }] of waiting) {
        const column = key.slice(name.length + 1);
        report({ name, status: "dead", note: `it does not change with ${file}${column && `#${column}`}` });
      }
    }
  } finally {
    copy.remove();
  }
  return findings;
}

function declared(notebook: string, figure: DrawnFigure): Figure {
  const inputs = figure.inputs.map((input) => {
    const [file = "", column = null] = input.split("#");
    return { file, column };
  });
  return { name: `${notebook}/${figure.id}`, notebook, spec: figureHashes(figure).spec, inputs };
}

/** Names of the figures that a notebook draws differently in the copy; null when it does not run there. */
async function changedFigures(
  root: string,
  copy: string,
  notebook: string,
  before: readonly Figure[],
): Promise<ReadonlySet<string> | null> {
  const ran = await runOne(root, notebook, null, { root: copy });
  if (ran.problems.length > 0) return null;
  const now = new Map(
    drawnFigures(ran.notebook).map((figure) => [`${notebook}/${figure.id}`, figureHashes(figure).spec]),
  );
  return new Set(
    before
      .filter((one) => one.notebook === notebook && now.get(one.name) !== one.spec)
      .map(({ name }) => name),
  );
}

/** A table with one value changed. */
export interface Probe {
  readonly column: string;
  readonly content: string;
  /** what was changed, in words */
  readonly note: string;
}

/**
 * For each column of a CSV table, the table with one value of that column changed: in a column of numbers the largest
 * becomes three times itself and one more (a share becomes half), in others the first takes the value of the first row
 * that has another. Columns with one value throughout are left out; columns of numbers come first, from the right,
 * because counts stand there and keys and offsets at the left.
 *
 * @param csv text of the table, first line the names of the columns
 */
export function probes(csv: string): Probe[] {
  const [head = [], ...rows] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
  const probed = head.flatMap((column, i) => {
    const values = rows.map((row) => row[i] ?? "");
    const filled = values.filter((value) => value !== "");
    const numeric = filled.length > 0 && filled.every((value) => NUMBER.test(value));
    const at = numeric ? largest(values) : 0;
    const other = numeric ? tripled(Number(values[at])) : values.find((value) => value !== values[0]);
    if (other === undefined || rows.length === 0) return [];
    const changed = rows.map((row, r) => (r === at ? row.with(i, other) : row));
    const note = `${column} of row ${at + 1}: ${values[at]} now ${other}`;
    return [{ numeric, column, note, content: stringify([head, ...changed]) }];
  });
  const ordered = [
    ...probed.filter(({ numeric }) => numeric).reverse(),
    ...probed.filter(({ numeric }) => !numeric),
  ];
  return ordered.map(({ column, note, content }) => ({ column, note, content }));
}

/** A number as tables print it; `002` is a name. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/;

function largest(values: readonly string[]): number {
  let at = -1;
  for (const [i, value] of values.entries()) {
    if (value !== "" && (at < 0 || Number(value) > Number(values[at]))) at = i;
  }
  return at;
}

function tripled(value: number): string {
  return Number.isInteger(value) ? String(3 * value + 1) : String(value / 2);
}
