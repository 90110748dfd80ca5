// Two coders who read the same passages apart from each other: how far they agree is how much a score against one of them can
// mean. The codings are fixed, so these are the published numbers (data/gold/README.md) and no floors.
import { describe, expect, it } from "vitest";
import { scoreFields } from "../../src/evaluation/fields.js";
import { matchConsequences } from "../../src/evaluation/matching.js";
import { scoreConsequences } from "../../src/evaluation/scores.js";
import { codings } from "../../src/severity/codings.js";

const SAMPLES = [
  {
    name: "statutes-sample-6",
    published: {
      sanction: 0.975,
      reward: 0.701,
      fine: 1,
      amount: 1,
      multiple: 1,
      addressee: 0.986,
      trigger: 0.851,
    },
  },
  {
    name: "statutes-sample-7",
    published: {
      sanction: 0.977,
      reward: 0.752,
      fine: 1,
      amount: 1,
      multiple: 1,
      addressee: 0.922,
      trigger: 0.965,
    },
  },
] as const;

describe.each(SAMPLES)("two codings of $name", ({ name, published }) => {
  const matching = matchConsequences(codings(`gold/${name}-second.jsonl`), codings(`gold/${name}.jsonl`));
  const measured = new Map([
    ...scoreConsequences(matching).map(({ group, f1 }) => [group, f1] as const),
    ...scoreFields(matching)
      .filter(({ how }) => how === "all")
      .map(({ field, f1 }) => [field, f1] as const),
  ]);
  const agreement = Object.fromEntries(
    Object.keys(published).map((key) => [key, Number(measured.get(key)?.toFixed(3))]),
  );

  it(`agree as published: ${JSON.stringify(agreement)}`, () => {
    expect(agreement).toEqual(published);
  });
});
