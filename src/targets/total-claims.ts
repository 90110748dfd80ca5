import type { Claim } from "./claims.js";
import { type Count, scaleOf } from "./counts.js";
import { exactClaim } from "./judged.js";
import { tidy } from "./rounding.js";

/** words of a number for each of something, which is no part of a total */
export const PER_UNIT = /每|(?<![孩胎岁])以上的?|(?<!岁)以下的?|各[\u4e00-\u9fff]?$/;

/** The sum of the values of counts, a masked one as nothing. */
export const sumOf = (counts: readonly Count[]): number =>
  tidy(counts.reduce((s, c) => s + (c.value ?? 0), 0));

/** Whether a number only describes who has the next part: 其余11个村1170座 */
export const describes = (text: string, count: Count, next: Count | undefined, unit: string): boolean =>
  count.unit !== unit &&
  next?.unit === unit &&
  /^[\u4e00-\u9fff]{1,5}$/.test(text.slice(count.end, next.start));

/** The number of parts that a total names: 六个村合计286例 after the parts of six villages */
export function numberOfParts(announced: Count, parts: readonly Count[]): Claim {
  return exactClaim(
    {
      start: Math.min((parts[0] as Count).from, announced.start),
      end: Math.max((parts.at(-1) as Count).end, announced.end),
      type: "enumeration",
      claim: `${announced.printed} parts announced`,
      operands: [parts.length],
      formula: "count of listed parts",
    },
    parts.length,
    announced.value as number,
    `${parts.length} parts are listed`,
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
