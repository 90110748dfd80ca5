import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, scaleOf } from "./counts.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** Parts that cannot be more than the whole that is printed before them. */
export function subsetClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence);
    const due = dueAndDone(counts);
    return [...due, ...steps(counts).filter((c) => !due.some((d) => d.start < c.end && c.start < d.end))];
  });
}

/** what comes in persons, households or times, and cannot be done more often than it is due */
const HEADS = /^(?:人|人次|户|户次|例|例次|件|个)$/;

/** 应检820人次，实检796人次: what was done of what was due, next to each other and in one word */
function dueAndDone(counts: readonly Count[]): Claim[] {
  return counts.flatMap((done, i) => {
    const due = counts[i - 1];
    const act = /实([检到查访验参])/.exec(done.label)?.[1];
    if (!due || act === undefined || due.unit !== done.unit || !HEADS.test(done.unit)) return [];
    if (!due.label.includes(`应${act}`) || due.value === null || done.value === null) return [];
    if (due.about || done.about) return [];
    const holds = done.value <= due.value;
    return [
      {
        tolerance: "exact",
        start: due.from,
        end: done.end,
        type: "subset" as const,
        claim: `${done.printed} done of ${due.printed} due`,
        operands: [done.value, due.value],
        formula: "a<=b",
        stated: due.value,
        computed: done.value,
        holds,
        note: holds ? "" : "more was done than was due",
      },
    ];
  });
}

const NARROWS =
  /里面|当中|已婚|已有$|只有$|仅有$|其中有$|查出|患病|患有|发现|治疗|治愈|安置|解决|整改|实施|采取|办结|合格|获/;

/** 查出患病A人，实施治疗B人，治愈C人: each at most the one before */
function steps(counts: readonly Count[]): Claim[] {
  const found: Claim[] = [];
  counts.forEach((b, i) => {
    const a = counts
      .slice(0, i)
      .filter((c) => c.unit === b.unit)
      .at(-1);
    if (!a || a.value === null || b.value === null || a.about || b.about) return;
    if (!NARROWS.test(b.label) || /应|未|没有/.test(b.label) || b.start - a.end > 60) return;
    const holds = b.value <= a.value ? true : null;
    const scale = scaleOf([a, b]);
    found.push({
      tolerance: "exact",
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
