// The exact peer of MinHash: all pairs at a Jaccard similarity or above by prefix and length filter.
// Xiao, Wang, Lin, Yu and Wang 2011, Efficient similarity joins for near-duplicate detection, 10.1145/2000824.2000825

/** Pairs [i, j], i < j, of ascending shingle sets at `least` or above, and no others. */
export function prefixFilterPairs(sets, least) {
  const ranks = ranksByRarity(sets);
  const ranked = sets.map((set) => Uint32Array.from(set, (shingle) => ranks.get(shingle)).sort());
  const bySize = [...sets.keys()].sort((a, b) => sets[a].length - sets[b].length || a - b);
  const index = new Map(); // texts by the shingles of their prefix
  const pairs = [];
  for (const text of bySize) {
    const own = ranked[text];
    const candidates = new Set();
    const prefix = own.length - Math.ceil(least * own.length) + 1;
    for (let at = 0; at < Math.min(prefix, own.length); at++) {
      const list = index.get(own[at]);
      if (list === undefined) index.set(own[at], [text]);
      else {
        for (const other of list) if (sets[other].length >= least * own.length) candidates.add(other);
        list.push(text);
      }
    }
    for (const other of candidates) {
      const shared = sharedCount(own, ranked[other]);
      if (shared >= least * (own.length + ranked[other].length - shared)) {
        pairs.push(text < other ? [text, other] : [other, text]);
      }
    }
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Rare shingles first, so that prefixes meet seldom. */
function ranksByRarity(sets) {
  const counts = new Map();
  for (const set of sets) for (const shingle of set) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return new Map(ordered.map(([shingle], rank) => [shingle, rank]));
}

function sharedCount(a, b) {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) shared++;
    const [x, y] = [a[i], b[j]];
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}
