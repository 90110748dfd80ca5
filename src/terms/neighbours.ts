import { type Association, association } from "./association.js";
import { pairTable } from "./contingency.js";
import { type Lambda, lambdaOfCells } from "./lambda.js";
import { byCodePoint } from "./matrix.js";

/** A word found near a node word, with scores of how firmly; λ and z are those of the pair's table. */
export interface Neighbour extends Association, Lambda {
  readonly node: string;
  readonly term: string;
  /** clauses (or windows) that hold both */
  readonly count: number;
  readonly node_count: number;
  readonly term_count: number;
  readonly total: number;
  readonly note: string;
}

/**
 * Collocates of a node word by clause: which words stand in the same clauses more often than by chance.
 *
 * The unit is the clause: N clauses, R₁ with the node, C₁ with the word, O with both; a word counts once a clause, so no
 * span factor is needed. Words that stand with the node in fewer than `minCount` clauses are left out.
 *
 * @param clauses lists of terms
 * @param node the node word
 * @param minCount fewest common clauses; default 3
 * @returns rows by falling logDice, then count, then code point
 * @see Evert 2008, Corpora and collocations, doi:10.1515/9783110213881.2.1212 (textual co-occurrence)
 */
export function clauseNeighbours(
  clauses: readonly (readonly string[])[],
  node: string,
  minCount = 3,
): Neighbour[] {
  const units = clauses.map((clause) => new Set(clause));
  return neighbours(
    units,
    units.filter((unit) => unit.has(node)),
    node,
    minCount,
  );
}

/**
 * Collocates of a node word by window: the words up to `window` terms left and right of each occurrence of the node.
 *
 * The surface convention: N tokens, R₁ tokens in all windows (each once, however many windows hold it, the node's own
 * occurrences left out), C₁ frequency of the word, O its occurrences in windows. The expected count E = R₁C₁/N so has the
 * span factor in it.
 *
 * @param runs lists of terms; windows end at the ends of a run
 * @param node the node word
 * @param window terms on each side, or to the left and to the right; default 5
 * @param minCount fewest occurrences in windows; default 3
 * @returns rows by falling logDice, then count, then code point
 * @throws RangeError when the window holds no term
 * @see Evert 2008, Corpora and collocations, doi:10.1515/9783110213881.2.1212 (surface co-occurrence)
 */
export function windowNeighbours(
  runs: readonly (readonly string[])[],
  node: string,
  window: number | readonly [left: number, right: number] = 5,
  minCount = 3,
): Neighbour[] {
  const [left, right] = typeof window === "number" ? [window, window] : window;
  if (!(left >= 0 && right >= 0 && left + right >= 1))
    throw new RangeError(`windowNeighbours requires a window of at least 1, got ${window}`);
  const all: Set<string>[] = [];
  const near: Set<string>[] = [];
  for (const run of runs) {
    const inside = new Set<number>();
    run.forEach((term, i) => {
      if (term !== node) return;
      for (let j = Math.max(0, i - left); j <= Math.min(run.length - 1, i + right); j++) inside.add(j);
    });
    run.forEach((term, i) => {
      if (term === node) return;
      const unit = new Set([term]);
      all.push(unit);
      if (inside.has(i)) near.push(unit);
    });
  }
  return neighbours(all, near, node, minCount);
}

function neighbours(
  all: readonly ReadonlySet<string>[],
  near: readonly ReadonlySet<string>[],
  node: string,
  minCount: number,
): Neighbour[] {
  const frequency = countUnits(all);
  const joint = countUnits(near);
  const rows: Neighbour[] = [];
  for (const [term, count] of joint) {
    if (term === node || count < minCount) continue;
    const term_count = frequency.get(term)!;
    const table = pairTable(count, near.length, term_count, all.length);
    const sizes = { count, node_count: near.length, term_count, total: all.length };
    const scores = { ...association(table), ...lambdaOfCells([table.o22, table.o21, table.o12, table.o11]) };
    rows.push({
      node,
      term,
      ...sizes,
      ...scores,
      note: scores.g2 === null ? "node or word is everywhere" : "",
    });
  }
  return rows.sort(
    (a, b) => (b.log_dice ?? 0) - (a.log_dice ?? 0) || b.count - a.count || byCodePoint(a.term, b.term),
  );
}

function countUnits(units: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) for (const term of unit) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
