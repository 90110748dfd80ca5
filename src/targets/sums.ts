import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, scaleOf, sentences } from "./counts.js";
import { tidy } from "./rounding.js";

/** a step that goes on from the part before it, and no further part of the whole */
const STEP = /查出|治疗|治愈|解决|整改|安置|办结/;
/** how many counts before a list of parts are tried as its total */
const NEAR = 30;
const PER_UNIT = /每|以上的?|以下的?|各$/;

/** Sums that a text states: a total with 其中 and its parts, weights that make 100, unit price times number. */
export function sumClaims(text: string, span: Span): Claim[] {
  const found: Claim[] = [];
  const list = sentences(text, span);
  list.forEach((sentence, i) => {
    found.push(...totals(text, sentence, list.slice(Math.max(0, i - 2), i)));
    found.push(...products(text, sentence, list[i - 1]));
  });
  return [...found, ...weights(text, span)];
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
  const sum = parts.reduce((s, p) => s + (p.value ?? 0), 0);
  return candidates.filter((c) => c.value === sum).at(-1) ?? candidates.at(-1) ?? null;
}

function totalClaim(total: Count, parts: readonly Count[], bracket: boolean): Claim {
  const last = parts.at(-1) as Count;
  const scale = scaleOf([total, ...parts].filter((c) => c.value !== null));
  const values = parts.map((p) => (p.value === null ? null : tidy(p.value / scale)));
  const masked = values.includes(null) || total.value === null;
  const sum = tidy(values.reduce<number>((s, v) => s + (v ?? 0), 0));
  const whole = tidy((total.value ?? 0) / scale);
  const base = {
    start: total.from,
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

const WEIGHT =
  /(?:[以按](\d{1,3})%的比例(?:计入|进入|纳入)|(?:考核|测评|检查|评分|评价|成绩|抽查)[^,。;\d]{0,6}占(\d{1,3})%)/g;

/** weights of the ways of assessment, which must make 100 % */
function weights(text: string, span: Span): Claim[] {
  const hits = [...text.slice(span.start, span.end).matchAll(WEIGHT)];
  const first = hits[0];
  const last = hits.at(-1);
  if (hits.length < 2 || !first || !last || last.index - first.index > 600) return [];
  const values = hits.map((h) => Number(h[1] ?? h[2]));
  const sum = values.reduce((s, v) => s + v, 0);
  return [
    {
      start: span.start + first.index,
      end: span.start + last.index + last[0].length,
      type: "sum",
      claim: "the weights make 100 percent",
      operands: values,
      formula: "sum",
      stated: 100,
      computed: sum,
      holds: sum === 100,
      tolerance: "exact",
      note: sum === 100 ? "" : `the weights make ${sum} percent`,
    },
  ];
}

const UNIT_PRICE = /每(户|人|名|个|处|亩|件|台|例|对|家|月)[^,。;\d]{0,8}?([\d.]+万?)元/g;

/** number times unit price is the sum; a month's amount times the months is the lump sum */
function products(text: string, sentence: Span, before: Span | undefined): Claim[] {
  const found: Claim[] = [];
  const words = text.slice(sentence.start, sentence.end);
  for (const price of words.matchAll(UNIT_PRICE)) {
    const priceAt = sentence.start + price.index;
    const each = countsIn(text, {
      start: priceAt + price[0].length - (price[2] as string).length - 1,
      end: priceAt + price[0].length,
    })[0]?.value;
    if (each === null || each === undefined) continue;
    const after = countsIn(text, { start: priceAt + price[0].length, end: sentence.end });
    const total = after.find((c) => c.unit === "元");
    if (!total || total.value === null) continue;
    const between = text.slice(priceAt, total.start);
    if (price[1] === "月") {
      if (!/一次性/.test(between)) continue;
      const context = text.slice(before?.start ?? sentence.start, total.end);
      const years = [...context.matchAll(/(\d{1,2})周岁|(\d{1,2})年/g)].map((m) => Number(m[1] ?? m[2]));
      const fit = years.find((y) => Math.abs(each * 12 * y - (total.value as number)) < 0.5);
      found.push({
        start: priceAt,
        end: total.end,
        type: "product",
        claim: `${each} yuan a month make the lump sum`,
        operands: [each, 12, fit ?? null],
        formula: fit === undefined ? "a*12*years" : `${each}*12*${fit}`,
        stated: total.value,
        computed: fit === undefined ? null : each * 12 * fit,
        holds: fit === undefined ? null : true,
        tolerance: "exact",
        note: fit === undefined ? "cannot be decided: the number of years is not printed" : "",
      });
      continue;
    }
    if (!/共|合计|总计|需/.test(between)) continue;
    const unit = price[1] === "名" ? "人" : (price[1] as string);
    const number = countsIn(text, { start: sentence.start, end: priceAt })
      .filter((c) => c.unit === unit)
      .at(-1);
    if (!number || number.value === null || number.about) continue;
    const computed = tidy(number.value * each);
    const holds = Math.abs(computed - total.value) < 0.5;
    found.push({
      start: number.from,
      end: total.end,
      type: "product",
      claim: `${number.value} times ${each} yuan make ${total.value} yuan`,
      operands: [number.value, each],
      formula: `${number.value}*${each}`,
      stated: total.value,
      computed,
      holds,
      tolerance: "exact",
      note: holds ? "" : `the product is ${computed}`,
    });
  }
  return found;
}
