import type { TermRow } from "../terms/counts.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/**
 * The most frequent terms as bars, with the number of documents that hold each.
 *
 * @param rows table of terms, most frequent first
 * @param documents number of documents counted, for the labels
 * @param top how many; default 30
 * @returns plotly traces and layout; the most frequent on top
 * @example
 * frequencyBars([], 0).data.length // 1
 */
export function frequencyBars(rows: readonly TermRow[], documents: number, top = 30): FigureSpec {
  const head = rows.slice(0, top).reverse();
  return {
    data: [
      {
        type: "bar",
        orientation: "h",
        y: head.map((row) => row.term),
        x: head.map((row) => row.per_million / 1000),
        text: head.map((row) => `${row.count} · ${row.documents}/${documents}`),
        textposition: "outside",
        showlegend: false,
      },
    ],
    layout: {
      xaxis: {
        title: { text: "per 1,000 words 每千词 (label: occurrences · documents 次数·文件数)" },
        range: [0, (1.2 * (head.at(-1)?.per_million ?? 1)) / 1000],
      },
    },
  };
}

/**
 * Rates of the same terms in two countings, joined by a line: what copies, or another choice, do to a table.
 *
 * @param base counting whose head is shown
 * @param other counting compared with
 * @param names names of both for the legend
 * @param top how many; default 30
 * @returns plotly traces and layout; terms by their rate in the first counting
 */
export function frequencyDumbbells(
  base: readonly TermRow[],
  other: readonly TermRow[],
  names: readonly [string, string],
  top = 30,
): FigureSpec {
  const head = base.slice(0, top).reverse();
  const there = new Map(other.map((row) => [row.term, row.per_million]));
  const y = head.map((row) => row.term);
  const x = [head.map((row) => row.per_million / 1000), head.map((row) => (there.get(row.term) ?? 0) / 1000)];
  const joined = head.flatMap((row, i) => [
    [x[0]![i]!, row.term],
    [x[1]![i]!, row.term],
    [null, null],
  ]);
  return {
    data: [
      {
        type: "scatter",
        mode: "lines",
        x: joined.map(([value]) => value as number | null),
        y: joined.map(([, term]) => term as string | null),
        line: { color: INK.axis, width: 2 },
        showlegend: false,
        hoverinfo: "skip",
      },
      {
        type: "scatter",
        mode: "markers",
        name: names[1],
        x: x[1]!,
        y,
        marker: { symbol: "circle-open", size: 9, line: { width: 2 }, color: PALETTE[1] },
      },
      {
        type: "scatter",
        mode: "markers",
        name: names[0],
        x: x[0]!,
        y,
        marker: { size: 9, color: PALETTE[0] },
      },
    ],
    layout: {
      height: 22 * head.length + 210,
      xaxis: { title: { text: "per 1,000 words 每千词" }, rangemode: "tozero" },
      yaxis: { type: "category", categoryorder: "array", categoryarray: y, range: [-0.6, head.length - 0.4] },
      legend: { orientation: "h", y: -0.12, x: 0, traceorder: "reversed" },
    },
  };
}

/** One corpus in a rank–frequency plot. */
export interface RankedCorpus {
  readonly name: string;
  /** rates per million, largest first */
  readonly rates: readonly number[];
}

/**
 * Rank against rate on two log axes (Zipf's plot), a line a corpus.
 *
 * Ranks are thinned evenly on the log axis to at most 160 points a line; first and last stay.
 *
 * @param corpora names and rates
 * @returns plotly traces and layout
 * @see Zipf 1949, Human Behavior and the Principle of Least Effort; Baayen 2001, Word Frequency Distributions
 */
export function rankFrequency(corpora: readonly RankedCorpus[]): FigureSpec {
  return {
    data: corpora.map(({ name, rates }, i) => {
      const ranks = thinned(rates.length);
      return {
        type: "scatter",
        mode: "lines",
        name,
        x: ranks,
        y: ranks.map((rank) => rates[rank - 1]!),
        line: {
          width: 2.5,
          color: PALETTE[i % PALETTE.length]!,
          dash: (["solid", "dash", "dot"] as const)[i % 3]!,
        },
      };
    }),
    layout: {
      height: 480,
      xaxis: { type: "log", title: { text: "rank 位序" } },
      yaxis: { type: "log", title: { text: "per million words 每百万词" } },
      legend: { x: 0.98, xanchor: "right", y: 0.98 },
    },
  };
}

function thinned(length: number): number[] {
  if (length === 0) return [];
  const points = 159;
  const ranks = Array.from({ length: points + 1 }, (_, i) => Math.round(length ** (i / points)));
  return [...new Set(ranks)];
}
