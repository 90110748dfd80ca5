import { buildDoubleArray, type DoubleArray, ROOT } from "../segmentation/double-array.js";

/** A literal found in a text: `[start, end)` covers the gaps of a literal with `…`. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly literal: string;
  readonly rule: T;
}

interface Entry<T> {
  readonly literal: string;
  /** what follows the first part, in order, each at most GAP characters after the one before */
  readonly rest: readonly string[];
  readonly rule: T;
}

/** The literals of some rules in a trie by their first parts, so that a text is read once whatever the number of rules. */
export interface LiteralIndex<T> {
  readonly trie: DoubleArray;
  /** the literals of a first part, by the value of its state less 1 */
  readonly entries: readonly (readonly Entry<T>[])[];
}

/** how far apart the parts of a literal with `…` may stand */
const GAP = 40;
const STOPS = /[,;。!?:\n]/;

/** Builds the index of all literals of some rules. */
export function indexLiterals<T extends { readonly match: readonly string[] }>(
  rules: readonly T[],
): LiteralIndex<T> {
  const byFirst = new Map<string, Entry<T>[]>();
  for (const rule of rules) {
    for (const literal of rule.match) {
      const [first = "", ...rest] = literal.split("…");
      const entry = { literal, rest, rule };
      const list = byFirst.get(first);
      if (list) list.push(entry);
      else byFirst.set(first, [entry]);
    }
  }
  const words = [...byFirst.keys()].filter((first) => first !== "").sort();
  const codes = new Uint16Array(0x10000);
  for (const [i, character] of [...new Set(words.join("").split(""))].entries())
    codes[character.charCodeAt(0)] = i + 1;
  const values = words.map((_, i) => i + 1);
  const none = words.map(() => 0);
  const trie = buildDoubleArray({ words, values, labels: none, uses: none }, codes);
  return { trie, entries: words.map((first) => byFirst.get(first) as Entry<T>[]) };
}

/**
 * Every literal that begins in [from, to) of a folded text, in the order of the text, longer first. The cost is that of the
 * characters and of the literals that begin as the text does, at most the length of the longest a place.
 */
export function findLiterals<T>(
  { trie: { check, nodes, codes }, entries }: LiteralIndex<T>,
  text: string,
  from: number,
  to: number,
): Hit<T>[] {
  const hits: Hit<T>[] = [];
  const root = nodes[2 * ROOT] as number;
  for (let start = from; start < to; start++) {
    let state = root + (codes[text.charCodeAt(start)] as number);
    if (state === root || check[state] !== ROOT) continue;
    const before = hits.length;
    for (let at = start + 1; ; at++) {
      const value = nodes[2 * state + 1] as number;
      if (value !== 0) {
        for (const entry of entries[value - 1] as readonly Entry<T>[])
          match(entry, text, start, at, to, hits);
      }
      const target = (nodes[2 * state] as number) + (at < to ? (codes[text.charCodeAt(at)] as number) : 0);
      if (check[target] !== state) break;
      state = target;
    }
    if (hits.length > before + 1) {
      const here = hits.splice(before);
      here.sort((a, b) => b.end - a.end || (a.literal < b.literal ? -1 : 1));
      hits.push(...here);
    }
  }
  return hits;
}

/** Takes a literal whose first part stands at [start, after), if the rest of it follows. */
function match<T>(
  { literal, rest, rule }: Entry<T>,
  text: string,
  start: number,
  after: number,
  to: number,
  hits: Hit<T>[],
): void {
  let end = after;
  for (const part of rest) {
    const window = text.slice(end, Math.min(to, end + GAP + part.length));
    const found = window.indexOf(part);
    if (found < 0 || STOPS.test(window.slice(0, found))) return;
    end += found + part.length;
  }
  hits.push({ start, end, literal, rule });
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
