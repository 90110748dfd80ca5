import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, scaleOf } from "./counts.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** a step that goes on from the part before it, and no further part of the whole */
const STEP = /查出|治疗|治愈|解决|整改|安置|办结/;
/** how many counts before a list of parts are tried as its total */
const NEAR = 30;
const PER_UNIT = /每|以上的?|以下的?|各$/;

/** Sums that a text states: a total with 其中 and its parts, parts with their total after them. */
export function sumClaims(text: string, span: Span): Claim[] {
  const list = sentences(text, span);
  return list.flatMap((sentence, i) => [
    ...totals(text, sentence, list.slice(Math.max(0, i - 2), i)),
    ...runningTotals(text, sentence),
    ...doneAndNot(text, sentence),
  ]);
}

/** 发现48个，已整改46个，未整改2个: what is done and what is not make the whole */
function doneAndNot(text: string, sentence: Span): Claim[] {
  const counts = countsIn(text, sentence);
  return counts.flatMap((not, i) => {
    const word = /(?:未|没有)([\u4e00-\u9fff]{2})/.exec(not.label)?.[1];
    const done = counts[i - 1];
    const whole = counts[i - 2];
    const same = done && whole && done.unit === not.unit && whole.unit === not.unit;
    if (word === undefined || !same || !done.label.includes(word) || /未|没有/.test(done.label)) return [];
    return [totalClaim(whole, [done, not], true)];
  });
}

const SUM_UP =
  /(?:^|[,、;])(?:以上)?(?:共计|合计|总计|累计|一共|总共|共)[^\d,。;]{0,6}$|^[\u4e00-\u9fff]{0,3}共[有计]?$|^共[有计]?[^\d,。;]{0,4}$|(?:合计|共计|总计)(?:为)?$/;
/** 全乡新增经济作物2500亩 after its kinds */
const WHOLE = /^[,;]?(?:全[省市县区乡镇村街局厂校]|共|总|合计)[^\d,。;]{0,10}$/;
const PERIOD = /季度|上半年|下半年|[一二三四五六七八九十\d]月份?/;

/** 甲镇12台，乙镇8台，合计20台; 一季度30件…四季度25件，全年120件 */
function runningTotals(text: string, sentence: Span): Claim[] {
  const counts = countsIn(text, sentence);
  const found: Claim[] = [];
  counts.forEach((total, i) => {
    const lead = text.slice(counts[i - 1]?.end ?? sentence.start, total.start);
    const yearly = /^[,;、]?全年[^\d,。;]{0,6}$/.test(lead);
    const whole = WHOLE.test(lead);
    if (!SUM_UP.test(lead) && !yearly && !whole) return;
    const parts: Count[] = [];
    for (let k = i - 1; k >= 0; k--) {
      const part = counts[k] as Count;
      if (part.unit !== total.unit || PER_UNIT.test(part.label)) break;
      if (yearly && !PERIOD.test(part.label)) break;
      if (/其中|共/.test(part.label)) break;
      parts.unshift(part);
    }
    if (whole && parts.length < 3) return;
    if (parts.length < 2 || total.about || (total.value ?? 0) <= Math.max(...parts.map((p) => p.value ?? 0)))
      return;
    found.push(totalClaim(total, parts, parts.length === 2));
  });
  return found;
}

