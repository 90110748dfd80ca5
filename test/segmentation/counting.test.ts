import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jiebaModel } from "../../src/segmentation/model-cache.js";
import { createTrieJieba } from "../../src/segmentation/trie-jieba.js";
import { typeCounter } from "../../src/segmentation/type-counter.js";
import { typePool, unitsOf } from "../../src/segmentation/type-pool.js";
import { userWords } from "../../src/segmentation/user-words.js";

describe("counting by number", () => {
  test("gives the counts and document frequencies of the cut words", () => {
    const engine = createTrieJieba(jiebaModel());
    engine.add_word("社会抚养费", undefined, "n");
    const piece = fc.constantFrom(
      "社会抚养费",
      "罚款",
      "征收",
      "鬻矞",
      "A4",
      "，",
      "\r\n",
      "𠀀",
      "5%",
      "率达",
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.boolean(), (texts, hmm) => {
        const counter = typeCounter(engine, hmm);
        for (const each of texts) counter.add(each);
        const words = texts.map((each) => engine.cut(each, hmm));
        const rows = counter.rows();
        const countOf = (word: string) => words.flat().filter((other) => other === word).length;
        expect(rows.map((row) => row.text).sort()).toEqual([...new Set(words.flat())].sort());
        for (const row of rows) {
          expect(row.count).toBe(countOf(row.text));
          expect(row.documents).toBe(words.filter((list) => list.includes(row.text)).length);
        }
        expect([counter.tokens(), counter.documents()]).toEqual([words.flat().length, texts.length]);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test("of nothing is empty", () => {
    const counter = typeCounter(createTrieJieba(jiebaModel()));
    counter.add("");
    expect([counter.rows(), counter.tokens(), counter.documents()]).toEqual([[], 0, 1]);
  });
});

test("a pool numbers strings as they come and gives them back", () => {
  const pool = typePool();
  const strings = Array.from({ length: 3000 }, (_, i) => `${i % 1500}\u0000乙`.repeat((i % 3) + 1));
  const numbers = strings.map((text) => pool.numberOf(unitsOf(`前${text}`), 1, text.length + 1));
  const different = [...new Set(strings)];
  expect(numbers).toEqual(strings.map((text) => different.indexOf(text)));
  expect(different.map((_, i) => pool.textOf(i))).toEqual(different);
  expect(pool.size()).toBe(different.length);
});

test("words that were laid over are found whole, their beginnings are not", () => {
  const words = userWords();
  const list = Array.from({ length: 500 }, (_, i) => `词${i}条`);
  for (const word of list) words.add(word);
  const numberOf = (text: string) => {
    let state = 0;
    for (const unit of unitsOf(text)) if (state >= 0) state = words.step(state, unit);
    return state < 0 ? -1 : words.wordAt(state);
  };
  expect(list.map(numberOf)).toEqual(list.map((_, i) => i));
  expect(["词1", "词", "条", "词500条"].map(numberOf)).toEqual([-1, -1, -1, -1]);
  expect([words.begins["词".charCodeAt(0)], words.begins["条".charCodeAt(0)]]).toEqual([1, 0]);
});
