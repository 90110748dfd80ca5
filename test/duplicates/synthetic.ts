import type { ComparedText } from "../../src/duplicates/records.js";
import type { Random } from "../../src/stats/random.js";

const FIRST = 0x4e00;
const CHARACTERS = 2500;

/** Running text of Chinese characters without meaning, a mark after every 9 to 28 characters and a break now and then. */
export function syntheticText(length: number, random: Random): string {
  let text = "";
  let clause = 9 + random.below(20);
  for (let i = 0; i < length; i++) {
    text += character(random);
    if (--clause > 0) continue;
    text += random.below(4) === 0 ? "。\n" : "，";
    clause = 9 + random.below(20);
  }
  return text;
}

/** A copy with this many content characters replaced, evenly spread, so that each costs five shingles. */
export function withReplacements(text: string, count: number, random: Random): string {
  const characters = [...text];
  const places = characters.flatMap((c, i) => (c >= "一" && c <= "龥" ? [i] : []));
  for (let k = 0; k < count; k++) {
    const at = places[Math.floor(((k + 0.5) * places.length) / count)] as number;
    let other = character(random);
    while (other === characters[at]) other = character(random);
    characters[at] = other;
  }
  return characters.join("");
}

export function asTexts(texts: readonly string[]): ComparedText[] {
  return texts.map((text, i) => ({
    source: `${String(i).padStart(4, "0")}.txt`,
    part: "1",
    start: 0,
    end: text.length,
    text,
  }));
}

function character(random: Random): string {
  return String.fromCharCode(FIRST + random.below(CHARACTERS));
}
