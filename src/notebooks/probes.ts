import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableChanges, type Use, type UsedRows } from "./changed-tables.js";
import { groupsLeftOut } from "./groups-left-out.js";

/** One small change of an input in a copy of the project. */
export interface Probe {
  /** the column whose value is changed; null for a row, line or file that is left out */
  readonly column: string | null;
  /** what is changed, in words */
  readonly note: string;
  readonly apply: () => void;
  readonly restore: () => void;
}

/** Most changes tried for one figure and input. */
const MOST = 8;

/**
 * The changes to try on an input, the most telling first: of a table {@link tableChanges}, and where none of them shows
 * {@link groupsLeftOut}; of JSON lines a line left out; of a folder of texts a file left out, of a folder of tables those of each table.
 *
 * @param root the copy
 * @param input path relative to it
 * @param use what is known of a figure's use of it
 * @param column change values of this column only
 */
export function probes(
  root: string,
  input: string,
  use: Use = { rows: null },
  column: string | null = null,
): Probe[] {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  if (statSync(path).isDirectory()) return folderProbes(root, input);
  const original = readFileSync(path, "utf8");
  const single = path.endsWith(".csv")
    ? tableChanges(original, use, column)
    : path.endsWith(".jsonl")
      ? linesLeftOut(original, use.rows)
      : [];
  const groups = path.endsWith(".csv") && column === null ? groupsLeftOut(original, use) : [];
  return [...single.slice(0, MOST), ...groups].map((change) => ({
    column: change.column,
    note: change.note,
    apply: () => writeFileSync(path, change.content()),
    restore: () => writeFileSync(path, original),
  }));
}

function folderProbes(root: string, folder: string): Probe[] {
  const names = readdirSync(join(root, folder)).sort();
  const texts = names.filter((name) => /\.(txt|md)$/.test(name));
  if (texts.length === 0) {
    return names.flatMap((name) =>
      probes(root, `${folder}/${name}`)
        .slice(0, 2)
        .map((probe) => ({ ...probe, note: `${name}: ${probe.note}` })),
    );
  }
  return spread(texts.length).map((i) => {
    const path = join(root, folder, texts[i]!);
    const content = readFileSync(path);
    return {
      column: null,
      note: `${texts[i]} left out`,
      apply: () => rmSync(path),
      restore: () => writeFileSync(path, content),
    };
  });
}

function linesLeftOut(text: string, used: UsedRows | null) {
  const lines = text.split("\n").filter((line) => line !== "");
  const read = new Set([...(used?.values() ?? [])].flatMap((rows) => [...rows]));
  const tried = lines.map((_, i) => i).filter((i) => used === null || read.has(i + 1));
  return spread(tried.length).map((i) => {
    const at = tried[i]!;
    const content = () => `${lines.filter((_, line) => line !== at).join("\n")}\n`;
    return { column: null, note: `line ${at + 1} left out`, content };
  });
}

/** First, middle and last of a number of things, then the others. */
function spread(count: number): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return [...new Set([0, count >> 1, count - 1, ...all])].filter((i) => i >= 0 && i < count);
}
