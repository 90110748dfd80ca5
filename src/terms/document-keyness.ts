import { type Adjustment, adjust } from "../stats/adjust.js";
import { cliffsDelta } from "../stats/cliffs-delta.js";
import { mannWhitney } from "../stats/mann-whitney.js";
import { mean } from "../stats/mean.js";
import { quantileSorted } from "../stats/quantile.js";
import { type Random, seededRandom } from "../stats/random.js";
import { byCodePoint, type DocumentFeatureMatrix, eachCell } from "./matrix.js";

/** One term compared between two sets of documents, the document as the unit that was sampled. */
export interface DocumentKeynessRow {
  readonly term: string;
  /** documents, and those that hold the term */
  readonly target_n: number;
  readonly target_documents: number;
  readonly reference_n: number;
  readonly reference_documents: number;
  /** mean of the documents' rates, per million tokens */
  readonly target_rate: number | null;
  readonly reference_rate: number | null;
  /** Mann–Whitney test of the documents' rates, tie-corrected, two-sided */
  readonly u: number | null;
  readonly p: number | null;
  readonly p_adjusted: number | null;
  /** Cliff's δ = 2U/(mn) − 1, from −1 to 1: how much more often a target document has the higher rate */
  readonly cliffs_delta: number | null;
  /** log₂ of the ratio of rates over all tokens, with percentile limits from resampling clusters of documents */
  readonly log_ratio: number | null;
  readonly log_ratio_lower: number | null;
  readonly log_ratio_upper: number | null;
  readonly note: string;
}

export interface DocumentKeynessOptions {
  /** terms to compare; default all of either side */
  readonly terms?: readonly string[];
  /** cluster of a document (near-copies, one issuer); default each its own */
  readonly cluster?: (document: string) => string;
  /** default `holm` */
  readonly adjustment?: Adjustment;
  /** resamples; default 999; 0 gives no interval */
  readonly resamples?: number;
  /** default 0.95 */
  readonly level?: number;
  /** source of random numbers; default seeded with 20 */
  readonly random?: Random;
}

/**
 * Keyness with documents, not tokens, as sampling unit.
 *
 * Token statistics take every token for an independent draw; words come in bursts, so their p-values overstate. Here each
 * document gives one rate; rates are compared by ranks, and the interval of the log ratio comes from drawing whole clusters
 * of documents again with replacement (type 7 percentiles of the log ratios, 0.5 for a count of 0).
 *
 * @param target documents in question; those of weight 0 or without tokens are left out
 * @param reference documents to compare with
 * @param options see `DocumentKeynessOptions`
 * @returns one row a term, by falling |Cliff's δ|, then code point
 * @see Kilgarriff 2001, International Journal of Corpus Linguistics 6: 97–133, doi:10.1075/ijcl.6.1.05kil
 * @see Lijffijt et al. 2016, Digital Scholarship in the Humanities 31: 374–397, doi:10.1093/llc/fqu064
 */
