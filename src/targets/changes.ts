import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable } from "./counts.js";
import { exactClaim, openClaim, roundedClaim } from "./judged.js";
import { changesIn, type PrintedChange } from "./printed-changes.js";
import { ratesIn } from "./printed-rates.js";
import { tidy } from "./rounding.js";
import { commonRun, sentences } from "./sentences.js";

/** A printed number that changes: a count, or a rate in percent or per mille. */
interface Level extends Span {
  readonly value: number;
  readonly unit: string;
  readonly label: string;
  readonly from: number;
}

const EARLIER = /去年|上年|上一年|前年|上年度|同期|原来|原有|上次|上月|上季/;
const NOW = /今年|本年|现|目前|当年|全年/;

/** Differences and growth on an earlier value; `asked` says where a change is a target. */
export function changeClaims(text: string, span: Span, asked: (at: number) => boolean): Claim[] {
  const list = sentences(text, span);
  return list.flatMap((sentence, i) => {
    const changes = changesIn(text, sentence).filter((c) => !asked(c.start));
    if (changes.length === 0) return [];
    const levels = levelsIn(text, {
      start: list[Math.max(0, i - 1)]?.start ?? sentence.start,
      end: sentence.end,
    });
    return resolved(text, sentence, levels, changes).map(claimOf);
  });
}

/** A change with the value now and the earlier one, as far as they are printed. */
interface Resolved {
  readonly change: PrintedChange;
  readonly now?: number;
  readonly before?: number;
  readonly from: number;
}

/** a percentage that follows a difference speaks of the same change: 减少14封，下降20% */
function resolved(
  text: string,
  sentence: Span,
  levels: readonly Level[],
  changes: readonly PrintedChange[],
): Resolved[] {
  const printed = levels.filter((l) => !isAmountOfChange(text, l));
  const found: Resolved[] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (change.unit === "%" && last && last.change.unit !== "%" && change.start - last.change.end < 8) {
      const before = last.before ?? (last.now === undefined ? undefined : earlierBy(last.now, last.change));
      found.push({ change, now: last.now, before, from: change.start } as Resolved);
      continue;
    }
    const unit = change.unit === "%" ? null : ({ 个百分点: "%", 个千分点: "‰" }[change.unit] ?? change.unit);
    if (change.masked) {
      found.push({ change, from: change.start });
      continue;
    }
    const ends = endsOf(text, sentence, printed, change, unit);
    found.push({
      change,
      ...(ends?.now ? { now: ends.now.value } : {}),
      ...(ends?.before ? { before: ends.before.value } : {}),
      from: Math.min(ends?.now?.from ?? change.start, ends?.before?.from ?? change.start, change.start),
    });
  }
  return found;
}

function claimOf({ change, now, before, from }: Resolved): Claim {
  const { down, amount, end } = change;
  const percent = change.unit === "%";
  const base = {
    start: from,
    end,
    type: percent ? ("growth" as const) : ("difference" as const),
    claim: percent ? `a change of ${amount} percent` : `a change of ${amount}`,
    operands: down ? [before ?? null, now ?? null] : [now ?? null, before ?? null],
    formula: percent ? (down ? "(a-b)/a*100" : "(a-b)/b*100") : "a-b",
  };
  if (now === undefined || before === undefined)
    return openClaim(
      base,
      amount,
      change.masked ? "the number is masked" : "the earlier value is not printed",
    );
  if (percent && before === 0) return openClaim(base, amount, "the earlier value is zero");
  const by = tidy(down ? before - now : now - before);
  if (percent) return roundedClaim(base, (by / before) * 100, amount, change.decimals);
  return exactClaim(
    { ...base, claim: `a change of ${amount} from ${before} to ${now}` },
    by,
    amount,
    `the difference is ${by}`,
  );
}

/** 为预算3700万元的103.4%: what was planned is no value that changed */
const PLANNED = /(?:预算|计划(?!生育|[内外])|任务|目标)(?:数|为|的)?$/;

