import { type DrawnFigure, type FigureHashes, figureHashes, figureId, sortedJson } from "./drawn.js";
import type { Cell, JsonValue, Notebook, Output } from "./notebook.js";

/**
 * The first place where two notebooks print different things, in words; null when every output is the same.
 * Figures are left to {@link figureDifference}.
 */
export function outputDifference(committed: Notebook, run: Notebook): string | null {
  for (const [i, now] of run.cells.entries()) {
    const was = committed.cells[i];
    const place = `cell ${i + 1}`;
    if (was === undefined || was.source !== now.source)
      return `${place}: the committed notebook has another cell here`;
    if (now.cell_type !== "code") continue;
    const difference = cellDifference(was, now);
    if (difference !== null) return `${place}${difference}`;
  }
  return null;
}

function cellDifference(was: Cell, now: Cell): string | null {
  const old = was.outputs.filter((output) => figureId(output) === null);
  const fresh = now.outputs.filter((output) => figureId(output) === null);
  for (let i = 0; i < Math.max(old.length, fresh.length); i++) {
    const [a, b] = [old[i], fresh[i]];
    if (a === undefined) return `: a new output: ${shortened(printed(b!))}`;
    if (b === undefined) return `: an output is missing: ${shortened(printed(a))}`;
    const difference = lineDifference(printed(a), printed(b));
    if (difference !== null) return difference;
    if (sortedJson(a as unknown as JsonValue) !== sortedJson(b as unknown as JsonValue))
      return ": an output differs in another form than its text";
  }
  if (was.execution_count !== now.execution_count) return ": it was not run in order";
  return null;
}

function printed(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return output.traceback.join("\n");
  return String(output.data["text/plain"] ?? Object.values(output.data)[0] ?? "");
}

function lineDifference(was: string, now: string): string | null {
  const [old, fresh] = [was.split("\n"), now.split("\n")];
  for (let i = 0; i < Math.max(old.length, fresh.length); i++) {
    if (old[i] === fresh[i]) continue;
    const [a, b] = fromFirstDifference(old[i] ?? "nothing", fresh[i] ?? "nothing");
    return `, line ${i + 1}: ${shortened(a)} now ${shortened(b)}`;
  }
  return null;
}

/**
 * Where a figure differs from the recorded one, in words: the value of its specification, or only its picture;
 * null when all three hashes are the recorded ones.
 *
 * @param recorded hashes of the lock file; undefined when it has none
 * @param committed the figure in the committed notebook; undefined when that shows none of this id
 */
export function figureDifference(
  recorded: FigureHashes | undefined,
  committed: DrawnFigure | undefined,
  run: DrawnFigure,
): string | null {
  if (recorded === undefined) return "not recorded in figures.lock.json";
  const now = figureHashes(run);
  if (recorded.spec !== now.spec || committed === undefined || committed.text !== run.text) {
    const place = committed
      ? valueDifference(committed.spec, run.spec, "")
      : "the committed notebook does not show it";
    if (place !== null) return place;
    if (committed && committed.text !== run.text) {
      return `text${lineDifference(committed.text, run.text)}`;
    }
    return `recorded specification ${recorded.spec.slice(0, 12)}, drawn ${now.spec.slice(0, 12)}`;
  }
  if (recorded.svg !== now.svg || committed.svg !== run.svg) {
    return `same values, other picture: ${pictureDifference(committed.svg, run.svg) ?? `recorded SVG ${recorded.svg.slice(0, 12)}, drawn ${now.svg.slice(0, 12)}`}`;
  }
  if (recorded.png !== now.png || Buffer.compare(committed.png, run.png) !== 0) {
    return `same values and SVG, other PNG: recorded ${recorded.png.slice(0, 12)}, drawn ${now.png.slice(0, 12)}`;
  }
  return null;
}

/** The first path at which two specifications differ, such as `data[0].x[3]: 12 now 13`. */
export function valueDifference(was: JsonValue, now: JsonValue, path: string): string | null {
  if (Array.isArray(was) && Array.isArray(now)) {
    for (let i = 0; i < Math.max(was.length, now.length); i++) {
      if (i >= was.length) return `${path}[${i}]: a new value ${shortened(JSON.stringify(now[i]))}`;
      if (i >= now.length) return `${path}[${i}]: ${shortened(JSON.stringify(was[i]))} is missing`;
      const inside = valueDifference(was[i]!, now[i]!, `${path}[${i}]`);
      if (inside !== null) return inside;
    }
    return null;
  }
  if (isObject(was) && isObject(now)) {
    for (const key of [...new Set([...Object.keys(was), ...Object.keys(now)])].sort()) {
      const at = path === "" ? key : `${path}.${key}`;
      if (!(key in was)) return `${at}: a new value ${shortened(JSON.stringify(now[key]))}`;
      if (!(key in now)) return `${at}: ${shortened(JSON.stringify(was[key]))} is missing`;
      const inside = valueDifference(was[key]!, now[key]!, at);
      if (inside !== null) return inside;
    }
    return null;
  }
  if (was === now) return null;
  return `${path || "specification"}: ${shortened(JSON.stringify(was))} now ${shortened(JSON.stringify(now))}`;
}

function pictureDifference(was: string, now: string): string | null {
  const split = (svg: string) => svg.replaceAll("<", "\n<").split("\n");
  const [old, fresh] = [split(was), split(now)];
  for (let i = 0; i < Math.max(old.length, fresh.length); i++) {
    if (old[i] !== fresh[i])
      return `${shortened(old[i] ?? "nothing", 120)} now ${shortened(fresh[i] ?? "nothing", 120)}`;
  }
  return null;
}

/** Two lines from shortly before the first character in which they differ. */
function fromFirstDifference(was: string, now: string): [string, string] {
  let same = 0;
  while (same < was.length && was[same] === now[same]) same++;
  const start = same > 20 ? Math.max(was.lastIndexOf(" ", same - 1), same - 20) : 0;
  const cut = (line: string) => (start > 0 ? `…${line.slice(start).trimStart()}` : line);
  return [cut(was), cut(now)];
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function shortened(text: string, most = 60): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : text;
}
