import type { Quantity } from "../quantities/records.js";

/** 分别奖励3万元、2万元、1万元; 第一名奖5万元，第二、三名各3万元: one cue with a sum for each rank */
const RANK =
  /^(?:[、和](?:[0-9.一二三四五六七八九十百千万]+[、和])*|[,、](?:第?[一二三四五六七八九十0-9、至到-]{1,7}[名位等]奖?)(?:每[人名个]|各|分别|奖励?)?)$/;

/** All sums of a cue's ranks, from the first on; `limit` is where the next cue begins. */
export function ranked(
  text: string,
  quantities: readonly Quantity[],
  first: Quantity,
  limit: number,
): Quantity[] {
  const all = [first];
  for (let i = quantities.indexOf(first) + 1; i < quantities.length; i++) {
    const q = quantities[i] as Quantity;
    const last = all[all.length - 1] as Quantity;
    if (q.kind !== "money" || q.end > limit || !RANK.test(text.slice(last.end, q.start))) break;
    all.push(q);
  }
  return all;
}
