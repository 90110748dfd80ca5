import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, scaleOf, sentences } from "./counts.js";
import { agreement, decimalsOf, tidy } from "./rounding.js";

const NARROWS = /查出|患病|患有|发现|治疗|治愈|安置|解决|整改|实施|采取|办结|合格|获/;

/** What follows from printed numbers without a stated result: subsets, balances, bounds, directions, what cannot be. */
export function relationClaims(text: string, span: Span): Claim[] {
  const found: Claim[] = [];
  const list = sentences(text, span);
  const births: Count[] = [];
  list.forEach((sentence, i) => {
    const counts = countsIn(text, sentence);
    births.push(...counts.filter((c) => /出生/.test(c.label) && c.unit === "人" && c.value !== null));
    found.push(
      ...subsets(counts),
      ...shares(text, sentence),
      ...balance(counts),
      ...directions(text, sentence),
    );
    found.push(
      ...impossibleShares(text, sentence),
      ...sexRatios(text, sentence, births),
      ...fulfilment(text, sentence, list[i + 1]),
    );
  });
  return [...found, ...perHead(text, span), ...impliedDeaths(text, span)];
}

const exactly = { tolerance: "exact" } as const;

/** 查出患病A人，实施治疗B人，治愈C人: each at most the one before */
function subsets(counts: readonly Count[]): Claim[] {
  const found: Claim[] = [];
  counts.forEach((b, i) => {
    const a = counts
      .slice(0, i)
      .filter((c) => c.unit === b.unit)
      .at(-1);
    if (!a || a.value === null || b.value === null || a.about || b.about) return;
    if (!NARROWS.test(b.label) || /应/.test(b.label) || b.start - a.end > 60) return;
    const holds = b.value <= a.value ? true : null;
    const scale = scaleOf([a, b]);
    found.push({
      ...exactly,
      start: b.from,
      end: b.end,
      type: "subset",
      claim: `${b.printed} do not exceed ${a.printed}`,
      operands: [tidy(b.value / scale), tidy(a.value / scale)],
      formula: "a<=b",
      stated: tidy(a.value / scale),
      computed: tidy(b.value / scale),
      holds,
      note: holds ? "" : "cannot be decided: the larger number may not be a part of the smaller",
    });
  });
  return found;
}

/** 17项…，获得9项第一，4项第二 */
function shares(text: string, sentence: Span): Claim[] {
  const words = text.slice(sentence.start, sentence.end);
  const match = /(?<!\d)(\d{1,6})项[^。,]{0,12}中[,]?[^,。]{0,10}获得?(\d+)项第一[,、](\d+)项第二/.exec(
    words,
  );
  if (!match) return [];
  const [whole, a, b] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return [
    {
      ...exactly,
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
      type: "subset",
      claim: `${a} and ${b} do not exceed ${whole}`,
      operands: [a, b, whole],
      formula: "a+b<=c",
      stated: whole,
      computed: a + b,
      holds: a + b <= whole,
      note: "",
    },
  ];
}

/** births − deaths = natural increase */
function balance(counts: readonly Count[]): Claim[] {
  const of = (word: RegExp): Count | undefined => counts.find((c) => word.test(c.label) && c.unit === "人");
  const births = of(/出生/);
  const deaths = of(/死亡/);
  const increase = of(/自然增长/);
  if (!births || !deaths || !increase) return [];
  const masked = births.value === null || deaths.value === null || increase.value === null;
  const computed = masked ? null : (births.value as number) - (deaths.value as number);
  const holds = masked ? null : computed === increase.value;
  return [
    {
      ...exactly,
      start: births.from,
      end: increase.end,
      type: "difference",
      claim: "births less deaths are the natural increase",
      operands: [births.value, deaths.value],
      formula: "a-b",
      stated: increase.value,
      computed,
      holds,
      note:
        holds === null
          ? "cannot be decided: a number is masked"
          : holds
            ? ""
            : `the difference is ${computed}`,
    },
  ];
}

const DIRECTION =
  /由[^。,\d]{0,8}(?:\d{4}年[底末初]?的?)?(\d+(?:\.\d+)?)[^\d。,]{0,6}?(下降|降低|降|减少|上升|提高|升|增加)(?:到|至)[^。,\d]{0,6}(?:\d{4}年[底末初]?的?)?(\d+(?:\.\d+)?)/g;

