/** Whether a character is a Chinese character (a code unit of the basic plane, or 〇). */
export function isHan(character: string | undefined): boolean {
  if (character === undefined || character === "") return false;
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** How often single Chinese characters and adjacent pairs of them occur in a text: what its own words look like. */
export interface CharacterCounts {
  readonly single: ReadonlyMap<string, number>;
  readonly pair: ReadonlyMap<string, number>;
}

/** Counts Chinese characters and pairs of adjacent ones. */
export function countCharacters(text: string): CharacterCounts {
  const single = new Map<string, number>();
  const pair = new Map<string, number>();
  let before = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (!isHan(character)) {
      before = "";
      continue;
    }
    single.set(character, (single.get(character) ?? 0) + 1);
    if (before !== "") pair.set(before + character, (pair.get(before + character) ?? 0) + 1);
    before = character;
  }
  return { single, pair };
}

/**
 * How surely two characters belong to one word, judged by the text itself: the larger of the shares of the first
 * character's occurrences that the second follows, and of the second's that the first precedes; 0 for a pair that
 * occurs less than twice.
 */
export function bond({ single, pair }: CharacterCounts, first: string, second: string): number {
  const together = pair.get(first + second) ?? 0;
  if (together < 2) return 0;
  return Math.max(together / (single.get(first) ?? 1), together / (single.get(second) ?? 1));
}
