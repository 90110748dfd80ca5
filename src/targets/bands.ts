import type { Span } from "../span.js";

/** A band before its consequences are linked; offsets in the folded text. */
export interface PrintedBand extends Span {
  readonly min: number | null;
  readonly min_inclusive: boolean | null;
  readonly max: number | null;
  /** null where 以下 leaves open whether the end belongs to it */
  readonly max_inclusive: boolean | null;
}

const N = "(\\d{1,3}(?:\\.\\d+)?)";
const IN = `(?:\\((不含|含)(?:本数|${N}分)?\\))?`;
const FALLING = new RegExp(`低于${N}分${IN}[-至到~]+${N}分${IN}`, "y");
const RISING = new RegExp(`${N}分?以上${IN},?(?:但?(?:不足|不满|低于|未达)${N}分|${N}分?以下${IN})`, "y");
const RANGE = new RegExp(`${N}分?[-至到~]+${N}分${IN}`, "y");
const ABOVE = new RegExp(`${N}分?(?:及)?以上${IN}`, "y");
const UNDER = new RegExp(`(?:不足|低于|不满|未达到?)${N}分?${IN}`, "y");
const BELOW = new RegExp(`${N}分?(?:及)?以下${IN}`, "y");
const SCORE = /(?:评分|得分|总分|分数|积分|成绩|综合分|考核分|计分)[^,。;:()]{0,8}$/;

/** Ranges of a score that a stretch of folded text names: 90分以上的, 低于90分(不含90分)-80分(含80分)的, 不足70分的. */
export function bandsIn(text: string, span: Span): PrintedBand[] {
  const found: PrintedBand[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (!/[\d低不未]/.test(text[at] as string) || /[\d.]/.test(text[at - 1] ?? " ")) continue;
    const lead = text.slice(Math.max(span.start, at - 20), at);
    if (
      !SCORE.test(lead) &&
      !(found.length > 0 && /(?:[;,]|在)$/.test(lead) && /分/.test(text.slice(at, at + 8)))
    )
      continue;
    const band = readBand(text, at);
    if (
      !band ||
      !/^(?:\([^()]*\))?(?:的|,|者|单位|[评定]?为[优良中合不差基先达一二三])/.test(
        text.slice(band.end, band.end + 24),
      )
    )
      continue;
    if (/^(?:\([^()]*\))?(?:的|者)?,?(?:不|只)?(?:记|计|得)/.test(text.slice(band.end, band.end + 24)))
      continue;
    if (!/分/.test(text.slice(band.start, band.end)) && !SCORE.test(lead)) continue;
    found.push(band);
    at = band.end - 1;
  }
  return found.map((band) => closed(band, found));
}

function readBand(text: string, at: number): PrintedBand | null {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const made = (
    m: RegExpExecArray,
    min: string | undefined,
    minIn: boolean | null,
    max: string | undefined,
    maxIn: boolean | null,
  ): PrintedBand => ({
    start: at,
    end: at + m[0].length,
    min: min === undefined ? null : Number(min),
    min_inclusive: min === undefined ? null : minIn,
    max: max === undefined ? null : Number(max),
    max_inclusive: max === undefined ? null : maxIn,
  });
  const falling = match(FALLING);
  if (falling) return made(falling, falling[4], falling[5] !== "不含", falling[1], falling[2] === "含");
  const rising = match(RISING);
  if (rising) {
    const below = rising[5] !== undefined;
    return made(
      rising,
      rising[1],
      rising[2] !== "不含",
      rising[4] ?? rising[5],
      below ? (rising[6] === undefined ? null : rising[6] === "含") : false,
    );
  }
  const range = match(RANGE);
  if (range && Number(range[1]) !== Number(range[2])) {
    const [a, b] = [range[1] as string, range[2] as string];
    const up = Number(a) < Number(b);
    return made(range, up ? a : b, true, up ? b : a, null);
  }
  const above = match(ABOVE);
  if (above) return made(above, above[1], above[2] !== "不含", undefined, null);
  const under = match(UNDER);
  if (under) return made(under, undefined, null, under[1], under[2] === "含");
  const below = match(BELOW);
  if (below) return made(below, undefined, null, below[1], below[2] === undefined ? null : below[2] === "含");
  return null;
}

/** 以下 includes its end, unless another band has that end already */
function closed(band: PrintedBand, all: readonly PrintedBand[]): PrintedBand {
  if (band.max === null || band.max_inclusive !== null) return band;
  const taken = all.some((b) => b !== band && b.min === band.max && b.min_inclusive === true);
  return { ...band, max_inclusive: !taken };
}
