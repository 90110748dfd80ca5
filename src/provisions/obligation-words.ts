/** How often a text obliges and forbids: a baseline that knows neither who, nor for what, nor how much. */
export interface ObligationWords {
  /** 应当, 应该 */
  readonly shall: number;
  /** 必须, 须 as a word of its own is left out: it is mostly part of another */
  readonly must: number;
  /** 不得, 不准, 不能 is left out: it mostly says what is impossible */
  readonly may_not: number;
  /** 禁止, 严禁 */
  readonly prohibited: number;
  readonly total: number;
  /** per 1,000 characters that are not white space; null for an empty text */
  readonly per_thousand: number | null;
}

const WORDS = {
  shall: /应当|应该/g,
  must: /必须/g,
  may_not: /不得|不准/g,
  prohibited: /禁止|严禁/g,
} as const;

/**
 * Counts the words of obligation and prohibition, the Chinese counterpart of RegData's five terms.
 *
 * @param text any text
 * @returns the counts, their sum and their rate
 * @example
 * obligationWords("经营者应当明码标价，不得哄抬价格。").total // 2
 * @see Al-Ubaydli and McLaughlin 2017, RegData, doi:10.1111/rego.12107
 */
export function obligationWords(text: string): ObligationWords {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const shall = count(WORDS.shall);
  const must = count(WORDS.must);
  const may_not = count(WORDS.may_not);
  const prohibited = count(WORDS.prohibited);
  const total = shall + must + may_not + prohibited;
  const characters = text.replace(/\s/g, "").length;
  return {
    shall,
    must,
    may_not,
    prohibited,
    total,
    per_thousand: characters === 0 ? null : (1000 * total) / characters,
  };
}
