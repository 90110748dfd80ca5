import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, commonRun, countsIn, scaleOf, sentences } from "./counts.js";
import { agreement, decimalsOf, tidy } from "./rounding.js";

/** A printed rate with the words before it. */
interface Rate extends Span {
  readonly value: number;
  readonly decimals: number;
  readonly scale: 100 | 1000;
  readonly label: string;
  readonly from: number;
  /** the words of comparison directly before the number */
  readonly link: string;
}

/** how many counts before a rate are tried as its base: the nearest ones */
const NEAR = 12;

const RATE = /(?<![\d.])(\d{1,9}(?:\.\d{1,6})?)([%‰])/g;

/** Rates, shares, growth, differences and means that can be computed from counts printed beside them. */
export function rateClaims(text: string, span: Span): Claim[] {
  const found: Claim[] = [];
  const list = sentences(text, span);
  list.forEach((sentence, i) => {
    const before = list.slice(Math.max(0, i - 3), i);
    found.push(...changes(text, sentence));
    found.push(...means(text, sentence));
    const rates = ratesIn(text, sentence);
    if (rates.length === 0) return;
    const own = countsIn(text, sentence).filter(usable);
    const earlier = before
      .flatMap((s) => countsIn(text, s))
      .filter(usable)
      .slice(-2 * NEAR);
    for (const rate of rates) {
      const here = own.filter((c) => c.end <= rate.from).slice(-NEAR);
      const claim = rateClaim(text, here, earlier, rate);
      if (claim) found.push(claim);
    }
  });
  return found;
}

function ratesIn(text: string, sentence: Span): Rate[] {
  const found: Rate[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(RATE)) {
    const at = sentence.start + match.index;
    let from = at;
    while (from > sentence.start && !",;:。、!?\n(".includes(text[from - 1] as string)) from--;
    const words = text.slice(from, at);
    const link = /(?:为|是|达到|达|占[^,]{0,8}|至)$/.exec(words)?.[0] ?? "";
    if (/以上|以下|以内/.test(text.slice(at + match[0].length, at + match[0].length + 2))) continue;
    found.push({
      start: at,
      end: at + match[0].length,
      value: Number(match[1]),
      decimals: decimalsOf(match[1] as string),
      scale: match[2] === "%" ? 100 : 1000,
      label: words.slice(0, words.length - link.length).replace(/\s/g, ""),
      from,
      link,
    });
  }
  return found;
}

function rateClaim(
  text: string,
  here: readonly Count[],
  earlier: readonly Count[],
  rate: Rate,
): Claim | null {
  if (/^占/.test(rate.link)) return share(rate, here, earlier);
  if (!/[率面比]$/.test(rate.label) || !/^(?:为|是|达到|达)$/.test(rate.link)) return null;
  const vital = /(出生|死亡|自然增长)率$/.exec(rate.label)?.[1];
  if (rate.scale === 1000 && vital) return vitalRate(rate, vital, [...earlier, ...here]);
  const due = here.filter((c) => /应/.test(c.label)).at(-1);
  const done = here.filter((c) => /已|实际|到位|完成/.test(c.label) && c.unit === due?.unit).at(-1);
  if (due && done && due !== done) return quotient(rate, done, due, true, "the printed numbers give");
  const fitting = fit(rate, here, earlier);
  if (fitting) return quotient(rate, fitting[0], fitting[1], true, "");
  const whole = here.find((c) =>
    here.some((d) => d !== c && d.unit === c.unit && /其中/.test(text.slice(c.end, d.start))),
  );
  const part =
    whole &&
    here.filter((c) => c.unit === whole.unit && c !== whole && commonRun(c.label, rate.label) >= 2).at(-1);
  if (whole && part) return quotient(rate, part, whole, true, "the printed numbers give");
  const named = here.filter((c) => commonRun(c.label, rate.label.replace(/[率面比]$/, "")) >= 2).at(-1);
  const bases = here.filter((c) => c.unit === named?.unit && (c.value ?? 0) > (named?.value ?? 0));
  if (named && bases.length === 1)
    return quotient(rate, named, bases[0] as Count, true, "the printed numbers give");
  const near = here.at(-1);
  if (!near || rate.from - near.end > 24) return null;
  return {
    start: near.from,
    end: rate.end,
    type: "rate",
    claim: `${rate.label.slice(-12)} ${rate.value}`,
    operands: [near.value, null],
    formula: "a/b",
    stated: rate.value,
    computed: null,
    holds: null,
    tolerance: "-",
    note: "cannot be decided: the base is not printed",
  };
}

