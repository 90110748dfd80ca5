import type { Edit, RepairedText } from "./repaired-text.js";

/**
 * A repaired text made from a text and its edits.
 *
 * @param source the document's source, carried into the result
 * @param raw the text as read
 * @param edits sorted by start, not overlapping, none of them empty
 * @returns the repaired text with the edits that made it
 * @throws RangeError when the edits are unsorted, overlap, are empty or reach outside the text
 */
export function editText(source: string, raw: string, edits: readonly Edit[]): RepairedText {
  const pieces: string[] = [];
  let done = 0;
  for (const edit of edits) {
    if (!(edit.start >= done && edit.end > edit.start && edit.end <= raw.length)) {
      throw new RangeError(
        `editText requires sorted, separate, non-empty edits inside the text, got ${edit.start}..${edit.end}`,
      );
    }
    pieces.push(raw.slice(done, edit.start), edit.replacement);
    done = edit.end;
  }
  pieces.push(raw.slice(done));
  return { source, raw, text: edits.length === 0 ? raw : pieces.join(""), edits };
}
