import type { Span } from "../span.js";
import type { Amounts } from "./amounts.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { isSanction } from "./records.js";

/** where the next cue begins; what a sanction takes away (扣岗位津贴200元) is no cue of a reward */
export function nextStart(view: ClauseView, clusters: readonly Candidate[][], i: number): number {
  const own = clusters[i]?.[0];
  for (const cluster of clusters.slice(i + 1)) {
    const first = cluster.reduce((a, b) => (b.start < a.start ? b : a));
    const taken =
      own &&
      isSanction(own.rule.type) &&
      first.segment === own.segment &&
      cluster.every(({ rule }) => !isSanction(rule.type));
    if (!taken) return first.start;
  }
  return view.end;
}

/** to the object's or the quantity's end; never into the next cue */
export function spanEnd(view: ClauseView, cue: Candidate, amounts: Amounts, limit: number): number {
  const segment = view.segments[cue.segment] as Span;
  let end = cue.end;
  if (cue.rule.extend === "segment") end = Math.max(end, Math.min(segment.end, limit));
  for (const { quantity } of amounts.used) {
    if (quantity.start < cue.end) continue;
    end = Math.max(end, quantity.end);
    const wage = /^的?(?:标准|基本)?(?:工资|奖金|费用|[^,;。]{0,6}费)/.exec(view.text.slice(end, end + 12));
    if (wage) end += wage[0].length;
  }
  while (end > cue.end && " \n,;:。!”’、".includes(view.text[end - 1] as string)) end--;
  // 不得评为优秀、一年内不予提拔: the time opens the next cue
  const term =
    end === limit ? /[、,]?[^、,;。的]{1,5}[年月]之?内$/.exec(view.text.slice(cue.end, end)) : null;
  if (term) end -= term[0].length;
  const tail = /(?:并|或者?|且|和|及|同时|又|应|应当|可以|给予|予以|处|依法)+$/.exec(
    view.text.slice(cue.end, end),
  );
  return tail && end === limit ? end - tail[0].length : end;
}
