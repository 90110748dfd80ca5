import { normalQuantile } from "../stats/normal.js";
import { quantileSorted } from "../stats/quantile.js";
import { type Random, seededRandom } from "../stats/random.js";
import { type Association, association } from "./association.js";
import { pairTable, type Table } from "./contingency.js";
import { lambdaOfCells } from "./lambda.js";
import { byCodePoint } from "./matrix.js";
import type { NeighbourCount } from "./tracked.js";

/** A neighbour of a node word over several documents. */
export interface NeighbourScore extends Association {
  readonly node: string;
  readonly term: string;
  readonly node_clauses: number;
  readonly term_clauses: number;
  readonly all_clauses: number;
  /** documents with node and word in one clause */
  readonly documents: number;
  /** natural log odds ratio, ½ added to every cell, with its 95 % Wald interval (clauses taken as independent) */
  readonly log_odds: number;
  readonly log_odds_lower: number;
  readonly log_odds_upper: number;
  /** 95 % interval from drawing whole documents again (type 7 percentiles); null without resamples or with one document */
  readonly resampled_lower: number | null;
  readonly resampled_upper: number | null;
}

/** Clauses and weight of a document. */
export interface WeighedClauses {
  readonly source: string;
  readonly part: string;
  readonly clauses: number;
  readonly weight: number;
}

export interface NeighbourScoreOptions {
  /** resamples of documents; default 0, no resampled interval */
  readonly resamples?: number;
  /** source of random numbers; default seeded with 20 */
  readonly random?: Random;
}

/**
 * Scores of neighbours from clause counts, each document with its weight.
 *
 * O clauses with both, R₁ with the node, C₁ with the term, N all clauses. Clauses of one document are not independent of one
 * another, so the Wald interval is too short where a pair is one author's habit; the resampled one draws documents.
 *
 * @param rows see `neighbourCounts`
 * @param parts clauses and weight of each part
 * @param options see `NeighbourScoreOptions`
 * @returns rows by node, then falling logDice, then code point
 */
export function neighbourScores(
  rows: readonly NeighbourCount[],
  parts: readonly WeighedClauses[],
  { resamples = 0, random = seededRandom(20) }: NeighbourScoreOptions = {},
): NeighbourScore[] {
  const counted = parts.filter(({ weight }) => weight > 0);
  const position = new Map(counted.map((part, i) => [`${part.source}#${part.part}`, i]));
  const clauses = counted.map((part) => part.clauses * part.weight);
  const pairs = new Map<string, Pair>();
  for (const { source, part, node, term, both, clauses: held } of rows) {
    const at = position.get(`${source}#${part}`);
    if (at === undefined) continue;
    const { weight } = counted[at]!;
    const key = `${node}\t${term}`;
    const pair = pairs.get(key) ?? { node, term, both: counted.map(() => 0), held: counted.map(() => 0) };
    pairs.set(key, pair);
    pair.both[at]! += both * weight;
    pair.held[at]! += held * weight;
  }
  const draws = Array.from({ length: counted.length > 1 ? resamples : 0 }, () =>
    counted.map(() => random.below(counted.length)),
  );
  const none = counted.map(() => 0);
  const scores = [...pairs.values()]
    .filter(({ node, term, both }) => term !== node && sum(both) > 0)
    .map((pair): NeighbourScore => {
      const node = pairs.get(`${pair.node}\t${pair.node}`)?.held ?? none;
      const table = pairTable(sum(pair.both), sum(node), sum(pair.held), sum(clauses));
      const estimate = logOdds(table);
      const half = normalQuantile(0.975) * standardError(table);
      const drawn = draws
        .map((draw) => {
          const over = (values: readonly number[]) => draw.reduce((total, i) => total + values[i]!, 0);
          return logOdds(pairTable(over(pair.both), over(node), over(pair.held), over(clauses)));
        })
        .sort((a, b) => a - b);
      return {
        node: pair.node,
        term: pair.term,
        ...association(table),
        node_clauses: sum(node),
        term_clauses: sum(pair.held),
        all_clauses: sum(clauses),
        documents: pair.both.reduce((n, both, i) => n + (both > 0 ? counted[i]!.weight : 0), 0),
        log_odds: estimate,
        log_odds_lower: estimate - half,
        log_odds_upper: estimate + half,
        resampled_lower: quantileSorted(drawn, 0.025),
        resampled_upper: quantileSorted(drawn, 0.975),
      };
    });
  return scores.sort(
    (a, b) =>
      byCodePoint(a.node, b.node) || (b.log_dice ?? 0) - (a.log_dice ?? 0) || byCodePoint(a.term, b.term),
  );
}

/** Clauses with both, and with the word, in each document. */
interface Pair {
  readonly node: string;
  readonly term: string;
  readonly both: number[];
  readonly held: number[];
}

function logOdds({ o11, o12, o21, o22 }: Table): number {
  return lambdaOfCells([o22, o21, o12, o11]).lambda;
}

function standardError(table: Table): number {
  return Math.sqrt(sum(Object.values(table).map((n) => 1 / (n + 0.5))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
