import type { Run } from "./anchors.js";

/** Beyond this many edits two stretches have nothing to do with each other, and memory would grow with the square. */
const MOST_EDITS = 500;

/**
 * The equal runs of a shortest edit from one sequence to another (greedy, forward).
 *
 * @param a characters
 * @param b characters
 * @returns runs that rise in a and b; only common beginning and end where more than 500 edits are needed
 * @see Myers 1986, An O(ND) difference algorithm and its variations, 10.1007/BF01840446
 */
export function commonRuns(a: Uint32Array, b: Uint32Array): Run[] {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a[prefix] === b[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++;
  const middle = edited(a.subarray(prefix, a.length - suffix), b.subarray(prefix, b.length - suffix));
  return [
    { a: 0, b: 0, length: prefix },
    ...middle.map((run) => ({ a: run.a + prefix, b: run.b + prefix, length: run.length })),
    { a: a.length - suffix, b: b.length - suffix, length: suffix },
  ].filter(({ length }) => length > 0);
}

function edited(a: Uint32Array, b: Uint32Array): Run[] {
  if (a.length === 0 || b.length === 0) return [];
  const furthest = new Int32Array(2 * MOST_EDITS + 3);
  const middle = MOST_EDITS + 1;
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= Math.min(MOST_EDITS, a.length + b.length); edits++) {
    for (let k = -edits; k <= edits; k += 2) {
      const down =
        k === -edits || (k !== edits && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
      let x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return traced(history, edits, a.length, b.length);
    }
    history.push(furthest.slice(middle - edits - 1, middle + edits + 2));
  }
  return [];
}

/** Walks the furthest points back from the end and collects the diagonals. */
function traced(history: readonly Int32Array[], edits: number, lengthA: number, lengthB: number): Run[] {
  const runs: Run[] = [];
  let [x, y] = [lengthA, lengthB];
  for (let d = edits; d > 0; d--) {
    const points = history[d - 1] as Int32Array; // diagonals -d … d
    const k = x - y;
    const down = k === -d || (k !== d && at(points, d + k - 1) < at(points, d + k + 1));
    const previous = down ? k + 1 : k - 1;
    const fromX = at(points, d + previous);
    const startX = down ? fromX : fromX + 1;
    if (x > startX) runs.push({ a: startX, b: startX - k, length: x - startX });
    [x, y] = [fromX, fromX - previous];
  }
  if (x > 0) runs.push({ a: 0, b: 0, length: x });
  return runs.reverse();
}

function at(points: Int32Array, index: number): number {
  return points[index] as number;
}
