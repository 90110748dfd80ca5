import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countTerms } from "../../src/terms/counts.js";
import {
  byCodePoint,
  documentFeatureMatrix,
  groupMatrix,
  matrixOfCounts,
  type TermText,
} from "../../src/terms/matrix.js";

const texts = (...lines: string[]): TermText[] =>
  lines.map((line, i) => ({ id: `d${i + 1}`, terms: line.split(" ").filter(Boolean) }));
const anyTexts = fc
  .array(fc.array(fc.constantFrom("罚款", "处罚", "考核", "服务", "责任"), { maxLength: 12 }), {
    maxLength: 6,
  })
  .map((lists): TermText[] => lists.map((terms, i) => ({ id: String(i), terms })));

describe("countTerms", () => {
  test("frequency, rank and document frequency of three toy texts", () => {
    // counted by hand; the same texts as quanteda.textstats 0.97.3, test-textstat_frequency.R
    const rows = countTerms(texts("a a b b c d", "a d d d", "a a a"));
    expect(rows.map((r) => [r.term, r.count, r.rank, r.documents])).toEqual([
      ["a", 6, 1, 3],
      ["d", 4, 2, 2],
      ["b", 2, 3, 1],
      ["c", 1, 4, 1],
    ]);
  });

  test("ties by every named rule", () => {
    const tied = texts("a a b b c d", "b b b d d d", "a a a"); // a 5, b 5, d 4, c 1
    const ranks = (ties: "min" | "max" | "average" | "dense" | "first") =>
      countTerms(tied, { ties }).map((r) => `${r.term}${r.rank}`);
    expect(ranks("min")).toEqual(["a1", "b1", "d3", "c4"]);
    expect(ranks("max")).toEqual(["a2", "b2", "d3", "c4"]);
    expect(ranks("average")).toEqual(["a1.5", "b1.5", "d3", "c4"]);
    expect(ranks("dense")).toEqual(["a1", "b1", "d2", "c3"]);
    expect(ranks("first")).toEqual(["a1", "b2", "d3", "c4"]);
  });

  test("counts add up to tokens and rates to a million", () => {
    fc.assert(
      fc.property(anyTexts, (list) => {
        const rows = countTerms(list);
        const tokens = list.reduce((n, t) => n + t.terms.length, 0);
        expect(rows.reduce((n, r) => n + r.count, 0)).toBe(tokens);
        if (tokens > 0) expect(rows.reduce((n, r) => n + r.per_million, 0)).toBeCloseTo(1e6, 5);
      }),
    );
  });

  test("the order of the texts changes nothing", () => {
    fc.assert(
      fc.property(anyTexts, (list) => {
        const round = (rows: ReturnType<typeof countTerms>) =>
          rows.map((r) => ({ ...r, dp_norm: r.dp_norm === null ? null : Math.round(r.dp_norm * 1e9) }));
        expect(round(countTerms([...list].reverse()))).toEqual(round(countTerms(list)));
      }),
    );
  });

  test("a cluster of copies with weights that add to 1 counts as one text", () => {
    const once = countTerms(texts("a b", "c c"));
    const copies = countTerms([
      { id: "x1", terms: ["a", "b"], weight: 0.5 },
      { id: "x2", terms: ["a", "b"], weight: 0.5 },
      { id: "y", terms: ["c", "c"] },
    ]);
    const short = (rows: ReturnType<typeof countTerms>) =>
      rows.map((r) => [r.term, r.count, r.documents, r.per_million]);
    expect(short(copies)).toEqual(short(once));
  });

  test("a text of weight 0 adds neither counts nor documents", () => {
    const rows = countTerms([
      { id: "a", terms: ["x", "y"] },
      { id: "copy", terms: ["x", "z"], weight: 0 },
    ]);
    expect(rows.map((r) => [r.term, r.count, r.documents])).toEqual([
      ["x", 1, 1],
      ["y", 1, 1],
    ]);
  });

  test("no texts, empty texts and one text", () => {
    expect(countTerms([])).toEqual([]);
    expect(countTerms(texts(""))).toEqual([]);
    const [only] = countTerms(texts("a a"));
    expect(only).toMatchObject({ count: 2, documents: 1, tf_idf: 0, dp_norm: null });
    expect(only?.note).not.toBe("");
  });

  test("a term in every text has tf-idf 0, one spread like the texts has dispersion 0", () => {
    const [a] = countTerms(texts("a b", "a c"));
    expect(a).toMatchObject({ term: "a", tf_idf: 0, dp_norm: 0 });
  });
});

describe("document-feature matrix", () => {
  test("a table of counts gives the same matrix as the texts", () => {
    const list = texts("b a b", "c");
    const rows = [
      { id: "d1", term: "b", count: 2 },
      { id: "d1", term: "a", count: 1 },
      { id: "d2", term: "c", count: 1 },
    ];
    expect(matrixOfCounts(rows)).toEqual(documentFeatureMatrix(list));
  });

  test("groups add their texts", () => {
    const grouped = groupMatrix(documentFeatureMatrix(texts("a b", "a", "c")), (d) =>
      d === "d3" ? null : "one",
    );
    expect(grouped.documents).toEqual(["one"]);
    expect(countTerms(grouped).map((r) => [r.term, r.count])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });

  test("weights below 0 and contradictory weights are refused", () => {
    expect(() => documentFeatureMatrix([{ id: "a", terms: [], weight: -1 }])).toThrow(RangeError);
    expect(() =>
      documentFeatureMatrix([
        { id: "a", terms: [] },
        { id: "a", terms: [], weight: 0 },
      ]),
    ).toThrow(RangeError);
  });

  test("terms sort by code point, astral characters last", () => {
    expect(["\u{20bb7}", "\uffe5", "罚", "a"].sort(byCodePoint)).toEqual(["a", "罚", "\uffe5", "\u{20bb7}"]);
  });
});