export function documentKeyness(
  target: DocumentFeatureMatrix,
  reference: DocumentFeatureMatrix,
  options: DocumentKeynessOptions = {},
): DocumentKeynessRow[] {
  const { adjustment = "holm", resamples = 999, level = 0.95 } = options;
  const terms = options.terms ?? [...new Set([...target.terms, ...reference.terms])].sort(byCodePoint);
  const cluster = options.cluster ?? ((document: string) => document);
  const sides = [side(target, terms, cluster), side(reference, terms, cluster)] as const;
  const random = options.random ?? seededRandom(20);
  const draws = sides.map(({ clusters }) =>
    Array.from({ length: resamples }, () => clusters.map(() => random.below(clusters.length))),
  );
  const rows = terms.map((term, t): Omit<DocumentKeynessRow, "p_adjusted"> => {
    const [x, y] = sides.map(({ sizes, counts }) => counts[t]!.map((n, d) => (1e6 * n) / sizes[d]!));
    const test = mannWhitney(x!, y!);
    const limits = bootstrapLimits(t, sides, draws, level);
    const total = sides.map(({ counts, sizes }) => [sum(counts[t]!), sum(sizes)] as const);
    return {
      term,
      target_n: x!.length,
      target_documents: x!.filter((rate) => rate > 0).length,
      reference_n: y!.length,
      reference_documents: y!.filter((rate) => rate > 0).length,
      target_rate: x!.length > 0 ? mean(x!) : null,
      reference_rate: y!.length > 0 ? mean(y!) : null,
      u: test.u,
      p: test.p,
      cliffs_delta: cliffsDelta(x!, y!).delta,
      log_ratio: ratioOf(total[0]!, total[1]!),
      ...limits,
      note: test.note,
    };
  });
  const adjusted = adjust(
    rows.map((row) => row.p),
    adjustment,
  );
  const strength = (row: DocumentKeynessRow) => Math.abs(row.cliffs_delta ?? 0);
  return rows
    .map((row, i) => ({ ...row, p_adjusted: adjusted[i] ?? null }))
    .sort((a, b) => strength(b) - strength(a) || byCodePoint(a.term, b.term));
}

interface Side {
  /** tokens of each document */
  readonly sizes: number[];
  /** counts[term][document] */
  readonly counts: number[][];
  /** documents of each cluster, by position */
  readonly clusters: number[][];
}

function side(
  matrix: DocumentFeatureMatrix,
  terms: readonly string[],
  cluster: (document: string) => string,
): Side {
  const all = new Float64Array(matrix.documents.length);
  eachCell(matrix, (row, _, n) => {
    all[row]! += n;
  });
  const kept = matrix.documents.map((_, i) => i).filter((i) => matrix.weights[i]! > 0 && all[i]! > 0);
  const position = new Map(kept.map((row, i) => [row, i]));
  const wanted = new Map(terms.map((term, i) => [term, i]));
  const counts = terms.map(() => kept.map(() => 0));
  eachCell(matrix, (row, column, n) => {
    const term = wanted.get(matrix.terms[column]!);
    const document = position.get(row);
    if (term !== undefined && document !== undefined) counts[term]![document] = n;
  });
  const clusters = new Map<string, number[]>();
  kept.forEach((row, i) => {
    const name = cluster(matrix.documents[row]!);
    clusters.set(name, [...(clusters.get(name) ?? []), i]);
  });
  return { sizes: kept.map((i) => all[i]!), counts, clusters: [...clusters.values()] };
}

function bootstrapLimits(
  term: number,
  sides: readonly Side[],
  draws: readonly number[][][],
  level: number,
): { log_ratio_lower: number | null; log_ratio_upper: number | null } {
  const resamples = draws[0]!.length;
  if (resamples === 0 || sides.some(({ clusters }) => clusters.length < 2)) {
    return { log_ratio_lower: null, log_ratio_upper: null };
  }
  const perCluster = sides.map(({ clusters, counts, sizes }) =>
    clusters.map((members) => {
      const hits = members.reduce((n, d) => n + counts[term]![d]!, 0);
      return [hits, members.reduce((n, d) => n + sizes[d]!, 0)] as const;
    }),
  );
  const values: number[] = [];
  for (let r = 0; r < resamples; r++) {
    const [x, y] = perCluster.map((clusters, s) => {
      let [hits, size] = [0, 0];
      for (const c of draws[s]![r]!) {
        hits += clusters[c]![0];
        size += clusters[c]![1];
      }
      return [hits, size] as const;
    });
    const value = ratioOf(x!, y!);
    if (value !== null) values.push(value);
  }
  values.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { log_ratio_lower: quantileSorted(values, tail), log_ratio_upper: quantileSorted(values, 1 - tail) };
}

function ratioOf([a, n1]: readonly [number, number], [b, n2]: readonly [number, number]): number | null {
  if (n1 === 0 || n2 === 0 || a + b === 0) return null;
  return Math.log2((a || 0.5) / n1 / ((b || 0.5) / n2));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
