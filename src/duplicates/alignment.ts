import { anchors, type Run } from "./anchors.js";
import { commonRuns } from "./shortest-edit.js";

/** A stretch that differs: numbers of characters in a and b; one of the two may be empty. */
export interface Gap {
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
}

/**
 * Where two sequences of characters differ.
 *
 * Runs of eight characters that stand once in each sequence, in one order, are anchors; between them the shortest edit is
 * sought. Equal runs too short to mean anything (one character, two between long differences) join the gaps beside
 * them, so that a replaced name is one gap. Linear where the sequences agree; a stretch that needs more than 500 edits is one gap.
 *
 * @param a characters
 * @param b characters
 * @returns gaps in order, none for equal sequences
 * @example
 * differingStretches(Uint32Array.of(1, 2, 3), Uint32Array.of(1, 9, 3)) // [{ a: [1, 2], b: [1, 2] }]
 * @see Myers 1986, An O(ND) difference algorithm and its variations, 10.1007/BF01840446
 */
export function differingStretches(a: Uint32Array, b: Uint32Array): Gap[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const anchor of [...anchors(a, b), { a: a.length, b: b.length, length: 0 }]) {
    for (const run of commonRuns(a.subarray(i, anchor.a), b.subarray(j, anchor.b))) {
      runs.push({ a: run.a + i, b: run.b + j, length: run.length });
    }
    runs.push(anchor);
    i = anchor.a + anchor.length;
    j = anchor.b + anchor.length;
  }
  return between(joined(runs), a.length, b.length);
}

/** Runs that follow each other at once become one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
      result[result.length - 1] = { ...last, length: last.length + run.length };
    } else if (run.length > 0) result.push(run);
  }
  return result;
}

function between(runs: readonly Run[], lengthA: number, lengthB: number): Gap[] {
  const gaps: Gap[] = [];
  let [i, j] = [0, 0];
  for (const run of [...runs, { a: lengthA, b: lengthB, length: 0 }]) {
    if (run.a > i || run.b > j) {
      const previous = gaps.at(-1);
      const equal = previous ? i - previous.a[1] : Infinity;
      if (previous && equal <= weakRun(previous, run.a - i, run.b - j)) {
        gaps[gaps.length - 1] = { a: [previous.a[0], run.a], b: [previous.b[0], run.b] };
      } else gaps.push({ a: [i, run.a], b: [j, run.b] });
    }
    i = run.a + run.length;
    j = run.b + run.length;
  }
  return gaps;
}

/** Longest equal run that two neighbouring gaps swallow: a chance match within a replaced stretch. */
function weakRun(before: Gap, lengthA: number, lengthB: number): number {
  const replaced = Math.min(before.a[1] - before.a[0], before.b[1] - before.b[0]);
  const smaller = Math.min(replaced, Math.min(lengthA, lengthB));
  return smaller >= 4 ? 2 : smaller >= 1 ? 1 : 0;
}
