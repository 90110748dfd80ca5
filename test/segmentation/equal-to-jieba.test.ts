// The trie engine against jieba-wasm: same words, tags and frequencies. `compare-engines.mjs FOLDER` does it for any texts.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newJieba } from "../../src/segmentation/jieba.js";
import { jiebaModel } from "../../src/segmentation/model-cache.js";
import { createTrieJieba } from "../../src/segmentation/trie-jieba.js";
import { addWords } from "../../src/terms/cutters.js";
import { termDictionary } from "../../src/terms/lists.js";
import { createSegmenter } from "../../src/terms/segmenter.js";

const texts = readdirSync("data/teaching")
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(`data/teaching/${name}`, "utf8"));

const engines = (withWords: boolean) => {
  const pair = { reference: newJieba(), trie: createTrieJieba(jiebaModel()) };
  if (withWords) for (const engine of [pair.reference, pair.trie]) addWords(engine, termDictionary());
  return pair;
};
const bare = engines(false);
const laden = engines(true);

describe.each([
  ["without words of ours", bare],
  ["with our words", laden],
])("%s", (_, { reference, trie }) => {
  test("the teaching texts are cut and tagged alike", () => {
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      for (const hmm of [true, false]) expect(trie.cut(text, hmm)).toEqual(reference.cut(text, hmm));
      expect(trie.tag(text, true)).toEqual(reference.tag(text, true));
    }
  });

  test("any text is cut alike", () => {
    const characters = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...texts.join("")) },
      { weight: 3, arbitrary: fc.constantFrom(..."ABzIPT恤社会抚养费率05.%+#&_-／，\r\n \u3000") },
      {
        weight: 2,
        arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((point) => String.fromCodePoint(point)),
      },
      { weight: 1, arbitrary: fc.constantFrom(..."㐀䶿鿖鿿豈𠀀𪛖𫠠丽𬺰😀ａΩ") },
      { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
    );
    const anyText = fc.array(characters, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, hmm) => {
        expect(trie.tag(text, hmm)).toEqual(reference.tag(text, hmm));
        expect(trie.cut(text, hmm)).toEqual(reference.cut(text, hmm));
      }),
      { seed: 20261101, numRuns: 3000 },
    );
  });
});

test("a word added without a frequency gets jieba's; with one it gets that, lower or higher", () => {
  const { reference, trie } = engines(false);
  for (const word of ["社会抚养费", "罚", "的", "计划生育", "㐀㐁", "𠀀", "B超", "3.5%", "率达到"]) {
    expect([word, trie.add_word(word, undefined, "n")]).toEqual([
      word,
      reference.add_word(word, undefined, "n"),
    ]);
  }
  for (const [word, frequency] of [
    ["抚养费", 1],
    ["计划", 99999999],
    ["社会抚养费", 2],
    ["育人口", 500],
  ] as const) {
    for (const engine of [reference, trie]) engine.add_word(word, frequency, "x");
  }
  const text = "计划生育人口征收社会抚养费，罚的㐀㐁𠀀做B超3.5%率达到";
  for (const hmm of [true, false]) expect(trie.tag(text, hmm)).toEqual(reference.tag(text, hmm));
});

test("words reach only the engine that they were given to", () => {
  const model = jiebaModel();
  const [before, ours] = [createTrieJieba(model), createTrieJieba(model)];
  for (const word of ["撤桶并点", "和谐", "的"]) ours.add_word(word, 90_000_000, "v");
  const text = "和谐社会的撤桶并点";
  expect(ours.cut(text)).toContain("撤桶并点");
  for (const other of [before, createTrieJieba(model)])
    expect(other.tag(text)).toEqual(bare.reference.tag(text));
});

test("a segmenter gives the same tokens and carries the same fingerprint with either engine", () => {
  for (const options of [
    {},
    { dictionary: termDictionary(), hmm: false },
    { tags: true, units: [] },
  ] as const) {
    const [reference, trie] = [createSegmenter(options), createSegmenter({ ...options, engine: "trie" })];
    expect(trie.fingerprint).toBe(reference.fingerprint);
    for (const text of texts) expect(trie.segment(text)).toEqual(reference.segment(text));
  }
});