const usable = (c: Count): boolean => c.value !== null && c.value > 0 && !c.about && c.unit !== "分";

function fit(rate: Rate, here: readonly Count[], earlier: readonly Count[]): [Count, Count] | null {
  const all = [...earlier, ...here];
  const order = [...here].reverse();
  for (const a of order.length > 0 ? order : []) {
    for (const b of [...all].reverse()) {
      if (a === b || a.unit !== b.unit) continue;
      if (
        agreement(((a.value as number) / (b.value as number)) * rate.scale, rate.value, rate.decimals).holds
      )
        return [a, b];
    }
  }
  return null;
}

function quotient(rate: Rate, a: Count, b: Count, decided: boolean, words: string): Claim {
  const computed = ((a.value as number) / (b.value as number)) * rate.scale;
  const { holds, truncated, tolerance } = agreement(computed, rate.value, rate.decimals);
  return {
    start: Math.min(a.from, b.from, rate.from),
    end: rate.end,
    type: "rate",
    claim: `${rate.label.slice(-12)} is ${a.printed} of ${b.printed}`,
    operands: [tidy((a.value as number) / scaleOf([a, b])), tidy((b.value as number) / scaleOf([a, b]))],
    formula: `a/b*${rate.scale}`,
    stated: rate.value,
    computed: tidy(computed),
    holds: decided ? holds : null,
    holds_truncated: truncated,
    tolerance,
    note: holds
      ? ""
      : `${words} ${computed.toFixed(Math.max(2, rate.decimals))}${truncated ? "; the printed value is cut off, not rounded" : ""}`,
  };
}

/** 占总数的r%: the part is the count whose words the share names */
function share(rate: Rate, here: readonly Count[], earlier: readonly Count[]): Claim | null {
  const all = [...earlier, ...here];
  const label = rate.label.slice(0, 4);
  const part = all.filter((c) => commonRun(c.label, label) >= 2 && c.unit !== "元").at(-1);
  if (!part) return null;
  const bases = all.filter((c) => c.unit === part.unit && (c.value as number) > (part.value as number));
  const base =
    bases.find(
      (b) => agreement(((part.value as number) / (b.value as number)) * 100, rate.value, rate.decimals).holds,
    ) ?? bases[0];
  if (!base) return null;
  return { ...quotient(rate, part, base, true, "the printed numbers give"), type: "share", start: rate.from };
}

/** births, deaths and increase per thousand; a rate that misses the year-end population may fit a mean population */
function vitalRate(rate: Rate, vital: string, counts: readonly Count[]): Claim | null {
  const base = counts.filter((c) => /总人口/.test(c.label) && c.unit === "人").at(-1);
  const events = counts.filter((c) => c.label.includes(vital) && c.unit === "人").at(-1);
  if (!base || !events) return null;
  const half = 0.5 / 10 ** rate.decimals;
  const low = ((events.value as number) / (rate.value + half)) * 1000;
  const high = ((events.value as number) / (rate.value - half)) * 1000;
  const claim = quotient(rate, events, base, true, "on the only printed base it is");
  if (claim.holds) return claim;
  return {
    ...claim,
    note: `${claim.note}; ${rate.value} fits a base of ${Math.round(low)} to ${Math.round(high)}, such as a mean population that is not printed`,
  };
}

const CHANGE =
  /比[^,。;\d]{0,8}的?([\d.]+)([\u4e00-\u9fff]{1,2}?)(减少|增加|下降|上升|增长)了?([\d.]+)([\u4e00-\u9fff]{1,2})/g;

