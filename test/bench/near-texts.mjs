// The texts that both ways of finding near-duplicates get: families of 1,200 characters with up to 60 characters exchanged,
// every other copy with so many that its similarity comes near 0.8.
import { contentOf, shingleSequence, shingleSet } from "../../dist/duplicates/shingles.js";
import { textFamilies } from "./synthetic-texts.mjs";

export function shinglesOf(count) {
  const edits = (random) => (random.below(2) === 0 ? random.below(61) : 20 + random.below(16));
  return textFamilies(count, 1200, edits, 7).map((text) => shingleSet(shingleSequence(contentOf(text))));
}
