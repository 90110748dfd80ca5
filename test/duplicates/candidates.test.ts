import { describe, expect, test } from "vitest";
import { candidatePairs } from "../../src/duplicates/candidates.js";
import { bandedPairs, signature } from "../../src/duplicates/minhash.js";
import { sharingPairs } from "../../src/duplicates/sampled-index.js";
import { contentOf, shingleSequence, shingleSet } from "../../src/duplicates/shingles.js";
import { similarity } from "../../src/duplicates/similarity.js";
import { relatedPairs } from "../../src/duplicates/wholes.js";
import { seededRandom, shuffled } from "../../src/stats/random.js";
import { syntheticText, withReplacements } from "./synthetic.js";

const set = (text: string) => shingleSet(shingleSequence(contentOf(text)));

/** 400 pairs of 400 to 1,400 characters with Jaccard similarities spread over 0.78 to 0.85. */
function plantedPairs() {
  const random = seededRandom(20240601);
  return Array.from({ length: 400 }, (_, k) => {
    const length = 400 + random.below(1000);
    const jaccard = 0.78 + (0.07 * k) / 399;
    const text = syntheticText(length, random);
    // k isolated replacements cost 5 k shingles on either side: J = (n - 5 k) / (n + 5 k)
    const count = Math.round(((length - 4) * (1 - jaccard)) / (5 * (1 + jaccard)));
    return [text, withReplacements(text, count, random)] as const;
  });
}

const planted = plantedPairs().map(([a, b]) => [set(a), set(b)] as const);

describe("signatures", () => {
  test("agree in a bin with the probability of the Jaccard similarity", () => {
    let agree = 0;
    let expected = 0;
    for (const [a, b] of planted) {
      const [x, y] = [signature(a), signature(b)];
      agree += x.reduce((n, bin, i) => n + (bin === y[i] ? 1 : 0), 0) / 128;
      expected += similarity(a, b).jaccard as number;
    }
    expect(agree / 400).toBeCloseTo(expected / 400, 2);
  });

  test("are full for a single shingle and empty for none", () => {
    expect(new Set(signature(Uint32Array.of(5))).size).toBe(1);
    expect(signature(new Uint32Array()).every((bin) => bin === 0xffffffff)).toBe(true);
  });

  test("refuse more bands and rows than there are bins", () => {
    expect(() => bandedPairs([], { bands: 26, rows: 5 }, () => {})).toThrow("got 26 * 5");
  });
});

describe("candidates among many texts", () => {
  test("hold planted near-copies at Jaccard 0.78 to 0.85 with recall of at least 0.99 and precision 1", () => {
    const sets = planted.flat();
    const jaccards = planted.map(([a, b]) => similarity(a, b).jaccard as number);
    expect(Math.min(...jaccards)).toBeGreaterThan(0.77);
    expect(Math.max(...jaccards)).toBeLessThan(0.86);
    const pairs = relatedPairs(sets, { exact: 0 });
    const found = pairs.filter(({ i, j }) => j === i + 1 && i % 2 === 0);
    expect(found.length).toBeGreaterThanOrEqual(0.99 * 400);
    expect(found.length).toBe(pairs.length);
  });

  test("hold near-copies by banding alone, without the sampled index", () => {
    const found = new Set<number>();
    bandedPairs(planted.flat(), {}, (i, j) => {
      if (i % 2 === 0 && j === i + 1) found.add(i);
    });
    expect(found.size).toBeGreaterThanOrEqual(0.99 * 400);
  });

  test("hold texts cut to a tenth, whose Jaccard similarity signatures cannot see", () => {
    const random = seededRandom(7);
    const sets = Array.from({ length: 300 }, () => {
      const text = syntheticText(4000, random);
      const from = random.below(3000);
      return [set(text), set(withReplacements(text.slice(from, from + 400), 4, random))];
    }).flat();
    const found = new Set<number>();
    sharingPairs(sets, {}, (i, j) => {
      if (i % 2 === 0 && j === i + 1) found.add(i);
    });
    expect(found.size).toBe(300);
    expect(relatedPairs(sets, { exact: 0 }).filter(({ kind }) => kind === "contained").length).toBe(300);
  });

  test("are the same pairs whatever the order of the texts", () => {
    const sets = planted.slice(0, 150).flat();
    const order = shuffled([...sets.keys()], seededRandom(3));
    const direct = candidatePairs(sets, { exact: 0 });
    const mixed = candidatePairs(
      order.map((i) => sets[i] as Uint32Array),
      { exact: 0 },
    );
    const back = mixed.map(([i, j]) => [order[i] as number, order[j] as number].sort((x, y) => x - y));
    expect(new Set(back.map(String))).toEqual(new Set(direct.map(String)));
  });

  test("are all pairs where texts are few", () => {
    expect(candidatePairs([new Uint32Array(), new Uint32Array(), new Uint32Array()])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(candidatePairs([])).toEqual([]);
  });

  test("leave out shingles that more texts share than counts as evidence", () => {
    const common = Array.from({ length: 70 }, () => set("本办法自公布之日起施行"));
    let pairs = 0;
    sharingPairs(common, { scale: 1, common: 64 }, () => pairs++);
    expect(pairs).toBe(0);
    sharingPairs(common, { scale: 1, common: 70 }, () => pairs++);
    expect(pairs).toBe((70 * 69) / 2);
  });
});