/** 58起，比上年的74起减少16起，下降21.6% */
function changes(text: string, sentence: Span): Claim[] {
  const found: Claim[] = [];
  const words = text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(CHANGE)) {
    const at = sentence.start + match.index;
    const now = countsIn(text, { start: sentence.start, end: at }).filter(usable).at(-1);
    if (!now) continue;
    const before = Number(match[1]);
    const by = Number(match[4]);
    const down = /减少|下降/.test(match[3] as string);
    const change = tidy(down ? before - (now.value as number) : (now.value as number) - before);
    const end = at + match[0].length;
    const operands = down ? [before, now.value] : [now.value, before];
    const exact = Math.abs(change - by) < 1e-9;
    found.push({
      start: now.from,
      end,
      type: "difference",
      claim: `a change of ${by} from ${before} to ${now.value}`,
      operands,
      formula: "a-b",
      stated: by,
      computed: change,
      holds: exact,
      tolerance: "exact",
      note: exact ? "" : `the difference is ${change}`,
    });
    const percent = /^,(?:同比)?(?:下降|上升|增长|减少|增加)了?(\d+(?:\.\d+)?)%/.exec(
      text.slice(end, sentence.end),
    );
    if (!percent) continue;
    const stated = Number(percent[1]);
    const computed = (change / before) * 100;
    const judged = agreement(computed, stated, decimalsOf(percent[1] as string));
    found.push({
      start: end + 1,
      end: end + percent[0].length,
      type: "growth",
      claim: `a change of ${stated} percent`,
      operands,
      formula: down ? "(a-b)/a*100" : "(a-b)/b*100",
      stated,
      computed: tidy(computed),
      holds: judged.holds,
      holds_truncated: judged.truncated,
      tolerance: judged.tolerance,
      note: judged.holds ? "" : `the printed numbers give ${computed.toFixed(2)}`,
    });
  }
  const masked = /[X×*～]{1,4}万?[元人户起件][^。,]{0,4},(下降|上升|增长|减少)(\d+(?:\.\d+)?)%/.exec(words);
  if (masked) {
    const end = sentence.start + masked.index + masked[0].length;
    found.push({
      start: end - masked[0].split(",").at(-1)!.length,
      end,
      type: "growth",
      claim: `a change of ${masked[2]} percent`,
      operands: [null, null],
      formula: "(a-b)/b*100",
      stated: Number(masked[2]),
      computed: null,
      holds: null,
      tolerance: "-",
      note: "cannot be decided: the number is masked",
    });
  }
  return found;
}

const MEAN = /([场户人村次])均([\d.]+)(人次|人|元|次|件|户)/g;

/** 86场，听众10320人次，场均120人次 */
function means(text: string, sentence: Span): Claim[] {
  const found: Claim[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(MEAN)) {
    const at = sentence.start + match.index;
    const counts = countsIn(text, { start: sentence.start, end: at }).filter(usable);
    const unit = match[3] === "人次" && !counts.some((c) => c.unit === "人次") ? "人" : (match[3] as string);
    const b = counts.filter((c) => c.unit === match[1]).at(-1);
    const a = counts.filter((c) => c.unit === unit && c !== b).at(-1);
    if (!a || !b) continue;
    const stated = Number(match[2]);
    const computed = (a.value as number) / (b.value as number);
    const judged = agreement(computed, stated, decimalsOf(match[2] as string));
    found.push({
      start: a.from,
      end: at + match[0].length,
      type: "derived",
      claim: `${stated} ${match[3]} each of ${b.printed}${b.unit}`,
      operands: [a.value, b.value],
      formula: "a/b",
      stated,
      computed: tidy(computed),
      holds: judged.holds,
      holds_truncated: judged.truncated,
      tolerance: judged.tolerance,
      note: judged.holds ? "" : `the printed numbers give ${tidy(computed)}`,
    });
  }
  return found;
}
