import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn } from "./counts.js";
import { exactClaim, held, roundedClaim } from "./judged.js";
import { decimalsOf, tidy } from "./rounding.js";
import { commonRun, sentences } from "./sentences.js";

const RESULT =
  /(?:总分|总得分|总成绩|综合得分|综合成绩|最[后终]得分|实际?得分|合计得?|最终成绩|折算得分)(?:为|是|达到?)?$/;
const LESS = /扣|减/;
/** words that say how points come to a result: what was there, what was added and what was taken away */
const STEP = /基本分|基础分|起评分|加|扣|减/;
/** 季度考核得分×40%+年终考核得分×60% */
const FORMULA = /(?:[\u4e00-\u9fff]{2,10}(?:\([^()]{0,12}\))?[×xX*]\d{1,3}%[+＋]?){2,}/g;
const TERM = /([\u4e00-\u9fff]{2,10})(?:\([^()]{0,12}\))?[×xX*](\d{1,3})%/g;

interface Weight {
  readonly name: string;
  readonly weight: number;
}

/** Scores that a text computes: 基本分85分，加6分，扣3.5分，总分87.5分; a result by the weights that the text prints. */
export function scoreBalanceClaims(text: string, span: Span): Claim[] {
  const formulas = [...text.slice(span.start, span.end).matchAll(FORMULA)].map((m) => ({
    end: span.start + m.index + m[0].length,
    weights: [...m[0].matchAll(TERM)].map((t) => ({ name: t[1] as string, weight: Number(t[2]) / 100 })),
  }));
  return sentences(text, span).flatMap((sentence) => {
    const scores = countsIn(text, sentence).filter((c) => c.unit === "分" && c.value !== null);
    return scores.flatMap((result, i) => {
      if (!RESULT.test(result.label)) return [];
      const last = scores.slice(0, i).findLastIndex((c) => RESULT.test(c.label));
      const parts = scores.slice(last + 1, i);
      if (parts.length < 2 || text.slice((parts[0] as Count).end, result.start).includes(";")) return [];
      const formula = formulas.findLast((f) => f.end <= result.start);
      const claim = (formula && weighted(parts, result, formula.weights)) ?? added(parts, result);
      return claim ? [claim] : [];
    });
  });
}

function weighted(parts: readonly Count[], result: Count, weights: readonly Weight[]): Claim | null {
  const terms = weights.map((w) => ({ ...w, part: partCalled(parts, w.name) }));
  if (terms.some((t) => !t.part) || new Set(terms.map((t) => t.part)).size !== parts.length) return null;
  return roundedClaim(
    {
      ...spanOf(parts, result),
      type: "sum",
      claim: `the weighted parts make ${result.printed}分`,
      operands: terms.map((t) => tidy((t.part?.value as number) * t.weight)),
      formula: terms.map((t) => `${t.part?.value}*${t.weight}`).join("+"),
    },
    terms.reduce((sum, t) => sum + (t.part?.value as number) * t.weight, 0),
    result.value as number,
    decimalsOf(result.printed),
  );
}

/** the part whose words share most with the name of a weight, two characters at least */
function partCalled(parts: readonly Count[], name: string): Count | undefined {
  const core = name.replace(/(?:得分|成绩|分数|分)$/, "");
  const shared = parts.map((p) => commonRun(p.label, core));
  const most = Math.max(...shared);
  return most >= 2 ? parts[shared.indexOf(most)] : undefined;
}

/** the sum of the steps; without a word that says what is added or taken away it is a claim only where it holds */
function added(parts: readonly Count[], result: Count): Claim | null {
  const values = parts.map((p) => (LESS.test(p.label) ? -(p.value as number) : (p.value as number)));
  const computed = tidy(values.reduce((sum, v) => sum + v, 0));
  const claim = exactClaim(
    {
      ...spanOf(parts, result),
      type: "sum",
      claim: `the points make ${result.printed}分`,
      operands: values,
      formula: "sum",
    },
    computed,
    result.value as number,
    `the points make ${computed}`,
  );
  const stepped = parts.some((p) => STEP.test(p.label)) && parts.every((p) => !/每|以[上下]/.test(p.label));
  return stepped ? claim : held(claim);
}

const spanOf = (parts: readonly Count[], result: Count): Span => ({
  start: (parts[0] as Count).from,
  end: result.end,
});
