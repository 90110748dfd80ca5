import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable } from "./counts.js";
import { openClaim } from "./judged.js";
import { tidy } from "./rounding.js";
import { groups, sentences } from "./sentences.js";

const NUM = "[一二两三四五六七八九十\\d]{1,3}";
const PHRASE = new RegExp(
  `(?<=占[^,。;:\\d]{0,10}|超过|过|达到?|不足|不到|近|约|[,(]为)(?:总数的?)?(?<word>${NUM}分之${NUM}|(?<![\\d.])(?:[一二两三四五六七八九]|[1-9])成(?![员为立果本绩功长人语都分])|一半|半数|半(?=以[上下]|[,。;)]))(?<after>以上|以下|多|强|左右|弱)?(?=[,。;)\\n、]|$|的)`,
  "g",
);
/** a share in words is no closer than to the tenth that it names */
const NEAR = 0.05;

/** A share in words with what its words ask of the quotient. */
interface WordShare extends Span {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Shares in words against the counts before them: 18个派出所中12个达标，占三分之二; 党员47人，占半数以上.
 *
 * 以上, 超过 and 多 ask for more, 不足, 近 and 以下 for less than the share; without them it may be off by half a tenth, as words are. A share
 * that misses is accused only where the text says of which whole (…中, 其中); otherwise the base is not said.
 */
export function wordShareClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const shares = wordSharesIn(text, sentence);
    if (shares.length === 0) return [];
    const counts = countsIn(text, sentence).filter(isUsable);
    return shares.flatMap((share) => {
      const claim = shareOf(text, sentence, share, counts);
      return claim ? [claim] : [];
    });
  });
}

function wordSharesIn(text: string, sentence: Span): WordShare[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(PHRASE)].flatMap((match) => {
    const { word, after } = match.groups as { word: string; after?: string };
    const share = shareOfWord(word);
    const start = sentence.start + match.index;
    const before = text.slice(Math.max(sentence.start, start - 4), start);
    if (share === null || share <= 0 || share > 1) return [];
    const more = /以上|多|强/.test(after ?? "") || /(?:超过|[已均超]过|过)$/.test(before);
    const less = /以下|弱/.test(after ?? "") || /(?:不足|不到|近)$/.test(before);
    return [
      {
        start,
        end: start + match[0].length,
        share,
        low: more ? share : share - (less ? 2 * NEAR : NEAR),
        high: more ? share + (/多|强/.test(after ?? "") ? 2 * NEAR : 1) : less ? share : share + NEAR,
      },
    ];
  });
}

/** The share that a word names: 三分之二, 四成, 一半; null for none. */
export function shareOfWord(word: string): number | null {
  if (word.includes("半")) return 0.5;
  const [a, b] = word.split(/分之|成/).map((w) => readNumeral(w, 0)?.value ?? null);
  if (word.endsWith("成")) return a === null || a === undefined ? null : a / 10;
  return a && b ? b / a : null;
}

function shareOf(text: string, sentence: Span, share: WordShare, counts: readonly Count[]): Claim | null {
  const before = counts.filter((c) => c.end <= share.start);
  const part = before.at(-1);
  if (!part || /;/.test(text.slice(part.end, share.start)) || share.start - part.end > 30) return null;
  const wholes = before.filter(
    (c) => c !== part && c.unit === part.unit && (c.value as number) >= (part.value as number),
  );
  const quotient = (whole: Count): number => (part.value as number) / (whole.value as number);
  const fits = (whole: Count): boolean =>
    quotient(whole) >= share.low - 1e-9 && quotient(whole) <= share.high + 1e-9;
  const group =
    groups(text, sentence).find((g) => g.start <= share.start && share.start <= g.end) ?? sentence;
  const said = wholes.find(
    (c) =>
      c.start >= group.start &&
      /^[^,。;]{0,12}(?:中|里|内)|^[^。;]{0,20}其中/.test(text.slice(c.end, part.start)) &&
      !/^[^,。;]{0,6}其中[^。;]*\d/.test(text.slice(c.end, part.start)),
  );
  const whole = wholes.findLast(fits) ?? said;
  const base = {
    start: Math.min(part.from, whole?.from ?? part.from),
    end: share.end,
    type: "share" as const,
    claim: `${part.printed}${part.unit} are ${text.slice(share.start, share.end)}`,
    operands: [part.value, whole?.value ?? null],
    formula: "a/b",
  };
  const stated = tidy(share.share * 100);
  if (!whole) return openClaim(base, stated, "the base is not printed");
  const holds = fits(whole);
  const percent = tidy(quotient(whole) * 100);
  return {
    ...base,
    stated,
    computed: percent,
    holds,
    tolerance: "as the words say: more, less, or within half a tenth",
    note: holds ? "" : `the printed numbers give ${percent.toFixed(1)} percent`,
  };
}
