import { existsSync, readFileSync } from "node:fs";

/** Where the original collections are, null where they are not at hand. */
export const CORPUS = [process.env.GUIZHANG_CORPUS, "data/corpus"].find((p) => p && existsSync(p)) ?? null;

export interface Spanned {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** The records of a file of lines of JSON. */
export function lines<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l.trim() !== "")
    .map((l) => JSON.parse(l) as T);
}

/** Pairs records one to one by overlap within a source, the largest shared share first. */
export function paired<A extends Spanned, B extends Spanned>(
  left: readonly A[],
  right: readonly B[],
  same: (a: A, b: B) => boolean,
): { pairs: [A, B][]; missed: B[]; extra: A[] } {
  const candidates: [number, number, number][] = [];
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      if (a.source !== b.source || shared <= 0 || !same(a, b)) return;
      candidates.push([shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start)), i, j]);
    });
  });
  candidates.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2]);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: [A, B][] = [];
  for (const [, i, j] of candidates) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    pairs.push([left[i] as A, right[j] as B]);
  }
  return {
    pairs,
    missed: right.filter((_, j) => !usedRight.has(j)),
    extra: left.filter((_, i) => !usedLeft.has(i)),
  };
}

/** F1 from the outcome of pairing. */
export function f1({
  pairs,
  missed,
  extra,
}: {
  pairs: unknown[];
  missed: unknown[];
  extra: unknown[];
}): number {
  return (2 * pairs.length) / (2 * pairs.length + missed.length + extra.length);
}