/** 由108.1下降到106.5 */
function directions(text: string, sentence: Span): Claim[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(DIRECTION)].map((match) => {
    const [from, to] = [Number(match[1]), Number(match[3])];
    const down = /降|减/.test(match[2] as string);
    const holds = down ? to < from : to > from;
    return {
      ...exactly,
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
      type: "direction",
      claim: `from ${from} ${down ? "down" : "up"} to ${to}`,
      operands: [to, from],
      formula: down ? "a<b" : "a>b",
      stated: from,
      computed: to,
      holds,
      note: holds ? "" : "the numbers go the other way",
    };
  });
}

const SHARE = /([\u4e00-\u9fff]{2,12}[率面])(?:突破|超过|达到?|为)(\d+(?:\.\d+)?)%/g;

/** a coverage of more than everybody; rates of funds or of plans may exceed 100 % */
function impossibleShares(text: string, sentence: Span): Claim[] {
  const found: Claim[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(SHARE)) {
    const value = Number(match[2]);
    const beyond = /突破|超过/.test(match[0].slice((match[1] as string).length));
    if (!(value > 100 || (value === 100 && beyond))) continue;
    if (/到位|完成|达标|执行|增长|兑现|收入|负债|投资|回报|利用/.test(match[1] as string)) continue;
    const start = sentence.start + match.index;
    found.push({
      start,
      end: start + match[0].length,
      type: "plausibility",
      claim: `a share of ${beyond ? "more than " : ""}${value} percent`,
      operands: [value],
      formula: "a<=100",
      stated: value,
      computed: 100,
      holds: false,
      tolerance: "bounds",
      note: "a share cannot exceed 100 percent",
    });
  }
  return found;
}

const SEX_RATIO =
  /([\u4e00-\u9fff、]{0,12})(?:出生人口|出生)?性别比(?:为|是)(?:100:)?(\d{2,3}(?:\.\d+)?)(?![%\d])/g;

/** a sex ratio that no number of boys and girls gives */
function sexRatios(text: string, sentence: Span, births: readonly Count[]): Claim[] {
  const found: Claim[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(SEX_RATIO)) {
    const stated = Number(match[2]);
    if (stated < 50) continue;
    const start = sentence.start + match.index;
    const subset = /孩/.test(match[1] as string);
    const total = subset ? undefined : births.find((c) => !/政策|多孩/.test(c.label));
    const nearest = total ? nearestRatio(total.value as number, stated) : null;
    const decimals = decimalsOf(match[2] as string);
    const holds = nearest === null ? null : agreement(nearest.ratio, stated, decimals).holds;
    found.push({
      start,
      end: start + match[0].length,
      type: "integer_feasibility",
      claim: `a sex ratio of ${stated}`,
      operands: nearest ? [nearest.boys, nearest.girls] : [null, null],
      formula: "100*boys/girls",
      stated,
      computed: nearest ? tidy(nearest.ratio) : null,
      holds,
      tolerance: `rounded half up to ${decimals} decimals`,
      note:
        holds === null
          ? "cannot be decided: the number of births is not printed"
          : holds
            ? ""
            : `no split of ${total?.value} births gives it; the nearest is ${nearest?.boys} to ${nearest?.girls}, ${nearest?.ratio.toFixed(decimals)}`,
    });
  }
  return found;
}

function nearestRatio(births: number, ratio: number): { boys: number; girls: number; ratio: number } {
  const girls = births / (1 + ratio / 100);
  const candidates = [Math.floor(girls), Math.ceil(girls)]
    .filter((g) => g > 0)
    .map((g) => ({ boys: births - g, girls: g, ratio: (100 * (births - g)) / g }));
  return (
    candidates.sort((a, b) => Math.abs(a.ratio - ratio) - Math.abs(b.ratio - ratio))[0] ?? {
      boys: births,
      girls: 0,
      ratio: 0,
    }
  );
}

