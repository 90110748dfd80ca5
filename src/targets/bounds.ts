import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { countsIn } from "./counts.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** What numbers cannot be: moves the wrong way, shares of more than everybody, means outside their tiers. */
export function boundClaims(text: string, span: Span): Claim[] {
  return [
    ...sentences(text, span).flatMap((s) => [...directions(text, s), ...impossibleShares(text, s)]),
    ...perHead(text, span),
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
      tolerance: "exact",
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

const SHARE = /([\u4e00-\u9fff]{2,12}[率面])(?:已|均|都)?(突破|超过|达到?|为|是)?(\d+(?:\.\d+)?)%/g;
/** rates of money, plans and growth may exceed 100 % */
const UNBOUNDED =
  /到位|完成|达标|执行|[收征上]缴|缴纳|清收|收取|回收|兑付|增长|增幅|兑现|收入|负债|投资|回报|利用|周转|产销|征收|入库|拨付|自给|覆盖倍|同比|上升|提高/;

/** a coverage of more than everybody; rates of funds or of plans may exceed 100 % */
function impossibleShares(text: string, sentence: Span): Claim[] {
  const found: Claim[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(SHARE)) {
    const value = Number(match[3]);
    const beyond = /突破|超过/.test(match[2] ?? "");
    if (!(value > 100 || (value === 100 && beyond))) continue;
    if (
      UNBOUNDED.test(match[1] as string) ||
      overDone(text.slice(sentence.start, sentence.start + match.index))
    )
      continue;
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

/** 应检820人次，实检830人次，检查率101.2%: the numbers before the rate say already that more was done than was due */
function overDone(words: string): boolean {
  const match =
    /应([检到查访验参])[^,。;\d]{0,6}(\d+)[^,。;\d]{1,3},实\1[^,。;\d]{0,6}(\d+)[^,。;\d]{1,3},[^,。;\d]*$/.exec(
      words.slice(-120),
    );
  return match !== null && Number(match[3]) > Number(match[2]);
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
