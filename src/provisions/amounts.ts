import type { Interval, Quantity } from "../quantities/records.js";
import type { Span } from "../span.js";
import { type Candidate, type ClauseView, segmentAt } from "./clause-view.js";
import { ageMonths, closingTime, isLength, opensNext, within } from "./durations.js";
import { readRate } from "./rates.js";
import { type Base, isSanction, type Rate } from "./records.js";
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
const WAGE = /^(?:的|以上|以下)?(?:标准|基本|岗位|绩效|职务)?(?:工资|薪|月薪|薪酬)/;
const BONUS = /^(?:的|以上|以下)?(?:全年|年度|年终|当月|月|综合)?(?:奖金|绩效|奖励|津贴|补贴|补助|工分)/;

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
  const near = view.quantities.filter(
    (q) => q.start >= Math.max(after, segment.start) && q.end <= rightEdge(view, cue, segment, limit),
  );
  const used: { field: string; quantity: Quantity }[] = [];
  let amount: Interval | null = null;
  let multiple: Interval | null = states === null ? null : { min: states, max: states };
  let base: Base | null = states !== null && cue.rule.type === "fee_waiver" ? "fee_due" : null;
  let months: Interval | null = null;
  if (takes.includes("amount")) {
    const money = nearest(view.text, near, cue, (q) => q.kind === "money");
    if (money) {
      const ranks = ranked(view.text, near, money);
      amount = { min: money.min, max: money.max };
      for (const { min, max } of ranks) {
        if (min !== null && amount.min !== null) amount = { ...amount, min: Math.min(amount.min, min) };
        if (max !== null && amount.max !== null) amount = { ...amount, max: Math.max(amount.max, max) };
      }
      used.push({ field: "amount", quantity: money });
    }
  }
  if (takes.includes("points")) {
    const points = nearest(view.text, near, cue, (q) => q.kind === "points");
    if (points) {
      multiple = { min: points.min, max: points.max };
      base = "points";
      used.push({ field: "multiple", quantity: points });
    }
  }
  if (takes.includes("multiple") && multiple === null) {
    const share = nearest(view.text, near, cue, (q) => isShare(q) || wageBase(view.text, q) !== null);
    const closer =
      share && amount && used[0] ? distance(share, cue) > distance(used[0].quantity, cue) + 12 : false;
    if (share && !closer) {
      const days = share.kind === "duration" && /[天日]$/.test(view.text.slice(share.start, share.end));
      const wage = days ? null : wageBase(view.text, share);
      // 半年奖金: so many months of it
      const years = wage === "bonus" && view.text[share.end - 1] === "年";
      if (years) months = { min: share.min, max: share.max };
      multiple = years ? null : days ? inDays(share) : { min: share.min, max: share.max };
      base = days ? null : (wage ?? shareBase(view.text, share, segment));
      used.push({ field: "multiple", quantity: share });
      const money = used[0]?.quantity;
      const caps = money?.form === "at_most" && money.start >= cue.end; // …, 但最高不超过十万元
      if (amount !== null && !caps && distance(share, cue) < distance(money ?? share, cue)) amount = null;
    }
  }
  if (takes.includes("multiple") && multiple === null && amount === null) {
    const half = halfAfter(view.text, cue, segment, limit);
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
        wageBase(view.text, q) === null &&
        !used.some((u) => u.quantity === q) &&
        !opensNext(view.text, cue, q, limit),
    );
    months ??= isSanction(cue.rule.type) ? null : closingTime(view, cue);
    if (time) {
      months = time.kind === "age" ? { min: ageMonths(time), max: ageMonths(time) } : within(view.text, time);
      used.push({ field: "months", quantity: time });
    }
  }
  const money = used.find(({ field }) => field === "amount" || field === "multiple")?.quantity;
  const per = takes.includes("amount") || money ? readRate(view, cue, limit, money) : null;
  return { amount: masked(used) ? null : amount, multiple, base, per, months, used };
}

/** 分别奖励3万元、2万元、1万元: one cue with a sum for each rank */
function ranked(text: string, near: readonly Quantity[], first: Quantity): Quantity[] {
  const all = [first];
  for (const q of near) {
    const last = all[all.length - 1] as Quantity;
    if (q.start < last.end) continue;
    if (q.kind !== "money" || !/^[、和]$/.test(text.slice(last.end, q.start))) break;
    all.push(q);
  }
  return all;
}

function masked(used: Amounts["used"]): boolean {
  return used.some(({ field, quantity }) => field === "amount" && quantity.flags.includes("masked"));
}

/** to the end of the sub-clause, or of the next where that one only states the amount (责任津贴，每人每月10元) */
function rightEdge(view: ClauseView, cue: Candidate, segment: Segment, limit: number): number {
  const next = view.segments[cue.segment + 1];
  const goesOn =
    next &&
    /^(?:每|标准为|金额为|数额为|按月|最高|最低|不超过|但最高|\d)/.test(
      view.text.slice(next.start, next.start + 4),
    );
  return Math.min(limit, goesOn ? next.end : segment.end);
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
  const inside = candidates.find((q) => q.start >= cue.start && q.end <= cue.end);
  if (inside) return inside;
  const right = candidates.find((q) => q.start >= cue.end);
  const left = candidates.findLast((q) => q.end <= cue.start);
  const gapRight = right ? right.start - cue.end : Number.POSITIVE_INFINITY;
  const gapLeft = left ? cue.start - left.end : Number.POSITIVE_INFINITY;
  const leftFits = left && gapLeft <= (left.kind === "duration" ? 30 : LEFT);
  const rightFits = right && gapRight <= RIGHT && !/[对]/.test(text.slice(cue.end, right.start));
  if (right && gapRight <= 1) return right;
  if (left && leftFits && gapLeft <= 3) return left;
  if (right && rightFits) return right;
  return left && leftFits ? left : null;
}

function isShare(q: Quantity): boolean {
  return q.kind === "multiple" || q.kind === "percent" || q.kind === "permille" || q.kind === "fraction";
}

/** 三天工资: days of pay, not a share of a month's */
function inDays({ min, max }: Quantity): Interval {
  const days = (months: number | null) => (months === null ? null : Math.round(months * 300) / 10);
  return { min: days(min), max: days(max) };
}

/** 当月补贴的一半, 检查费一半 */
function halfAfter(text: string, cue: Candidate, segment: Span, limit: number): Span | null {
  const at = text.slice(cue.start, Math.min(segment.end, limit, cue.end + RIGHT)).indexOf("一半");
  return at < 0 ? null : { start: cue.start + at, end: cue.start + at + 2 };
}

/** 半个月标准工资: a length of time that measures pay */
function wageBase(text: string, q: Quantity): Base | null {
  if (q.kind !== "duration") return null;
  const right = text.slice(q.end, q.end + 10);
  return WAGE.test(right) ? "monthly_wage" : BONUS.test(right) ? "bonus" : null;
}

function shareBase(text: string, q: Span, segment: Segment): Base | null {
  const right = text.slice(q.end, Math.min(segment.end, q.end + 14));
  const left = text.slice(Math.max(segment.start, q.start - 24), q.start);
  for (const side of [right, left]) {
    if (/奖金|绩效|补助|津贴|补贴/.test(side)) return "bonus";
    if (/工资|薪/.test(side)) return "monthly_wage";
    if (/违法所得|非法所得|违法收入|非法收入/.test(side)) return "illegal_gains";
    if (/收入/.test(side)) return "annual_income";
    if (/费|税|应缴|应补|欠缴/.test(side)) return "fee_due";
  }
  return null;
}
