import fc from "fast-check";
import { expect, test } from "vitest";
import { buildDoubleArray, findWord, mayGoOver, valueIn } from "../../src/segmentation/double-array.js";
import { beginsWithPair, firstPairs, PAIRED } from "../../src/segmentation/first-pairs.js";

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
          return state < 0 ? null : [valueIn(trie.nodes[2 * state + 1] as number), trie.labels[state]];
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

test("a value that does not fit is refused", () => {
  const codes = new Uint16Array(0x10000);
  codes["甲".charCodeAt(0)] = 1;
  expect(() => buildDoubleArray({ words: ["甲"], values: [0x10000], labels: [0], uses: [1] }, codes)).toThrow(
    RangeError,
  );
});

test("every step that leads on is marked, and every pair that words begin with, no other", () => {
  // 5,000 words 一X and X二 of different characters: codes reach past those that have a place in the table
  const words = byUnit(
    Array.from({ length: 5000 }, (_, i) => {
      const unit = String.fromCharCode(0x5000 + i);
      return i % 2 === 0 ? `一${unit}三` : `${unit}二`;
    }),
  );
  const trie = trieOf(words);
  const pairs = firstPairs(trie);
  const code = (unit: string) => trie.codes[unit.charCodeAt(0)] as number;
  const begun = new Set(words.map((word) => word.slice(0, 2)));
  const inTable = (pair: string) => [...pair].every((unit) => code(unit) < PAIRED);
  const candidates = words.flatMap((word) => [word.slice(0, 2), `${word[1]}${word[0]}`, `一${word[0]}`]);
  expect([...begun].filter(inTable).length).toBeGreaterThan(3000);
  expect([...begun].every(inTable)).toBe(false);
  for (const pair of candidates.filter(inTable)) {
    expect(beginsWithPair(pairs, code(pair[0] as string), code(pair[1] as string)), pair).toBe(
      begun.has(pair),
    );
  }
  for (const [state, parent] of trie.check.entries()) {
    if (parent < 0 || state === parent) continue;
    const over = state - (trie.nodes[2 * parent] as number);
    expect(mayGoOver(trie.nodes[2 * parent + 1] as number, over)).toBe(true);
  }
});
