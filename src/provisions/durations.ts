import type { Interval, Quantity } from "../quantities/records.js";
import type { Candidate, ClauseView } from "./clause-view.js";

/** 自处罚决定生效之日起五年内，不得担任负责人: a term that is the end of the sub-clause before */
export function termBefore(view: ClauseView, cue: Candidate): Interval | null {
  const before = view.segments[cue.segment - 1];
  const own = view.segments[cue.segment];
  if (!before || !own || !/^\s*不/.test(view.text.slice(own.start, cue.start + 1))) return null;
  const time = view.quantities.findLast(({ kind, end }) => kind === "duration" && end <= before.end);
  if (!time || time.start < before.start || before.end - time.end > 1) return null;
  return /内$/.test(view.text.slice(time.start, before.end)) ? within(view.text, time) : null;
}

/** 投产后连续五年，每年从利润中提取: a time that closes the sub-clause before */
export function closingTime(view: ClauseView, cue: Candidate): Interval | null {
  const before = view.segments[cue.segment - 1];
  if (!before || !/^\s*(?:可以|应当)?每年/.test(view.text.slice(before.end + 1, before.end + 8))) return null;
  const time = view.quantities.findLast(
    (q) => q.kind === "duration" && q.start >= before.start && q.end <= before.end,
  );
  return time && before.end - time.end <= 1 ? within(view.text, time) : null;
}

/** 一年内, 三年之内: the whole of that time */
export function within(text: string, { start, end, min, max }: Quantity): Interval {
  return min === null && /内$/.test(text.slice(start, end)) ? { min: max, max } : { min, max };
}

/** 不得评为优秀、一年内不予提拔: a time that opens the next consequence */
export function opensNext(text: string, cue: Candidate, q: Quantity, limit: number): boolean {
  return q.start >= cue.end && limit - q.end <= 2 && /内$/.test(text.slice(q.start, limit));
}

/** a length of time that can be the consequence's own: not a deadline, an age limit below, a rate or a wait */
export function isLength(text: string, q: Quantity, reward: boolean): boolean {
  if (q.kind === "age") return q.form === "range";
  if (q.kind !== "duration") return false;
  const before = text.slice(Math.max(0, q.start - 4), q.start);
  if (reward && /(?:[前后]|延长)$/.test(before) && /^[^,;。]{0,6}[免减]/.test(text.slice(q.end, q.end + 8)))
    return true;
  if (/每$|每延误$|每逾期$|连续$|满$|逾期$|超过$|第$|近$|前$/.test(before)) return false;
  const after = text.slice(q.end, q.end + 6);
  if (/^[之以]?内?(?:[一二两三四五六七八九十0-9]{1,2}[次起件例]|累计|发生|出现|再次|又)/.test(after))
    return false;
  return !/^(?:未|仍|后|前|检查|一次|两次|以上未|不缴|不改)/.test(text.slice(q.end, q.end + 3));
}

export function ageMonths({ min, max }: Quantity): number | null {
  return min === null || max === null ? null : (max - min) * 12;
}
