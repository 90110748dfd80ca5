// The exact peer of MinHash: all pairs at a Jaccard similarity or above by prefix and length filter.
// Xiao, Wang, Lin, Yu and Wang 2011, Efficient similarity joins for near-duplicate detection, 10.1145/2000824.2000825
import { sharedCount } from "../../dist/duplicates/similarity.js";
import { mixBits } from "../../dist/stats/random.js";

/** Pairs [i, j], i < j, of ascending shingle sets at `least` or above, and no others. */
export function prefixFilterPairs(sets, least) {
  const { placeOf, counts } = shingleTable(sets);
  const last = new Int32Array(counts.length).fill(-1); // last posting of each shingle; a posting knows the one before
  const texts = [];
  const before = [];
  const pairs = [];
  const bySize = [...sets.keys()].sort((a, b) => sets[a].length - sets[b].length || a - b);
  for (const text of bySize) {
    const own = sets[text];
    const candidates = new Set();
    for (const place of rarest(own, own.length - Math.ceil(least * own.length) + 1)) {
      if (counts[place] === 1) continue; // in no other text
      for (let at = last[place]; at >= 0; at = before[at]) {
        if (sets[texts[at]].length >= least * own.length) candidates.add(texts[at]);
      }
      before.push(last[place]);
      last[place] = texts.push(text) - 1;
    }
    for (const other of candidates) {
      const shared = sharedCount(own, sets[other]);
      if (shared >= least * (own.length + sets[other].length - shared)) {
        pairs.push(text < other ? [text, other] : [other, text]);
      }
    }
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);

  /** the places of the shingles that the fewest texts hold, ties by shingle */
  function rarest(set, size) {
    const ordered = Float64Array.from(set, (shingle) => counts[placeOf(shingle)] * 2 ** 32 + shingle).sort();
    return Array.from(ordered.subarray(0, size), (key) => placeOf(key % 2 ** 32));
  }
}

/** An open hash table of all shingles with the number of texts that hold each. */
function shingleTable(sets) {
  const total = sets.reduce((sum, set) => sum + set.length, 0);
  const size = 2 ** Math.ceil(Math.log2(1.2 * total + 2));
  const keys = new Uint32Array(size);
  const counts = new Uint32Array(size);
  const placeOf = (shingle) => {
    let at = mixBits(shingle) & (size - 1);
    while (counts[at] !== 0 && keys[at] !== shingle) at = (at + 1) & (size - 1);
    return at;
  };
  for (const set of sets) {
    for (const shingle of set) {
      const at = placeOf(shingle);
      keys[at] = shingle;
      counts[at]++;
    }
  }
  return { placeOf, counts };
}
