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
  let counts = new Float64Array(engine.types());
  let holding = new Uint32Array(counts.length);
  let lastText = new Uint32Array(counts.length);
  let texts = 0;
  let tokens = 0;

  function grow(): void {
    const size = Math.ceil(engine.types() * 1.25);
    const [oldCounts, oldHolding, oldLast] = [counts, holding, lastText];
    counts = new Float64Array(size);
    holding = new Uint32Array(size);
    lastText = new Uint32Array(size);
    counts.set(oldCounts);
    holding.set(oldHolding);
    lastText.set(oldLast);
  }

  function add(text: string): void {
    texts++;
    const { count, types } = engine.cutToTypes(text, hmm);
    if (engine.types() > counts.length) grow();
    for (let i = 0; i < count; i++) {
      const type = types[i] as number;
      counts[type] = (counts[type] as number) + 1;
      if (lastText[type] !== texts) {
        lastText[type] = texts;
        holding[type] = (holding[type] as number) + 1;
      }
    }
    tokens += count;
  }

  function rows(): CountedType[] {
    const found: CountedType[] = [];
    for (let type = 0; type < counts.length; type++) {
      const count = counts[type] as number;
      if (count > 0) found.push({ text: engine.textOf(type), count, documents: holding[type] as number });
    }
    return found;
  }

  return { add, documents: () => texts, tokens: () => tokens, rows };
}
