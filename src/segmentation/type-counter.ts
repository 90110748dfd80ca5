import type { TrieJieba } from "./trie-jieba.js";

/** A different token with its count and the number of texts that hold it. */
export interface CountedType {
  readonly text: string;
  readonly count: number;
  readonly documents: number;
}

/** Counts the tokens of one text after another; memory grows with the number of different tokens only. */
export interface TypeCounter {
  /** cuts a text and counts its tokens, white space and signs too */
  readonly add: (text: string) => void;
  readonly documents: () => number;
  readonly tokens: () => number;
  /** the different tokens, in the order of their numbers */
  readonly rows: () => CountedType[];
}

/**
 * Numbers kept a type, side by side so that one look at memory finds them: its count (the lower and the upper 32 bits), the
 * last text that holds it, the number of such texts.
 */
const FIELDS = 4; // a power of two: none lies across two lines of the cache
const UPPER = 1;
const LAST = 2;
const HOLDING = 3;

/**
 * A counter that cuts with a trie engine and counts by number: no string is made before the rows are asked for.
 *
 * @param engine the engine, with whatever words were added to it
 * @param hmm whether unknown words are guessed; default true
 * @returns an empty counter
 * @example
 * const counter = typeCounter(createTrieJieba(jiebaModel()));
 * counter.add("罚款和罚款");
 * counter.rows().find(({ text }) => text === "罚款").count // 2
 */
export function typeCounter(engine: TrieJieba, hmm = true): TypeCounter {
  let seen = new Uint32Array(FIELDS * engine.types());
  let texts = 0;
  let tokens = 0;

  function add(text: string): void {
    texts++;
    const { count, types } = engine.cutToTypes(text, hmm);
    if (FIELDS * engine.types() > seen.length) {
      const wider = new Uint32Array(FIELDS * Math.ceil(engine.types() * 1.25));
      wider.set(seen);
      seen = wider;
    }
    const [cells, now] = [seen, texts];
    for (let i = 0; i < count; i++) {
      const at = FIELDS * (types[i] as number);
      cells[at] = (cells[at] as number) + 1;
      if (cells[at] === 0) cells[at + UPPER] = (cells[at + UPPER] as number) + 1;
      if (cells[at + LAST] !== now) {
        cells[at + LAST] = now;
        cells[at + HOLDING] = (cells[at + HOLDING] as number) + 1;
      }
    }
    tokens += count;
  }

  function rows(): CountedType[] {
    const found: CountedType[] = [];
    for (let at = 0; at < seen.length; at += FIELDS) {
      const count = (seen[at] as number) + (seen[at + UPPER] as number) * 2 ** 32;
      if (count === 0) continue;
      found.push({ text: engine.textOf(at / FIELDS), count, documents: seen[at + HOLDING] as number });
    }
    return found;
  }

  return { add, documents: () => texts, tokens: () => tokens, rows };
}
