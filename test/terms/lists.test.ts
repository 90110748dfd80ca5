import { expect, test } from "vitest";
import { fromCsv } from "../../src/csv.js";
import { readLexiconText } from "../../src/lexicon.js";
import { STOP_WORD_LISTS, stopWords, termDictionary, termVariants } from "../../src/terms/lists.js";

test.each([
  ["dictionary.csv", ["word"]],
  ["stop-words.csv", ["list", "word"]],
  ["term-variants.csv", ["variant"]],
  ["tracked-terms.csv", ["term"]],
])("%s is sorted, NFC, without repetition, and every row has a source", (file, keys) => {
  const rows = fromCsv(readLexiconText(file), [], file) as Record<string, string>[];
  const names = rows.map((row) => keys.map((key) => row[key]).join("\t"));
  expect(names).toEqual([...new Set(names)].sort());
  expect(names.map((name) => name.normalize("NFC"))).toEqual(names);
  expect(rows.filter((row) => !row.source)).toEqual([]);
});

test("the lists hold words", () => {
  expect(termDictionary().entries.length).toBeGreaterThan(200);
  for (const list of STOP_WORD_LISTS) expect(stopWords(list).size).toBeGreaterThan(200);
  expect(() => stopWords("none" as "policy")).toThrow(RangeError);
});

test("variants lead to terms that are no variants themselves, and the dictionary keeps the variants whole", () => {
  const variants = termVariants();
  expect([...variants.values()].filter((term) => variants.has(term))).toEqual([]);
});
