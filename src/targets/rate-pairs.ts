import type { Count } from "./counts.js";
import type { Rate } from "./printed-rates.js";
import { agreement } from "./rounding.js";
import { commonRun } from "./sentences.js";

/** rates of a plan or of money due may pass 100 % */
const BEYOND = /(?:完成|到位|执行|达标|兑现|拨付|入库)率$/;
/** a number that is owed, not done */
export const DUE = /应(?![用急对])|计划(?!生育|[内外])|任务|目标(?=任务|[数值为是人户])|预算|指标/;

/** What a rate is a rate of, without the word that says so. */
export const coreOf = (rate: Rate): string => rate.label.replace(/(?:率|面|比例|比重|比)$/, "").slice(-8);

/** A part and its whole. */
export interface Pair {
  readonly part: Count;
  readonly whole: Count;
}

/** Whether a part over its whole prints the rate. */
export const fits = (rate: Rate, { part, whole }: Pair): boolean =>
  agreement(((part.value as number) / (whole.value as number)) * rate.scale, rate.value, rate.decimals).holds;

/** The count that the rate's own words name, over the base that fits, else the only one that can be its base */
export function namedPair(
  text: string,
  rate: Rate,
  here: readonly Count[],
  earlier: readonly Count[],
): Pair | null {
  const core = coreOf(rate);
  const parts = here
    .map((c) => ({ c, run: Math.max(commonRun(c.label, core), doneAfter(text, c, core)) }))
    .filter(({ c, run }) => run >= 2 && !/应/.test(c.label))
    .sort((a, b) => b.run - a.run || b.c.start - a.c.start)
    .map(({ c }) => c);
  const due = here.filter((c) => DUE.test(c.label)).at(-1);
  const done = here
    .filter((c) => /已|实际|到位|完成/.test(c.label) && c !== due && c.unit === due?.unit)
    .at(-1);
  const all = [...earlier, ...here];
  const pairs = [...(done && !parts.includes(done) ? [done] : []), ...parts].flatMap((part) =>
    all.filter((whole) => whole !== part && whole.unit === part.unit).map((whole) => ({ part, whole })),
  );
  const fitting = pairs.filter((p) => fits(rate, p)).at(-1);
  if (fitting) return fitting;
  if (due && done) return { part: done, whole: due };
  const part = parts[0];
  if (!part) return null;
  const before = here.filter((c) => c.unit === part.unit && c.end <= part.start);
  const larger = before.filter((c) => (c.value as number) > (part.value as number));
  const holder = before.find((c) => /其中|^[^,。;]{0,8}中,?$/.test(text.slice(c.end, part.start)));
  const whole = holder ?? (larger.length === 1 ? larger[0] : undefined);
  return whole && (BEYOND.test(rate.label) || (whole.value as number) >= (part.value as number))
    ? { part, whole }
    : null;
}

/** how much of a rate's name the words after a number hold: 14个乡镇中，12个开展了检查，开展面85.7%; nothing for what was not done */
function doneAfter(text: string, count: Count, core: string): number {
  const words = /^[^,。;:、(\d]*/.exec(text.slice(count.end, count.end + 12))?.[0] ?? "";
  return core.length >= 2 && !/未|没/.test(words) && words.startsWith(core.slice(0, 2)) ? 2 : 0;
}

/** Two counts in one unit that give the rate, the part being one of the two nearest */
export function nearestFit(rate: Rate, here: readonly Count[], earlier: readonly Count[]): Pair | null {
  const all = [...earlier, ...here].reverse();
  for (const part of here.slice(-2).reverse()) {
    const whole = all.find((b) => b !== part && sameKind(part, b) && fits(rate, { part, whole: b }));
    if (whole) return { part, whole };
  }
  return null;
}

/** The number just before the rate of another one in the sentence, whatever their units, where they give it: 流出1210人，发证1152个，持证率95.2% */
export function otherUnits(rate: Rate, here: readonly Count[]): Pair | null {
  const part = here.at(-1);
  const whole = part && here.slice(0, -1).find((c) => c.unit !== "元" && fits(rate, { part, whole: c }));
  return part && whole && part.unit !== "元" ? { part, whole } : null;
}

/**
 * The only number of its paragraph that can be the base of a rate, where the rate's own words name the only count of its sentence and the
 * two nearly give it: 登记流动人口1286人。已验证1235人，验证率96.8%. A rate that is far off is of something else.
 */
export function nearBase(
  text: string,
  rate: Rate,
  here: readonly Count[],
  before: readonly Count[],
): Pair | null {
  const part = here[0];
  const core = coreOf(rate);
  if (!part || here.length > 1 || commonRun(part.label, core) < 2 || BEYOND.test(rate.label)) return null;
  const line = text.lastIndexOf("\n", part.start);
  const wholes = before.filter(
    (c) =>
      c.start > line &&
      c.end <= part.start &&
      c.unit === part.unit &&
      (c.value as number) >= (part.value as number),
  );
  const whole = wholes[0];
  if (!whole || wholes.length > 1) return null;
  const quotient = ((part.value as number) / (whole.value as number)) * rate.scale;
  return Math.abs(quotient - rate.value) <= NEARLY * rate.value ? { part, whole } : null;
}

/** how far a rate may be off and still be of these numbers, relative */
const NEARLY = 0.05;

/** Whether two counts are counted in the same unit, or once in persons and once in times. */
export const sameKind = (a: Count, b: Count): boolean =>
  a.unit.replace(/次$/, "") === b.unit.replace(/次$/, "") || a.unit === b.unit;
