// Expected values: Krippendorff 2011 (published examples) and hand formulas in test/fixtures/severity/vectors.json.
import { expect, test } from "vitest";
import { cohenKappa } from "../../src/stats/cohen-kappa.js";
import { type AlphaMetric, krippendorffAlpha } from "../../src/stats/krippendorff.js";
import { expectClose, vectors } from "../fixtures/severity/expected.js";

test("alpha reproduces Krippendorff's examples under every metric", () => {
  for (const [name, metrics] of [
    ["krippendorff_A", ["nominal"]],
    ["krippendorff_B", ["nominal"]],
    ["krippendorff_C", ["nominal", "ordinal", "interval", "ratio"]],
  ] as const) {
    const block = vectors[name];
    for (const metric of metrics) {
      const result = krippendorffAlpha<string | number>(block.data_rows_are_coders, metric as AlphaMetric);
      expectClose(result.alpha, block[metric].alpha);
      expectClose(result.observed_disagreement, block[metric].Do);
      expectClose(result.expected_disagreement, block[metric].De);
      expect(result.pairable).toBe(block[metric].n_pairable);
    }
  }
});

test("alpha is undefined when one value occurs or nothing can be paired", () => {
  expect(krippendorffAlpha(vectors.krippendorff_edge.all_same.data)).toMatchObject({
    alpha: null,
    agreement: 1,
    note: "only one value occurs",
  });
  expect(krippendorffAlpha(vectors.krippendorff_edge.no_pairable.data)).toMatchObject({
    alpha: null,
    agreement: null,
    note: "no unit has two codes",
  });
  expect(krippendorffAlpha([])).toMatchObject({ alpha: null, units: 0 });
});

test("alpha does not depend on the order of coders or units", () => {
  const data = vectors.krippendorff_C.data_rows_are_coders as (number | null)[][];
  const turned = [...data].reverse().map((row) => [...row].reverse());
  expectClose(krippendorffAlpha(turned, "ordinal").alpha, vectors.krippendorff_C.ordinal.alpha);
});

test("alpha refuses texts where it needs numbers", () => {
  expect(() => krippendorffAlpha([["a"], ["b"]], "interval")).toThrow("requires finite numbers");
  expect(() => krippendorffAlpha([[0], [1]], "ratio")).toThrow("requires numbers above 0 for ratio, got 0");
  expect(() => krippendorffAlpha([[1], [1, 2]])).toThrow("requires lists of equal length, got 1 and 2");
});

test("kappa agrees with the vectors, plain and weighted", () => {
  const { a, b, unweighted, linear, quadratic } = vectors.kappa;
  expectClose(cohenKappa(a, b).kappa, unweighted);
  expectClose(cohenKappa(a, b, "linear").kappa, linear);
  expectClose(cohenKappa(a, b, "quadratic").kappa, quadratic);
  expect(cohenKappa([1, 1], [1, 1])).toMatchObject({ kappa: null, agreement: 1 });
  expect(cohenKappa([], [])).toMatchObject({ kappa: null, note: "no units" });
  expect(() => cohenKappa([1], [7], "plain", [1])).toThrow("requires codes of the order given, got 7");
});
