import type { Span } from "../span.js";

/** beyond this many characters a sentence is cut at a comma, beyond twice as many anywhere, so that the work stays linear */
const LONG = 2000;

/** The sentences of a stretch of folded text: up to 。！？； or a line's end. */
export function sentences(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const long = at - start > (text[at] === "," ? LONG : 2 * LONG);
    if (!long && !"。!?\n".includes(text[at] as string)) continue;
    if (text.slice(start, at).trim() !== "") found.push({ start, end: at });
    start = at + 1;
  }
  if (text.slice(start, span.end).trim() !== "") found.push({ start, end: span.end });
  return found;
}

/** The stretches of a sentence between semicolons: their numbers belong together. */
export function groups(text: string, sentence: Span): Span[] {
  const found: Span[] = [];
  let start = sentence.start;
  for (let at = sentence.start; at <= sentence.end; at++) {
    if (at < sentence.end && text[at] !== ";") continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}

/** How many characters of a word pair two labels share (longest common run). */
export function commonRun(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let n = 0;
      while (i + n < a.length && a[i + n] === b[j + n]) n++;
      if (n > best) best = n;
    }
  }
  return best;
}
