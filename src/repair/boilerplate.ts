import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";
import { linesOf } from "./lines.js";

const forms = readLexicon("boilerplate", ["form", "place", "pattern", "note"]);
const compiled = (place: string): { pattern: RegExp; note: string }[] =>
  forms
    .filter((row) => row.place === place)
    .map((row) => ({ pattern: new RegExp(row.pattern, place === "line" ? "u" : "gu"), note: row.note }));
/** Longest line that may be the site's as a whole. */
const LONGEST_LINE = 140;
const ANYWHERE = compiled("anywhere");
const LINES = compiled("line");

/** Signs with which a site sets its lines off: ——— 谢谢阅读 ———, >>>更多. */
const ORNAMENT = /^[\s\-—―=_*·•~>＞＜→↓☆★◆■]+|[\s\-—―=_*·•~>＞＜→↓☆★◆■]+$/gu;

/**
 * Words of the site between the words of a document: watermarks, advertisements, source lines, titles printed twice.
 *
 * Repair removes what stands inside a line; a whole line is flagged and left, later stages skip it. A line of which only signs would
 * be left is flagged whole.
 */
export function boilerplate(text: string): Finding[] {
  const inside = separate([
    ...ANYWHERE.flatMap(({ pattern, note }) =>
      [...text.matchAll(pattern)].map((match): Finding => {
        const span = { start: match.index, end: match.index + match[0].length };
        return { ...span, kind: "boilerplate", note, replacement: "" };
      }),
    ),
    ...watermarks(text),
  ]);
  const found: Finding[] = [];
  let next = 0;
  for (const { start, end } of linesOf(text)) {
    while ((inside[next]?.end ?? end) <= start) next++;
    if (end - start > LONGEST_LINE) continue;
    let own = next;
    while ((inside[own]?.end ?? Infinity) <= end) own++;
    const content = text.slice(start, end).replace(ORNAMENT, "");
    const form =
      LINES.find(({ pattern }) => pattern.test(content)) ?? fills(text, start, end, inside.slice(next, own));
    if (form) found.push({ start, end, kind: "boilerplate", note: form.note });
  }
  return separate([...found, ...inside]);
}

const CLAIM = /([\u4e00-\u9fff]{2,10})(?:版权所有|整理发布|独家发布|独家整理|独家原创|原创首发)/gu;

/** What no name of a site holds: a single character, words of grammar. */
const NO_NAME = /^.$|[的对于之其由归和与为]/u;

/** A site's name set into a sentence with its claim: the longest run of words before the claim that the text prints elsewhere too. */
function watermarks(text: string): Finding[] {
  return [...text.matchAll(CLAIM)].flatMap((match): Finding[] => {
    const run = match[1] as string;
    const names = Array.from({ length: run.length - 1 }, (_, i) => run.slice(i));
    const name = names.find(
      (words) => words.length <= 8 && !NO_NAME.test(words) && text.indexOf(words) !== text.lastIndexOf(words),
    );
    if (name === undefined) return [];
    const end = match.index + match[0].length;
    const start = match.index + run.length - name.length;
    return [
      { start, end, kind: "boilerplate", note: "name of the site set into a sentence", replacement: "" },
    ];
  });
}

/** The first of the findings in a line, where nothing but signs stands beside them. */
function fills(text: string, start: number, end: number, inside: readonly Finding[]): Finding | undefined {
  const ends = [start, ...inside.map((finding) => finding.end)];
  const rest = ends.map((from, i) => text.slice(from, Math.max(from, inside[i]?.start ?? end)));
  return /[\p{L}\p{N}]/u.test(rest.join("")) ? undefined : inside[0];
}
