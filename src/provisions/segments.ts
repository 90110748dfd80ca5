import type { Span } from "../span.js";

/** A sub-clause: text between commas, brackets kept whole. */
export interface Segment extends Span {
  /** ends with 的 before its comma: a ground */
  readonly conditional: boolean;
}

const OPEN = "(《〈“";
const CLOSE = ")》〉”";
/** a bracket that is not closed within this many characters is taken as a stray */
const BRACKET = 120;

/**
 * Splits [from, to) of a folded text at commas and colons that stand outside brackets and quotation marks.
 *
 * Linear: each character is read at most twice, once looking for a closing bracket.
 */
export function segments(text: string, from: number, to: number): Segment[] {
  const found: Segment[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const character = text[at] as string;
    const kind = OPEN.indexOf(character);
    if (kind >= 0) {
      const close = text.slice(at, Math.min(to, at + BRACKET)).indexOf(CLOSE[kind] as string);
      if (close > 0) at += close;
      continue;
    }
    if (character === "," || character === ":") {
      push(found, text, start, at);
      start = at + 1;
    }
  }
  push(found, text, start, to);
  return found;
}

function push(found: Segment[], text: string, start: number, end: number): void {
  if (end <= start) return;
  let last = end - 1;
  while (last > start && ' \n。;!?”"'.includes(text[last] as string)) last--;
  found.push({
    start,
    end,
    conditional: text[last] === "的" && (text[end] === "," || text[end] === ":" || text[end] === undefined),
  });
}
