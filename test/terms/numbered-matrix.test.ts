import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFeatureMatrix } from "../../src/terms/matrix.js";
import { matrixOfNumbers } from "../../src/terms/numbered-matrix.js";
import { termCounter } from "../../src/terms/term-counter.js";

test("texts counted by number give the matrix of their terms, also where two have one id or none a term", () => {
  const term = fc.constantFrom("罚款", "处罚", "a", "𠀀", "\ue000", "征收");
  const text = fc.record({
    id: fc.constantFrom("a#1", "b#1", "c#1"),
    terms: fc.array(term, { maxLength: 8 }),
  });
  const weight = fc.constantFrom(0, 0.5, 1);
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 6 }),
      fc.array(weight, { minLength: 3, maxLength: 3 }),
      (texts, w) => {
        const weights = new Map(["a#1", "b#1", "c#1"].map((id, i) => [id, w[i]!]));
        const counter = termCounter();
        counter.add(["nowhere"]); // a term of another group
        const numbered = texts.map(({ id, terms }) => ({ id, counts: counter.add(terms) }));
        const termOf = counter.numbered().map((row) => row.term);
        expect(matrixOfNumbers(numbered, termOf, weights)).toEqual(
          documentFeatureMatrix(texts.map((one) => ({ ...one, weight: weights.get(one.id)! }))),
        );
      },
    ),
    { seed: 5 },
  );
});
