import { buildDoubleArray, type DoubleArray, ROOT, valueIn } from "../segmentation/double-array.js";

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
  /** the most characters that a later part has */
  readonly longest: number;
}

/** how far apart the parts of a literal with `…` may stand */
const GAP = 40;
const STOPS = ",;。!?:\n";

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
  const entries = words.map((first) => byFirst.get(first) as Entry<T>[]);
  const longest = entries.flat().reduce((most, { rest }) => Math.max(most, ...rest.map((p) => p.length)), 0);
  return { trie, entries, longest };
}

/**
 * Every literal that begins in [from, to) of a folded text, in the order of the text, longer first. The cost is that of the
 * characters and of the literals that begin as the text does, at most the length of the longest a place.
 */
export function findLiterals<T>(
  { trie: { check, nodes, codes }, entries, longest }: LiteralIndex<T>,
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
      const value = valueIn(nodes[2 * state + 1] as number);
      if (value !== 0) {
        let window: Window | undefined;
        for (const { literal, rest, rule } of entries[value - 1] as readonly Entry<T>[]) {
          window ??= rest.length > 0 ? windowAt(text, at, to, longest) : undefined;
          const end = rest.length === 0 ? at : endOfRest(rest, text, window as Window, at, to, longest);
          if (end >= 0) hits.push({ start, end, literal, rule });
        }
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

/** The text behind an offset in which a later part may lie, and how far in it may begin: not past a stop, nor past the gap. */
interface Window {
  readonly text: string;
  readonly reach: number;
}

function windowAt(text: string, from: number, to: number, longest: number): Window {
  const last = Math.min(to, from + GAP);
  let reach = from;
  while (reach < last && !STOPS.includes(text[reach] as string)) reach++;
  return { text: text.slice(from, Math.min(to, reach + longest)), reach: reach - from };
}

/** Where a literal ends whose first part ends at `at`; -1 where the rest of it does not follow. */
function endOfRest(
  rest: readonly string[],
  text: string,
  first: Window,
  at: number,
  to: number,
  longest: number,
): number {
  let end = at;
  let window = first;
  for (const [i, part] of rest.entries()) {
    if (i > 0) window = windowAt(text, end, to, longest);
    const found = window.text.indexOf(part);
    if (found < 0 || found > window.reach) return -1;
    end += found + part.length;
  }
  return end;
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
