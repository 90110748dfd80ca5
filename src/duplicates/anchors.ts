import { shingleSequence } from "./shingles.js";

/** Equal characters at a in one sequence and b in another. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

const ANCHOR_SIZE = 8;

/**
 * Equal runs around shingles that stand exactly once in each sequence, in the longest common order, as far as they extend.
 *
 * @param a characters
 * @param b characters
 * @returns runs that rise in a and b and do not overlap
 * @see Heckel 1978, A technique for isolating differences between files, 10.1145/359460.359467
 */
export function anchors(a: Uint32Array, b: Uint32Array): Run[] {
  const [placesA, placesB] = [single(a), single(b)];
  const pairs: [number, number][] = [];
  for (const [shingle, at] of placesA) {
    const other = placesB.get(shingle);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  pairs.sort((x, y) => x[0] - y[0]);
  const runs: Run[] = [];
  let [endA, endB] = [0, 0];
  for (const [at, other] of rising(pairs)) {
    if (at < endA || other < endB) continue;
    let [start, startB] = [at, other];
    while (start > endA && startB > endB && a[start - 1] === b[startB - 1]) {
      start--;
      startB--;
    }
    let length = at - start;
    while (start + length < a.length && a[start + length] === b[startB + length]) length++;
    if (length < ANCHOR_SIZE) continue; // two shingles met in one hash
    runs.push({ a: start, b: startB, length });
    [endA, endB] = [start + length, startB + length];
  }
  return runs;
}

/** Each shingle's place, -1 where it stands more than once. */
function single(characters: Uint32Array): Map<number, number> {
  const places = new Map<number, number>();
  const sequence = shingleSequence({ characters, offsets: characters }, ANCHOR_SIZE);
  for (const [at, shingle] of sequence.entries()) places.set(shingle, places.has(shingle) ? -1 : at);
  return places;
}

/** Longest subsequence of pairs whose second numbers rise too (patience sorting). */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  const second = (k: number) => (pairs[k] as [number, number])[1];
  for (let k = 0; k < pairs.length; k++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (second(tails[middle] as number) < second(k)) low = middle + 1;
      else high = middle;
    }
    before[k] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = k;
  }
  const result: [number, number][] = [];
  for (let k = tails.at(-1) ?? -1; k >= 0; k = before[k] as number) result.push(pairs[k] as [number, number]);
  return result.reverse();
}
