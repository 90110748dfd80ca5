import type { Observation } from "./observations.js";

/**
 * What a figure or table rests on, in one line for its caption: sanctions, documents, clusters, and copies left out.
 *
 * @param observations consequences with their documents; rewards do not count
 * @param what how the records are called, default "sanctions"
 * @returns such as `135 sanctions in 15 documents (13 clusters); 104 more in copies left out`
 * @example
 * sampleStatement([]) // "0 sanctions in 0 documents (0 clusters)"
 */
export function sampleStatement(observations: readonly Observation[], what = "sanctions"): string {
  const sanctions = observations.filter(({ record }) => record.polarity === "sanction");
  const copies = sanctions.filter((observation) => !observation.kept).length;
  const rest = copies === 0 ? "" : `; ${copies} more in copies left out`;
  return `${sanctions.length - copies} ${what} ${place(sanctions)}${rest}`;
}

/**
 * The same for sanctions and rewards together.
 *
 * @param observations consequences with their documents
 * @returns such as `141 sanctions and 62 rewards in 16 documents (16 clusters); 105 and 11 more in copies`
 * @example
 * balanceStatement([]) // "0 sanctions and 0 rewards in 0 documents (0 clusters)"
 */
export function balanceStatement(observations: readonly Observation[]): string {
  const count = (polarity: "sanction" | "reward", kept: boolean) =>
    observations.filter((o) => o.record.polarity === polarity && o.kept === kept).length;
  const [sanctions, rewards] = [count("sanction", false), count("reward", false)];
  const rest = sanctions + rewards === 0 ? "" : `; ${sanctions} and ${rewards} more in copies`;
  const kept = `${many(count("sanction", true), "sanction")} and ${many(count("reward", true), "reward")}`;
  return `${kept} ${place(observations)}${rest}`;
}

function many(n: number, one: string): string {
  return `${n} ${n === 1 ? one : `${one}s`}`;
}

/** Where the records that count stand: `in 15 documents (13 clusters)`. */
function place(observations: readonly Observation[]): string {
  const kept = observations.filter((observation) => observation.kept);
  const documents = new Set(kept.map(({ document }) => document)).size;
  const clusters = new Set(kept.map(({ cluster }) => cluster)).size;
  return `in ${many(documents, "document")} (${many(clusters, "cluster")})`;
}

/**
 * Why records have no score, in one line, the copies (which `sampleStatement` names) apart.
 *
 * @param leftOut `left_out` of a `Scoring`
 * @returns such as `left out: 9 no sanction named (liability), 1 masked`; empty when nothing was
 * @example
 * leftOutStatement({ masked: 1, "another copy is counted": 4 }) // "left out: 1 masked"
 */
export function leftOutStatement(leftOut: Readonly<Record<string, number>>): string {
  const reasons = Object.entries(leftOut).filter(([reason]) => reason !== "another copy is counted");
  reasons.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return reasons.length === 0 ? "" : `left out: ${reasons.map(([reason, n]) => `${n} ${reason}`).join(", ")}`;
}
