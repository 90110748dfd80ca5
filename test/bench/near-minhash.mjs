// Near-duplicates at a Jaccard similarity of 0.8 or above: seeded MinHash, banding, exact comparison. node near-minhash.mjs TEXTS
import { bandedPairs } from "../../dist/duplicates/minhash.js";
import { sharedCount } from "../../dist/duplicates/similarity.js";
import { shinglesOf } from "./near-texts.mjs";
import { report } from "./report.mjs";

const sets = shinglesOf(Number(process.argv[2]));
report(() => {
  const found = new Set();
  const refused = new Set();
  bandedPairs(sets, { seed: 1 }, (i, j) => {
    const key = i * sets.length + j;
    if (found.has(key) || refused.has(key)) return;
    const shared = sharedCount(sets[i], sets[j]);
    const near = shared >= 0.8 * (sets[i].length + sets[j].length - shared);
    (near ? found : refused).add(key);
  });
  return {
    pairs: [...found]
      .sort((a, b) => a - b)
      .map((key) => `${Math.floor(key / sets.length)}-${key % sets.length}`),
  };
});
