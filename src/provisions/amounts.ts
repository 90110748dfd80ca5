import type { Interval, Quantity } from "../quantities/records.js";
import type { Span } from "../span.js";
import { baseOfFee, baseOfGift, baseOfPay, inDays, payOf, payTime, shareBase } from "./bases.js";
import { type Candidate, type ClauseView, segmentAt } from "./clause-view.js";
import { ageMonths, closingTime, isLength, opensNext, termBefore, within } from "./durations.js";
import { ranked } from "./ranks.js";
import { readRate } from "./rates.js";
import { type Base, type ConsequenceType, isSanction, type Rate } from "./records.js";
import type { Segment } from "./segments.js";

/** What a cue's quantities say, with the spans they were read from (repaired text). */
export interface Amounts {
  readonly amount: Interval | null;
  readonly multiple: Interval | null;
  readonly base: Base | null;
  readonly per: Rate | null;
  readonly months: Interval | null;
  readonly used: readonly { readonly field: string; readonly quantity: Quantity }[];
}

const NONE: Amounts = { amount: null, multiple: null, base: null, per: null, months: null, used: [] };
/** how far a quantity may stand from its cue, in characters of one sub-clause */
const LEFT = 16;
const RIGHT = 28;
/**
 * Reads the money, multiple, rate and duration that belong to a cue.
 *
 * @param after where the consequence before it ends, or the clause begins
 * @param limit where the next cue begins
 */
export function readAmounts(view: ClauseView, cue: Candidate, after: number, limit: number): Amounts {
  const { takes, states } = cue.rule;
  if (takes.length === 0 && states === null) return NONE;
  const own = view.segments[cue.segment] as Segment;
  const last = view.segments[segmentAt(view.segments, cue.end - 1)] as Segment;
  const segment = { ...own, end: last.end };
  const from = Math.max(after, leftEdge(view, cue, segment));
  const near = view.quantities.filter(
    (q) => q.start >= from && q.end <= rightEdge(view, cue, segment, limit),
  );
  const used: { field: string; quantity: Quantity }[] = [];
  let amount: Interval | null = null;
  let multiple: Interval | null = states === null ? null : { min: states, max: states };
  let base: Base | null = states !== null && cue.rule.type === "fee_waiver" ? "fee_due" : null;
  let months: Interval | null = null;
  if (takes.includes("amount")) {
    const money = nearest(view.text, near, cue, (q) => q.kind === "money");
    if (money) {
      const ranks = ranked(view.text, view.quantities, money, limit);
      amount = { min: money.min, max: money.max };
      for (const { min, max } of ranks) {
        if (min !== null && amount.min !== null) amount = { ...amount, min: Math.min(amount.min, min) };
        if (max !== null && amount.max !== null) amount = { ...amount, max: Math.max(amount.max, max) };
      }
      used.push({ field: "amount", quantity: money });
    }
  }
  if (takes.includes("points")) {
    const points = nearest(view.text, near, cue, (q) => q.kind === "points" && q.max !== 0);
    if (points) {
      multiple = { min: points.min, max: points.max };
      base = "points";
      used.push({ field: "multiple", quantity: points });
    }
  }
  if (takes.includes("multiple") && multiple === null) {
    const share =
      nearest(view.text, near, cue, isShare) ??
      nearest(view.text, near, cue, (q) => payOf(view.text, q) !== null);
    const closer =
      share && amount && used[0] ? distance(share, cue) > distance(used[0].quantity, cue) + 12 : false;
    if (share && !closer) {
      const days = share.kind === "duration" && /[天日]$/.test(view.text.slice(share.start, share.end));
      const pay = days ? null : payOf(view.text, share);
      const time = pay ? payTime(view.text, cue, share, pay) : null;
      if (time) months = time;
      multiple = time ? null : days ? inDays(share) : bounded(view.text, cue, share);
      base = days ? null : pay ? baseOfPay(pay) : shareBase(view.text, share, segment);
      used.push({ field: "multiple", quantity: share });
      const money = used[0]?.quantity;
      const caps = money?.form === "at_most" && money.start >= cue.end; // …, 但最高不超过十万元
      if (amount !== null && !caps && distance(share, cue) < distance(money ?? share, cue)) amount = null;
    }
  }
  if (takes.includes("multiple") && multiple === null && amount === null) {
    const half = halfBeside(view.text, cue, segment, limit);
    if (half) {
      multiple = { min: 0.5, max: 0.5 };
      base = shareBase(view.text, half, segment);
    }
  }
  if (takes.includes("months")) {
    const time = nearest(
      view.text,
      near,
      cue,
      (q) =>
        isLength(view.text, q, !isSanction(cue.rule.type)) &&
        (!takes.includes("multiple") || payOf(view.text, q) === null) &&
        !used.some((u) => u.quantity === q) &&
        !opensNext(view.text, cue, q, limit),
    );
    months ??= isSanction(cue.rule.type) ? termBefore(view, cue) : closingTime(view, cue);
    if (time) {
      months = time.kind === "age" ? { min: ageMonths(time), max: ageMonths(time) } : within(view.text, time);
      used.push({ field: "months", quantity: time });
    }
  }
  const money = used.find(({ field }) => field === "amount" || field === "multiple")?.quantity;
  const per = takes.includes("amount") || money ? readRate(view, cue, limit, money) : null;
  base = baseOfFee(cue.rule.type, baseOfGift(cue.rule.type, base), multiple !== null);
  return { amount: masked(used) ? null : amount, multiple, base, per, months, used };
}

