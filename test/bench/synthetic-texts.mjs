// Synthetic texts in families: a text of its own, and copies of it with characters exchanged at random places.
import { seededRandom } from "../../dist/stats/random.js";

/**
 * @param count number of texts
 * @param length characters of a text
 * @param edits function of a random stream that gives the number of characters exchanged in a copy
 * @param seed seed of the stream
 * @returns texts, each family in one run
 */
export function textFamilies(count, length, edits, seed) {
  const random = seededRandom(seed);
  const character = () => String.fromCharCode(0x4e00 + random.below(8000));
  const words = Array.from({ length: 5000 }, () => character() + character());
  const word = () => words[Math.floor(words.length ** random.uniform()) - 1]; // log-uniform: few words are met often
  const texts = [];
  while (texts.length < count) {
    const original = Array.from({ length: length / 2 }, word).join("");
    texts.push(original);
    for (let copies = random.below(3); copies > 0 && texts.length < count; copies--) {
      const characters = original.split("");
      for (let left = edits(random); left > 0; left--) characters[random.below(length)] = character();
      texts.push(characters.join(""));
    }
  }
  return texts;
}
