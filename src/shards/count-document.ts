import type { SourceDocument } from "../corpus/document.js";
import { PART_THRESHOLDS } from "../duplicates/kinds.js";
import { comparedTexts } from "../duplicates/near-duplicates.js";
import { contentOf, shingleSequence, shingleSet } from "../duplicates/shingles.js";
import { consequences } from "../provisions/consequences.js";
import type { Consequence } from "../provisions/records.js";
import type { Part } from "../structure/records.js";
import { structure } from "../structure/structure.js";
import { selectTerms } from "../terms/selection.js";
import { tokensByPart } from "../terms/tokens.js";
import type { Tools } from "./settings.js";

/** What one part of a document adds to its shard. */
export interface CountedPart {
  readonly part: Part;
  readonly terms: readonly string[];
  readonly consequences: readonly Consequence[];
  /** letters, digits and Chinese characters in it; of copies the longest counts */
  readonly size: number;
  /** characters of noise in it; of equally long copies the cleanest counts */
  readonly noise: number;
  /** its shingles, null where it is too short to be a copy or copies are not looked for */
  readonly shingles: Uint32Array | null;
}

/**
 * Terms, consequences and shingles of the parts of a document.
 *
 * @param document as read
 * @param tools segmenter, selection and rules
 * @returns an entry a part, in text order; none for a document without text
 */
export function countDocument(
  document: SourceDocument,
  { segmenter, rules, settings }: Tools,
): CountedPart[] {
  const structured = structure(document);
  const found = consequences(structured, { rules });
  const texts = new Map(comparedTexts(structured).map((text) => [text.part, text]));
  return tokensByPart(structured, segmenter).map(({ part: label, tokens }, i): CountedPart => {
    const text = texts.get(label)!;
    const content = contentOf(text.text);
    const shingles = settings.copies ? shingleSet(shingleSequence(content)) : new Uint32Array(0);
    return {
      part: structured.parts[i]!,
      terms: selectTerms(tokens, settings.selection),
      consequences: found.filter(({ part }) => part === label),
      size: content.characters.length,
      noise: text.noise ?? 0,
      shingles: shingles.length >= PART_THRESHOLDS.minimum ? shingles : null,
    };
  });
}
