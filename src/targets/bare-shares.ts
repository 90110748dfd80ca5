import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { unitAt } from "./counts.js";
import { exactClaim, held } from "./judged.js";
import type { Indicator } from "./records.js";
import { tidy } from "./rounding.js";

/** A name with a number whose unit the words before the list print; offsets in the folded text. */
export interface BareShare extends Span {
  readonly name: string;
  readonly value: number;
}

/** 植树任务150亩：东村60、西村50、北村40: a task, its unit and the parts of the names. */
export interface BareList extends Span {
  readonly what: string;
  readonly unit: string;
  /** the whole as printed before the list or, called 合计, after it */
  readonly total: (Span & { readonly value: number }) | null;
  /** whether the total stands at the end of the list, and is named by nothing else */
  readonly closing: boolean;
  readonly shares: readonly BareShare[];
}

const HEAD =
  /([\u4e00-\u9fff]{2,16}?)(?:任务|指标|计划|目标)(?:数)?(?:(?:为|共)?(\d[\d.]*万?)([^\s\d,、;:。()]{1,3})|\(单?位?:?(万?)([^\s\d,、;:。()]{1,3})\))(?:,?(?:分解|分配|安排)(?:如下|为)?)?:/g;
const SHARE = /([\u4e00-\u9fff]{2,8})(\d+(?:\.\d+)?)(?=[、,;。\n]|$)/y;
const SUM = /(?:合计|共计|总计|共)(\d+(?:\.\d+)?)(?=[。;\n]|$)/y;
/** names that a task is shared out to, at least */
const FEW = 3;

/** The tasks of a stretch of folded text that are shared out in bare numbers to three or more names. */
export function bareLists(text: string, span: Span): BareList[] {
  return [...text.slice(span.start, span.end).matchAll(HEAD)].flatMap((match) => {
    const start = span.start + match.index;
    const from = start + match[0].length;
    const [, what, printed, counted, tenThousands, named] = match;
    const unit = unitAt(`${counted ?? named}。`, 0);
    if (unit === null || unit.length !== (counted ?? named ?? "").length) return [];
    const scale = tenThousands === "万" ? 10000 : 1;
    const { shares, end } = sharesAt(text, from, span.end, scale);
    if (shares.length < FEW) return [];
    const sum = sumAt(text, end, span.end, scale);
    const whole = printed === undefined ? undefined : readNumeral(printed, 0)?.value;
    const at = start + match[0].indexOf(printed ?? "");
    const total =
      whole === undefined ? sum : { start, end: at + `${printed}${counted}`.length, value: whole };
    return [
      {
        start,
        end: Math.max(end, sum?.end ?? end),
        what: what as string,
        unit,
        total,
        closing: whole === undefined,
        shares,
      },
    ];
  });
}

function sharesAt(
  text: string,
  from: number,
  limit: number,
  scale: number,
): { shares: BareShare[]; end: number } {
  const shares: BareShare[] = [];
  let at = from;
  let end = from;
  while (at < limit) {
    SHARE.lastIndex = at;
    const match = SHARE.exec(text);
    if (!match || /^(?:合计|共计|总计)$/.test(match[1] as string)) break;
    end = at + match[0].length;
    shares.push({ start: at, end, name: match[1] as string, value: Number(match[2]) * scale });
    at = end + 1;
    if (!"、,".includes(text[end] ?? "\0")) break;
  }
  return { shares, end };
}

function sumAt(text: string, end: number, limit: number, scale: number): BareList["total"] {
  SUM.lastIndex = end + 1;
  const match = end + 1 < limit && "、,".includes(text[end] ?? "\0") ? SUM.exec(text) : null;
  return match ? { start: end + 1, end: end + 1 + match[0].length, value: Number(match[1]) * scale } : null;
}

/** What each name of such lists owes, and the total where nothing but the list prints it. */
export function bareQuotas(text: string, span: Span): Indicator[] {
  return bareLists(text, span).flatMap(({ what, unit, total, closing, shares }) => {
    const made = (at: Span, value: number, addressee: string | null): Indicator => ({
      start: at.start,
      end: at.end,
      item: what,
      comparator: "=",
      value: Number(value.toPrecision(12)),
      valueMax: null,
      unit: unit === "元" ? "yuan" : "count",
      role: addressee === null ? "target" : "quota",
      flags: [],
      addressee,
    });
    return [
      ...shares.map((s) => made(s, s.value, s.name)),
      ...(closing && total ? [made(total, total.value, null)] : []),
    ];
  });
}

/** The parts of such lists against the totals printed for them; accused where the list closes its sentence. */
export function bareListClaims(text: string, span: Span): Claim[] {
  return bareLists(text, span).flatMap(({ start, end, total, shares }) => {
    if (!total) return [];
    const computed = tidy(shares.reduce((sum, s) => sum + s.value, 0));
    const claim = exactClaim(
      {
        start,
        end,
        type: "sum",
        claim: `${shares.length} parts make ${tidy(total.value)}`,
        operands: shares.map((s) => tidy(s.value)),
        formula: "sum",
      },
      computed,
      tidy(total.value),
      `the parts make ${computed}`,
    );
    const judged = /[。;\n]/.test(text[end] ?? "\n") ? claim : held(claim);
    return judged ? [judged] : [];
  });
}
