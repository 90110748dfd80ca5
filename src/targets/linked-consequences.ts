import type { Span } from "../span.js";
import type { ConsequenceLink, LinkedConsequence } from "./scorecard-records.js";

/** A consequence with its place in the folded text. */
export interface Placed {
  readonly link: ConsequenceLink;
  readonly at: Span;
}

/** The consequences that begin in a stretch of the text, each once. */
export function linked(links: readonly Placed[], from: number, to: number): LinkedConsequence[] {
  const found = new Map<string, LinkedConsequence>();
  for (const { link, at } of links) {
    if (at.start < from || at.start >= to) continue;
    const { start, end, polarity, type, addressee } = link;
    found.set([start, end, type, addressee].join("|"), { start, end, polarity, type, addressee });
  }
  return [...found.values()];
}

/** Where the sentence that holds an offset ends. */
export function sentenceEnd(text: string, from: number, limit: number): number {
  const at = text.slice(from, limit).search(/[。\n]/);
  return at < 0 ? limit : from + at;
}