/** 完成2100对任务的120%以上, with the number done printed after it */
function fulfilment(text: string, sentence: Span, next: Span | undefined): Claim[] {
  const match = /(?<!\d)(\d{1,9})(对|人|户|例|件|个|元|名)任务的(\d+(?:\.\d+)?)%(以上)?/.exec(
    text.slice(sentence.start, sentence.end),
  );
  if (!match) return [];
  const start = sentence.start + match.index;
  const unit = match[2] === "名" ? "人" : (match[2] as string);
  const range = { start: start + match[0].length, end: next?.end ?? sentence.end };
  const quota = Number(match[1]);
  const stated = Number(match[3]);
  const done = countsIn(text, range).filter((c) => c.unit === unit && c.value !== null);
  const fits = done.find((c) => ((c.value as number) / quota) * 100 >= stated);
  const best = fits ?? done[0];
  if (!best) return [];
  const computed = tidy(((best.value as number) / quota) * 100);
  return [
    {
      start,
      end: best.end,
      type: "rate",
      claim: `${best.printed} of a quota of ${quota}`,
      operands: [best.value, quota],
      formula: "a/b*100",
      stated,
      computed,
      holds: fits ? true : null,
      tolerance: `>= ${stated}`,
      note: fits ? "" : "cannot be decided: which number counts for the quota is not said",
    },
  ];
}

/** a mean per head must lie between the least and the greatest of its tiers */
function perHead(text: string, span: Span): Claim[] {
  const words = text.slice(span.start, span.end);
  const match = /\(([^()]{0,20}人均[\d.]+元[,、][^()]{0,80}人均[\d.]+元)\)[^,。]{0,6}投入([\d.]+万?)元/.exec(
    words,
  );
  if (!match) return [];
  const tiers = [...(match[1] as string).matchAll(/人均([\d.]+)元/g)].map((m) => Number(m[1]));
  const start = span.start + match.index;
  const end = start + match[0].length;
  const total = countsIn(text, { start, end })
    .filter((c) => c.unit === "元")
    .at(-1);
  const people = countsIn(text, { start: span.start, end: start }).find(
    (c) => /总人口为?/.test(c.label) && c.value !== null,
  );
  if (!total || total.value === null || !people) return [];
  const mean = total.value / (people.value as number);
  const [low, high] = [Math.min(...tiers), Math.max(...tiers)];
  return [
    {
      start: start + 1,
      end,
      type: "bounds",
      claim: "the mean per head lies between the tiers",
      operands: [total.value, people.value, low, high],
      formula: "low<=a/b<=high",
      stated: null,
      computed: tidy(mean),
      holds: mean >= low && mean <= high,
      tolerance: "bounds",
      note: "the weights of the tiers are not printed, so the sum itself cannot be checked",
    },
  ];
}

/** birth rate less increase rate is the death rate, which must fit the deaths on the base that both rates imply */
function impliedDeaths(text: string, span: Span): Claim[] {
  const words = text.slice(span.start, span.end);
  const births = /出生人口为?(\d+)人/.exec(words);
  const deaths = /死亡人口为?(\d+)人/.exec(words);
  const rate = /人口出生率为(\d+\.\d+)‰[。,;][^。,]{0,8}自然增长率为(\d+\.\d+)‰/.exec(words);
  if (!births || !deaths || !rate) return [];
  const decimals = decimalsOf(rate[1] as string);
  const base = (Number(births[1]) / Number(rate[1])) * 1000;
  const computed = (Number(deaths[1]) / base) * 1000;
  const stated = tidy(Number(rate[1]) - Number(rate[2]));
  const holds = Math.abs(computed - stated) <= 1.5 * 10 ** -decimals;
  return [
    {
      start: span.start + rate.index,
      end: span.start + rate.index + rate[0].length,
      type: "consistency",
      claim: "the two rates and the deaths agree on one base",
      operands: [Number(rate[1]), Number(rate[2]), Number(deaths[1]), Math.round(base)],
      formula: "(a-b) vs c/d*1000",
      stated,
      computed: tidy(computed),
      holds,
      tolerance: `within the rounding of two rates of ${decimals} decimals`,
      note: `the base is implied by the birth rate (${Math.round(base)}), it is not printed`,
    },
  ];
}