/** 共N人，其中A a人，B b人; also 起火原因中，A a起，B b起 with the total before */
function totals(text: string, sentence: Span, before: readonly Span[]): Claim[] {
  const found: Claim[] = [];
  const words = text.slice(sentence.start, sentence.end);
  const own = countsIn(text, sentence);
  const earlier = before.flatMap((s) => countsIn(text, s)).slice(-NEAR);
  for (const match of words.matchAll(/其中[:,]?|[\u4e00-\u9fff]{2,8}中,|[个职](?=\()/g)) {
    const at = sentence.start + match.index;
    const from = at + match[0].length;
    const bracket = match[0] === "个" || match[0] === "职";
    const named = !bracket && !match[0].startsWith("其中");
    const inside = own.filter((c) => c.end <= (bracket ? from : at)).slice(-NEAR);
    const end = bracket ? closing(text, from, sentence.end) : sentence.end;
    const parts = partsFrom(
      text,
      { start: from, end },
      bracket ? null : (inside.at(-1)?.unit ?? null),
      inside,
      earlier,
    );
    if (!parts) continue;
    const total = named
      ? totalOf(parts, earlier, inside)
      : (totalOf(parts, [], inside) ?? totalOf(parts, earlier, []));
    if (!total || total.start >= from) continue;
    if (parts.some((p) => PER_UNIT.test(p.label)) || total.about) continue;
    if ((named && parts.length < 3) || (bracket && parts.length < 2)) continue;
    found.push(totalClaim(total, parts, bracket));
  }
  return found;
}

/** consecutive counts in one unit */
function partsFrom(
  text: string,
  span: Span,
  unit: string | null,
  inside: readonly Count[],
  earlier: readonly Count[],
): Count[] | null {
  const counts = countsIn(text, span);
  const first = counts[0];
  if (!first || text.slice(span.start, first.start).length > 40) return null;
  const known = [...inside, ...earlier].map((c) => c.unit);
  const own = unit !== null && first.unit !== unit && !known.includes(first.unit) ? null : first.unit;
  if (own === null) return null;
  const parts: Count[] = [];
  for (const count of counts) {
    if (count.unit !== own || (parts.length > 0 && STEP.test(count.label))) break;
    parts.push(count);
    if (text[count.end] === ";") break;
  }
  return parts;
}

function totalOf(parts: readonly Count[], earlier: readonly Count[], inside: readonly Count[]): Count | null {
  const unit = parts[0]?.unit;
  const candidates = [...earlier, ...inside].filter(
    (c) => c.unit === unit || (unit === "人" && c.unit === "个"),
  );
  const sum = tidy(parts.reduce((s, p) => s + (p.value ?? 0), 0));
  return (
    candidates.filter((c) => c.value !== null && tidy(c.value) === sum).at(-1) ?? candidates.at(-1) ?? null
  );
}

/** The claim that parts make a total, or cannot exceed it. */
export function totalClaim(total: Count, parts: readonly Count[], bracket: boolean): Claim {
  const first = parts[0] as Count;
  const last = parts.at(-1) as Count;
  const scale = scaleOf([total, ...parts].filter((c) => c.value !== null));
  const values = parts.map((p) => (p.value === null ? null : tidy(p.value / scale)));
  const masked = values.includes(null) || total.value === null;
  const sum = tidy(values.reduce<number>((s, v) => s + (v ?? 0), 0));
  const whole = tidy((total.value ?? 0) / scale);
  const base = {
    start: Math.min(total.from, first.from),
    end: Math.max(last.end, total.end),
    tolerance: "exact",
    stated: total.value === null ? null : whole,
  };
  if (masked) {
    return {
      ...base,
      type: "sum",
      claim: `parts of ${total.printed}${total.unit}`,
      operands: values,
      formula: "sum",
      computed: null,
      holds: null,
      tolerance: "-",
      note: "cannot be decided: a number is masked",
    };
  }
  if (parts.length === 1) {
    const holds = sum <= whole;
    return {
      ...base,
      type: "subset",
      claim: `${last.printed} of ${total.printed}${total.unit}`,
      operands: [sum, whole],
      formula: "a<=b",
      computed: sum,
      holds,
      note: holds ? "" : "a part is larger than its whole",
    };
  }
  const equal = Math.abs(sum - whole) < 1e-6 * Math.max(1, whole);
  const complete = parts.length >= 3 && sum >= 0.8 * whole;
  const holds = equal ? true : sum > whole || complete || bracket ? false : null;
  return {
    ...base,
    type: "sum",
    claim: `${parts.length} parts make ${total.printed}${total.unit}`,
    operands: values,
    formula: "sum",
    computed: sum,
    holds,
    note: equal
      ? ""
      : holds === null
        ? `cannot be decided: the parts make ${sum}, others may not be named`
        : `the parts make ${sum}, ${tidy(Math.abs(whole - sum))} ${sum > whole ? "too many" : "are missing"}`,
  };
}

function closing(text: string, from: number, limit: number): number {
  const at = text.indexOf(")", from);
  return at < 0 || at > limit ? limit : at;
}
