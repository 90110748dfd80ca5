/** Two units, by number in reading order (u before v), that share text. */
export interface UnitMatch {
  readonly u: number;
  readonly v: number;
  /** shingles in both */
  readonly shared: number;
}

/** What a chain needs to know of a unit. */
export interface ChainUnit {
  /** shingles in it */
  readonly size: number;
  /** number of the chapter or section that it stands in; no chain leaves its section */
  readonly section: number;
}

/** How many units a chain may step over on either side. */
const LONGEST_STEP = 3;

/**
 * Chains that follow each other on both sides within a section, at most three units on, as one chain where that is still one text.
 *
 * What one copy holds alone between two passages (an item that the other lacks) is worth less than either, and parts them.
 *
 * @param chains chains of matches between two texts, or within one
 * @param units the units, by number
 * @param isOne whether a chain is one text on both sides
 */
export function rejoinedChains(
  chains: readonly UnitMatch[][],
  units: readonly ChainUnit[],
  isOne: (chain: readonly UnitMatch[]) => boolean,
): UnitMatch[][] {
  const near = (x: number, y: number): boolean =>
    y > x && y - x <= LONGEST_STEP && units[x]?.section === units[y]?.section;
  const joined: UnitMatch[][] = [];
  for (const chain of [...chains].sort(
    (x, y) => (x[0]?.u ?? 0) - (y[0]?.u ?? 0) || (x[0]?.v ?? 0) - (y[0]?.v ?? 0),
  )) {
    const before = joined.findIndex((other) => {
      const [end, start] = [other.at(-1) as UnitMatch, chain[0] as UnitMatch];
      return near(end.u, start.u) && near(end.v, start.v) && isOne([...other, ...chain]);
    });
    if (before < 0) joined.push(chain);
    else joined[before] = [...(joined[before] as UnitMatch[]), ...chain];
  }
  return joined;
}

/** Units with fewer shingles than this (headings, labels) may lie inside a passage, not at its edge. */
const SHORT_UNIT = 12;

/**
 * The best chains of matches that run in the same order on both sides, no match in two chains.
 *
 * A chain's worth is the sum over its matches of shared - cost * (larger - shared), less cost times the mean number of
 * shingles stepped over. Chains are taken from the most worthy down; within one text the two sides of a chain never overlap.
 *
 * @param matches matches between two texts, or within one
 * @param units the units, by number
 * @param cost what a differing shingle costs: 1 for copies, less for templates
 * @returns the matches of each chain, short units at its edges left out
 */
export function chainedMatches(
  matches: readonly UnitMatch[],
  units: readonly ChainUnit[],
  cost: number,
): UnitMatch[][] {
  const sorted = [...matches].sort((x, y) => x.u - y.u || x.v - y.v);
  const worth = sorted.map(({ u, v, shared }) => shared - cost * (Math.max(size(u), size(v)) - shared));
  const alone = [...worth];
  const before = new Array<number>(sorted.length).fill(-1);
  for (const [k, match] of sorted.entries()) {
    for (let p = k - 1; p >= 0 && match.u - (sorted[p] as UnitMatch).u <= LONGEST_STEP; p--) {
      const previous = sorted[p] as UnitMatch;
      const step = match.v - previous.v;
      if (previous.u >= match.u || step < 1 || step > LONGEST_STEP) continue;
      if (section(previous.u) !== section(match.u) || section(previous.v) !== section(match.v)) continue;
      const gap = (cost * (stepped(previous.u, match.u) + stepped(previous.v, match.v))) / 2;
      const total = (worth[p] as number) + (alone[k] as number) - gap;
      if (total > (worth[k] as number)) {
        worth[k] = total;
        before[k] = p;
      }
    }
  }
  const used = new Set<number>();
  const chains: UnitMatch[][] = [];
  const byWorth = sorted
    .map((_, k) => k)
    .sort((x, y) => (worth[y] as number) - (worth[x] as number) || x - y);
  for (const end of byWorth) {
    const chain: UnitMatch[] = [];
    for (let k = end; k >= 0 && !used.has(k); k = before[k] as number) {
      chain.unshift(sorted[k] as UnitMatch);
      used.add(k);
    }
    const isLong = ({ u, v }: UnitMatch) => Math.min(size(u), size(v)) >= SHORT_UNIT;
    const kept = chain.slice(chain.findIndex(isLong), chain.findLastIndex(isLong) + 1);
    const first = kept[0];
    const last = kept.at(-1);
    if (first && last && (last.u < first.v || last.v < first.u)) chains.push(kept);
  }
  return chains;

  function size(unit: number): number {
    return (units[unit] as ChainUnit).size;
  }

  function section(unit: number): number {
    return (units[unit] as ChainUnit).section;
  }

  /** shingles of the units between two */
  function stepped(from: number, to: number): number {
    let total = 0;
    for (let unit = from + 1; unit < to; unit++) total += size(unit);
    return total;
  }
}
