/** How alike two sets of shingles are; null where a set is empty and the measure is undefined. */
export interface Similarity {
  /** shingles in both */
  readonly shared: number;
  /** |A ∩ B| / |A ∪ B| */
  readonly jaccard: number | null;
  /** |A ∩ B| / |A| */
  readonly containment_a_in_b: number | null;
  /** |A ∩ B| / |B| */
  readonly containment_b_in_a: number | null;
}

/**
 * Jaccard similarity and both containments of two shingle sets, exact, by one merge of the sorted sets.
 *
 * J = |A ∩ B| / |A ∪ B|, C(A in B) = |A ∩ B| / |A|. A truncated copy has a low J and a high C.
 *
 * @param a shingle set, ascending
 * @param b shingle set, ascending
 * @returns shares in [0, 1], null where undefined
 * @example
 * similarity(Uint32Array.of(1, 2), Uint32Array.of(1, 2, 3, 4)).containment_a_in_b // 1
 * @see Broder 1997, On the resemblance and containment of documents, 10.1109/SEQUEN.1997.666900
 */
export function similarity(a: Uint32Array, b: Uint32Array): Similarity {
  const shared = sharedCount(a, b);
  const share = (whole: number) => (whole === 0 ? null : shared / whole);
  return {
    shared,
    jaccard: share(a.length + b.length - shared),
    containment_a_in_b: share(a.length),
    containment_b_in_a: share(b.length),
  };
}

/**
 * Number of shingles that two ascending sets share.
 *
 * @example
 * sharedCount(Uint32Array.of(1, 3, 5), Uint32Array.of(3, 4, 5)) // 2
 */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}
