import type { Span } from "../span.js";
import { partLabel } from "./clusters.js";
import { compareSides, type DuplicateRecord } from "./records.js";

/**
 * How a text counts. Whatever counts takes such rows: it needs no knowledge of duplicates.
 *
 * `kept` counts each text once, by its longest copy; `shared` counts every copy of n as 1/n, so that the differences
 * between copies weigh in; both add up to 1 a cluster.
 */
export interface TextWeight extends Span {
  readonly source: string;
  readonly part: string;
  /** the cluster; a text without a copy is a cluster of its own, named `source#part` */
  readonly cluster: string;
  /** number of texts in the cluster */
  readonly copies: number;
  /** 1 for the text that counts for its cluster, else 0 */
  readonly kept: 0 | 1;
  /** 1 / copies */
  readonly shared: number;
}

/** The least that a text must tell to be weighed; a `Part` does. */
export interface WeighedText extends Span {
  readonly source: string;
  readonly part: string;
}

/**
 * The weight of each text, so that a text printed several times counts once.
 *
 * @param texts parts
 * @param duplicates records of near-duplicates of these parts; passages and template_swap change no weight
 * @returns one row for each text, in the order given
 * @example
 * clusterWeights([{ source: "a.txt", part: "1", start: 0, end: 9 }], [])[0].kept // 1
 */
export function clusterWeights(
  texts: readonly WeighedText[],
  duplicates: readonly Pick<DuplicateRecord, "a" | "b" | "cluster" | "level">[],
): TextWeight[] {
  const clusterOf = new Map<string, string>();
  for (const { level, cluster, a, b } of duplicates) {
    if (level !== "part" || cluster === null) continue;
    for (const { source, part } of [a, b]) if (part !== null) clusterOf.set(partLabel(source, part), cluster);
  }
  const members = new Map<string, WeighedText[]>();
  for (const text of texts) {
    const label = partLabel(text.source, text.part);
    const cluster = clusterOf.get(label) ?? label;
    const list = members.get(cluster);
    if (list) list.push(text);
    else members.set(cluster, [text]);
  }
  const weights = new Map<WeighedText, TextWeight>();
  for (const [cluster, list] of members) {
    const best = keptAmong(list, cluster);
    for (const text of list) {
      const { source, part, start, end } = text;
      const kept = text === best ? 1 : 0;
      weights.set(text, {
        source,
        part,
        start,
        end,
        cluster,
        copies: list.length,
        kept,
        shared: 1 / list.length,
      });
    }
  }
  return texts.map((text) => weights.get(text) as TextWeight);
}

/** The text that the cluster is named after; where it is not among the texts, the longest, then the first. */
function keptAmong(texts: readonly WeighedText[], cluster: string): WeighedText {
  const named = texts.find(({ source, part }) => partLabel(source, part) === cluster);
  const byLength = [...texts].sort((a, b) => b.end - b.start - (a.end - a.start) || compareSides(a, b));
  return named ?? (byLength[0] as WeighedText);
}

/**
 * Looks up the weight of a place: 0 outside the texts that are weighed.
 *
 * @param weights rows of `clusterWeights`
 * @param scheme which weight, default `kept`
 * @returns function of source and offset
 * @example
 * weightAt(clusterWeights([{ source: "a.txt", part: "1", start: 0, end: 9 }], []))("a.txt", 3) // 1
 */
export function weightAt(
  weights: readonly TextWeight[],
  scheme: "kept" | "shared" = "kept",
): (source: string, offset: number) => number {
  const bySource = new Map<string, TextWeight[]>();
  for (const weight of weights) {
    const list = bySource.get(weight.source);
    if (list) list.push(weight);
    else bySource.set(weight.source, [weight]);
  }
  for (const list of bySource.values()) list.sort((a, b) => a.start - b.start);
  return (source, offset) => {
    const list = bySource.get(source) ?? [];
    let [low, high] = [0, list.length]; // the last text that starts at or before the offset
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] as TextWeight).start <= offset) low = middle + 1;
      else high = middle;
    }
    const found = list[low - 1];
    return found && offset < found.end ? found[scheme] : 0;
  };
}
