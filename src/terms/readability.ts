/** Readability of a Chinese text; larger is harder. */
export interface Readability {
  /** characters (signs included) per sentence */
  readonly sentence_length: number;
  /** adverbs and conjunctions per word */
  readonly function_share: number;
  /** mean of the two */
  readonly readability: number;
}

/**
 * Readability of a Chinese text after Xu, Yao and Chen, as cntext computes it from counts.
 *
 * R = (characters/sentences + adverbs and conjunctions/words)/2. The first term is far larger than the second, so R is in
 * effect the length of the sentences; the second depends on segmenter and word lists. Made for annual reports, not for
 * policy texts: a figure to compare texts of one genre with, no more.
 *
 * @param counts characters, sentences, words, and adverbs with conjunctions among the words
 * @returns the three figures; null for a text without sentences or words
 * @example
 * readability({ characters: 28, sentences: 1, words: 20, functionWords: 3 }) // { sentence_length: 28, function_share: 0.15, readability: 14.075 }
 * @see Xu, Yao and Chen 2021, on the readability of annual reports (in Chinese), as cited by cntext 1.9
 */
export function readability(counts: {
  readonly characters: number;
  readonly sentences: number;
  readonly words: number;
  readonly functionWords: number;
}): Readability | null {
  const { characters, sentences, words, functionWords } = counts;
  if (sentences === 0 || words === 0) return null;
  const sentence_length = characters / sentences;
  const function_share = functionWords / words;
  return { sentence_length, function_share, readability: (sentence_length + function_share) / 2 };
}