const earlierBy = (now: number, step: PrintedChange): number =>
  tidy(step.down ? now + step.amount : now - step.amount);

function levelsIn(text: string, span: Span): Level[] {
  const counts = countsIn(text, span)
    .filter(isUsable)
    .map((c: Count) => ({
      start: c.start,
      end: c.end,
      value: c.value as number,
      unit: c.unit,
      label: c.label,
      from: c.from,
    }));
  const rates = sentences(text, span)
    .flatMap((s) => ratesIn(text, s))
    .map((r) => ({
      start: r.start,
      end: r.end,
      value: r.value,
      unit: r.scale === 100 ? "%" : "‰",
      label: r.label,
      from: r.from,
    }));
  return [...counts, ...rates].sort((a, b) => a.start - b.start);
}

/** the number of a change is no level of its own */
function isAmountOfChange(text: string, level: Level): boolean {
  return /(?:增加|增长|提高|上升|上涨|净增|减少|下降|降低|回落|净减|[增多降少高低])[了出收征缴发]?$/.test(
    text.slice(Math.max(0, level.start - 4), level.start),
  );
}

/** whether a change leads from one value to another: what is compared may stand in the sentence before */
const steps = (now: Level, before: Level, { down, amount }: PrintedChange): boolean =>
  tidy(down ? before.value - now.value : now.value - before.value) === amount;

/** the value now and the one before: 比上年的74起减少16起; 由15座增加到22座; 去年120万元，今年150万元 */
function endsOf(
  text: string,
  sentence: Span,
  levels: readonly Level[],
  change: PrintedChange,
  unit: string | null,
): { now?: Level; before?: Level } | null {
  const older = /前年|上上年/.test(text.slice(change.start, change.start + change.reach));
  const usable = levels.filter(
    (l) => l.end <= change.start + change.reach && (unit === null || l.unit === unit),
  );
  const inside = usable.filter((l) => l.start >= change.start).at(-1);
  const outside = usable.filter((l) => l.start < change.start && !(l.unit !== "%" && PLANNED.test(l.label)));
  const near = outside.at(-1);
  if (!near || near.start < sentence.start) {
    const now = inside && outside.filter((l) => l.unit === inside.unit && steps(l, inside, change)).at(-1);
    return now && inside ? { now, before: inside } : null;
  }
  const same = outside.filter((l) => l.unit === near.unit);
  if (inside && inside.unit === near.unit) return { now: near, before: inside };
  const other = same.at(-2);
  const moved =
    other &&
    /(?:到|至|为)(?:\d{4}年的?|今年的?|目前的?|现在的?)?$/.test(text.slice(other.end, near.start)) &&
    /[由从]/.test(other.label + text.slice(Math.max(0, other.from - 6), other.from));
  if (moved) return { now: near, before: other };
  const year = (l: Level): number | null => {
    const match = /(\d{4})年/.exec(l.label);
    return match ? Number(match[1]) : null;
  };
  const before = same
    .slice(0, -1)
    .filter(
      (l) =>
        EARLIER.test(l.label) ||
        (year(l) !== null && year(near) !== null && (year(l) as number) < (year(near) as number)),
    )
    .at(-1);
  const apart = before ? /[;。\n]/.exec(text.slice(before.end, near.start))?.[0] : undefined;
  const related = before && (!apart || commonRun(before.label, near.label) >= (apart === ";" ? 2 : 3));
  if (before && related && !EARLIER.test(near.label)) return { now: near, before };
  if (older && /去年|上年/.test(near.label)) return { now: near };
  if (EARLIER.test(near.label)) {
    const now = same.filter((l) => l !== near && !EARLIER.test(l.label) && steps(l, near, change)).at(-1);
    if (now) return { now, before: near };
    if (other && NOW.test(other.label)) return { now: other, before: near };
    return { before: near };
  }
  return { now: near };
}
