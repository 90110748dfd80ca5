import { figureId } from "./drawn.js";
import type { Cell, Notebook } from "./notebook.js";

/** What the first cell says, and the sections that follow. */
const OPENING = ["**Question.**", "**Data.**", "**What would change the answer.**"];
const SECTIONS = [/\bMethods?\b/i, /\bLimits\b/i, /\bExercises?\b/i];

/**
 * What a notebook lacks to read as a lesson: an opening with question, data and what would change the answer; a method with
 * its formula and reference; before each figure what to look for, after it what it does not show; limits; an exercise;
 * headings in English and Chinese.
 *
 * @returns findings that name the cell, empty when all is there
 */
export function lessonFindings({ cells }: Notebook): string[] {
  const text = cells.filter(({ cell_type }) => cell_type === "markdown");
  const whole = text.map(({ source }) => source).join("\n\n");
  const first = cells[0]?.source ?? "";
  const headings = cells.flatMap(({ cell_type, source }, i) =>
    cell_type === "markdown"
      ? [...source.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => ({ heading, cell: i + 1 }))
      : [],
  );
  return [
    ...OPENING.filter((part) => !first.includes(part)).map((part) => `cell 1: no ${part}`),
    ...SECTIONS.filter((name) => !headings.some(({ heading }) => name.test(heading))).map(
      (name) => `no section ${name.source.replaceAll("\\b", "").replace("s?", "")}`,
    ),
    ...headings
      .filter(({ heading }) => !/[A-Za-z]/.test(heading) || !/\p{Script=Han}/u.test(heading))
      .map(({ heading, cell }) => `cell ${cell}: heading in one language: ${heading}`),
    ...(/\$[^$]+\$/.test(whole) ? [] : ["no formula"]),
    ...(/doi:|https?:\/\/|\(\p{Lu}[^()]*\b(?:1[89]|20)\d\d\b/u.test(whole) ? [] : ["no reference"]),
    ...figureFindings(cells),
  ];
}

/** Figures without a word before them of what to look for, or after them of what they do not show. */
function figureFindings(cells: readonly Cell[]): string[] {
  const isText = (cell: Cell | undefined) => cell?.cell_type === "markdown";
  return cells.flatMap((cell, i) => {
    const figure = cell.outputs.map(figureId).find((id) => id !== null);
    if (figure === undefined) return [];
    const before = cells.slice(0, i).filter(isText).at(-1)?.source ?? "";
    const after = cells.slice(i + 1).find(isText)?.source ?? "";
    return [
      ...(/\*\*Look for\*\*/.test(before) ? [] : [`cell ${i + 1}: no **Look for** before figure ${figure}`]),
      ...(/\*\*(?:not|nothing)\*\*/i.test(after)
        ? []
        : [`cell ${i + 1}: nothing after figure ${figure} says what it does **not** show`]),
    ];
  });
}
