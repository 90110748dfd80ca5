/**
 * Sets of numbers that are joined pair by pair (union and find).
 *
 * @param size how many numbers, from 0
 * @returns `root`: the number that stands for a number's set; `join`: makes two sets one and tells whether they were two
 */
export function disjointSets(size: number): {
  readonly root: (i: number) => number;
  readonly join: (i: number, j: number) => boolean;
} {
  const parent = Uint32Array.from({ length: size }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number; // halve the path
      at = parent[at] as number;
    }
    return at;
  };
  const join = (i: number, j: number): boolean => {
    const [a, b] = [root(i), root(j)];
    parent[a] = b;
    return a !== b;
  };
  return { root, join };
}
