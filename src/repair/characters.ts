/** Whether a character is a Chinese character (a code unit of the basic plane, or 〇). */
export function isHan(character: string | undefined): boolean {
  if (character === undefined || character === "") return false;
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** How often single Chinese characters and adjacent pairs of them occur in a text: what its own words look like. */
export interface CharacterCounts {
  readonly single: (character: string) => number;
  readonly pair: (first: string, second: string) => number;
}

/** Counts Chinese characters and pairs of adjacent ones of a text, when first asked for: most texts never are. */
export function countCharacters(text: string): CharacterCounts {
  let counts: ReadonlyMap<number, number> | undefined; // of a character by its code, of a pair by both
  const countOf = (key: number): number => {
    counts ??= countsByCode(text);
    return counts.get(key) ?? 0;
  };
  return {
    single: (character) => countOf(character.charCodeAt(0)),
    pair: (first, second) => countOf(first.charCodeAt(0) * 0x10000 + second.charCodeAt(0)),
  };
}

function countsByCode(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = isHan(text[i]) ? text.charCodeAt(i) : 0;
    if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + 1);
    const pair = before * 0x10000 + code;
    if (before !== 0 && code !== 0) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    before = code;
  }
  return counts;
}

/**
 * How surely two characters belong to one word, judged by the text itself: the larger of the shares of the first
 * character's occurrences that the second follows, and of the second's that the first precedes; 0 for a pair that
 * occurs less than twice.
 */
export function bond({ single, pair }: CharacterCounts, first: string, second: string): number {
  const together = pair(first, second);
  return together < 2 ? 0 : Math.max(together / single(first), together / single(second));
}
