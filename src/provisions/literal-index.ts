/** A literal found in a text: `[start, end)` covers the gaps of a literal with `…`. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly literal: string;
  readonly rule: T;
}

interface Entry<T> {
  readonly literal: string;
  readonly first: string;
  /** what follows the first part, in order, each at most GAP characters after the one before */
  readonly rest: readonly string[];
  readonly rule: T;
}

/** Literals by their first two characters, so that a text is read once whatever the number of rules. */
export interface LiteralIndex<T> {
  readonly pairs: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly singles: ReadonlyMap<string, readonly Entry<T>[]>;
}

/** how far apart the parts of a literal with `…` may stand */
const GAP = 40;
const STOPS = /[,;。!?:\n]/;

/** Builds the index of all literals of some rules. */
export function indexLiterals<T extends { readonly match: readonly string[] }>(
  rules: readonly T[],
): LiteralIndex<T> {
  const pairs = new Map<string, Entry<T>[]>();
  const singles = new Map<string, Entry<T>[]>();
  for (const rule of rules) {
    for (const literal of rule.match) {
      const [first = "", ...rest] = literal.split("…");
      const entry = { literal, first, rest, rule };
      const map = first.length > 1 ? pairs : singles;
      const key = first.slice(0, 2);
      const list = map.get(key);
      if (list) list.push(entry);
      else map.set(key, [entry]);
    }
  }
  return { pairs, singles };
}

/** Every literal that begins in [from, to) of a folded text, in the order of the text, longer first. */
export function findLiterals<T>(index: LiteralIndex<T>, text: string, from: number, to: number): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = from; at < to; at++) {
    const here: Hit<T>[] = [];
    for (const entry of index.pairs.get(text.slice(at, at + 2)) ?? []) match(entry, text, at, to, here);
    for (const entry of index.singles.get(text[at] as string) ?? []) match(entry, text, at, to, here);
    if (here.length > 1) here.sort((a, b) => b.end - a.end || (a.literal < b.literal ? -1 : 1));
    hits.push(...here);
  }
  return hits;
}

function match<T>(entry: Entry<T>, text: string, at: number, to: number, hits: Hit<T>[]): void {
  if (!text.startsWith(entry.first, at)) return;
  let end = at + entry.first.length;
  for (const part of entry.rest) {
    const window = text.slice(end, Math.min(to, end + GAP + part.length));
    const found = window.indexOf(part);
    if (found < 0 || STOPS.test(window.slice(0, found))) return;
    end += found + part.length;
  }
  if (end <= to) hits.push({ start: at, end, literal: entry.literal, rule: entry.rule });
}

/** Whether one of some literals ends at an offset; returns it. */
export function endsAt(text: string, at: number, literals: readonly string[]): string | null {
  for (const literal of literals)
    if (at >= literal.length && text.startsWith(literal, at - literal.length)) return literal;
  return null;
}

/** Whether one of some literals begins at an offset; returns it. */
export function startsAt(text: string, at: number, literals: readonly string[]): string | null {
  for (const literal of literals) if (text.startsWith(literal, at)) return literal;
  return null;
}