function masked(used: Amounts["used"]): boolean {
  return used.some(({ field, quantity }) => field === "amount" && quantity.flags.includes("masked"));
}

/** to the end of the sub-clause, or of the next where that one only states the amount (责任津贴，每人每月10元) */
function rightEdge(view: ClauseView, cue: Candidate, segment: Segment, limit: number): number {
  const next = view.segments[cue.segment + 1];
  const goesOn =
    next &&
    /^(?:每|一[案例次人]|第一[名等]|一等奖|标准为|金额为|数额为|按月|最高|最低|不超过|但最高|\d)/.test(
      view.text.slice(next.start, next.start + 4),
    );
  // 领取营养费: 放环30元
  const listed = next && view.text[segment.end] === ":" && segment.end - cue.end <= 2;
  return Math.min(limit, goesOn || listed ? next.end : segment.end);
}

/** 按人均纯收入的二倍，对双方征收: the rate stands in a sub-clause of its own before */
function leftEdge(view: ClauseView, cue: Candidate, segment: Segment): number {
  const before = view.segments[cue.segment - 1];
  if (!before || before.conditional || !cue.rule.takes.includes("multiple")) return segment.start;
  const rate = /^[\s的]*(?:按照?|以)[^,;。]*(?:倍|%|‰|成|百分之[^,;。]+|比例|标准),$/.test(
    view.text.slice(before.start, before.end + 1),
  );
  const bare = !view.quantities.some(({ start, end }) => start >= segment.start && end <= segment.end);
  return rate && bare ? before.start : segment.start;
}

function distance(q: Quantity, cue: Candidate): number {
  return q.end <= cue.start ? cue.start - q.end : q.start >= cue.end ? q.start - cue.end : 0;
}

/** the quantity that touches the cue on the right, else one close on the left, else the nearest */
function nearest(
  text: string,
  near: readonly Quantity[],
  cue: Candidate,
  fits: (q: Quantity) => boolean,
): Quantity | null {
  const candidates = near.filter(fits);
  const right = candidates.find((q) => q.start >= cue.end);
  if (right?.start === cue.end && cue.literal.includes("…")) return right; // 报酬由200元提到300元
  // 10分全扣: the cue begins with the unit of its own quantity
  const inside = candidates.find((q) => q.end > cue.start && q.end <= cue.end);
  if (inside) return inside;
  const left = candidates.findLast((q) => q.end <= cue.start);
  const gapRight = right ? right.start - cue.end : Number.POSITIVE_INFINITY;
  const gapLeft = left ? cue.start - left.end : Number.POSITIVE_INFINITY;
  // 过了一万元的罚三倍: a sum of the ground
  const grounds = left && cue.literal === "罚" && text.slice(left.end, cue.start) === "的";
  const leftFits = left && !grounds && gapLeft <= (left.kind === "duration" ? 30 : LEFT);
  const rightFits = right && gapRight <= RIGHT && !/[对]/.test(text.slice(cue.end, right.start));
  if (right && gapRight <= 1) return right;
  if (left && leftFits && gapLeft <= 3) return left;
  if (right && rightFits) return right;
  return left && leftFits ? left : null;
}

function isShare(q: Quantity): boolean {
  return q.kind === "multiple" || q.kind === "percent" || q.kind === "permille" || q.kind === "fraction";
}

/** 不超过献血量的五倍: the bound stands before what it is a multiple of; 加罚一倍: as much again */
function bounded(text: string, cue: Candidate, { start, min, max, form }: Quantity): Interval {
  const before = text.slice(Math.max(cue.start - LEFT, start - LEFT), start);
  if (form === "exact" && /不(?:得)?(?:超过|高于|多于)[^,;。]{1,10}$/.test(before)) return { min: null, max };
  if (form === "exact" && /不(?:得)?(?:低于|少于)[^,;。]{1,10}$/.test(before)) return { min, max: null };
  const again = AGAIN.has(cue.rule.type) && /(?:加|加罚|加重|增加|增罚)$/.test(before);
  return again && min === max && min !== null ? { min: min + 1, max: min + 1 } : { min, max };
}

const AGAIN = new Set<ConsequenceType>(["fine", "pay_deduction"]);

/** 当月补贴的一半, 检查费一半; 按罚款的一半奖给: half of it, on either side of the cue */
function halfBeside(text: string, cue: Candidate, segment: Span, limit: number): Span | null {
  const right = text.slice(cue.start, Math.min(segment.end, limit, cue.end + RIGHT)).indexOf("一半");
  if (right >= 0) return { start: cue.start + right, end: cue.start + right + 2 };
  const from = Math.max(segment.start, cue.start - 4);
  const left = text.slice(from, cue.start).lastIndexOf("一半");
  return left < 0 ? null : { start: from + left, end: from + left + 2 };
}
