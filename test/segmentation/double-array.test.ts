import fc from "fast-check";
import { expect, test } from "vitest";
import { buildDoubleArray, findWord } from "../../src/segmentation/double-array.js";

const byUnit = (words: readonly string[]) => [...new Set(words)].sort();

function trieOf(words: readonly string[], uses: readonly number[] = words.map(() => 1)) {
  const units = [...new Set(words.join("").split(""))].sort();
  const codes = new Uint16Array(0x10000);
  for (const [i, unit] of units.entries()) codes[unit.charCodeAt(0)] = i + 1;
  return buildDoubleArray(
    { words, values: words.map((_, i) => i + 1), labels: words.map((_, i) => i % 7), uses },
    codes,
  );
}

test("every word is found with its value and label, and nothing else is", () => {
  const word = fc.string({ unit: fc.constantFrom(..."甲乙丙丁a𠀀"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 80 }),
      fc.array(word, { maxLength: 20 }),
      (list, others) => {
        const words = byUnit(list);
        const trie = trieOf(
          words,
          words.map((_, i) => (i * 7919) % 13),
        );
        const known = (text: string) => {
          const state = findWord(trie, text);
          return state < 0 ? null : [trie.nodes[2 * state + 1], trie.labels[state]];
        };
        expect(words.map(known)).toEqual(words.map((_, i) => [i + 1, i % 7]));
        for (const other of others) expect(known(other) !== null).toBe(words.includes(other));
      },
    ),
    { seed: 7 },
  );
});

test("the empty word and the start of a word are no words", () => {
  const trie = trieOf(["计划生育"]);
  expect(
    ["", "计", "计划", "计划生", "计划生育", "计划生育率"].map((word) => findWord(trie, word) >= 0),
  ).toEqual([false, false, false, false, true, false]);
});
