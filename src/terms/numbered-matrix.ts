import { byCodePoint, type DocumentFeatureMatrix } from "./matrix.js";

/** A text as `TermCounter` counts it: the number of each of its terms followed by how often it stands in it. */
export interface NumberedText {
  readonly id: string;
  readonly counts: Uint32Array;
}

/**
 * The document-feature matrix of texts whose terms were counted by number, so that no text or token need be kept.
 *
 * @param texts texts with their counts; those with one id are added up
 * @param termOf the term of each number
 * @param weights weight by id; default 1
 * @returns the matrix, documents in the order of first appearance, terms in code-point order
 * @example
 * matrixOfNumbers([{ id: "a", counts: Uint32Array.of(1, 2) }], ["处罚", "罚款"]).terms // ["罚款"]
 */
export function matrixOfNumbers(
  texts: readonly NumberedText[],
  termOf: readonly string[],
  weights: ReadonlyMap<string, number> = new Map(),
): DocumentFeatureMatrix {
  const rows = new Map<string, Uint32Array[]>();
  const met = new Set<number>();
  for (const { id, counts } of texts) {
    const row = rows.get(id);
    if (row) row.push(counts);
    else rows.set(id, [counts]);
    for (let i = 0; i < counts.length; i += 2) met.add(counts[i]!);
  }
  const numbers = [...met].sort((a, b) => byCodePoint(termOf[a]!, termOf[b]!));
  const columnOf = new Map(numbers.map((number, column) => [number, column]));
  const most = texts.reduce((sum, text) => sum + text.counts.length / 2, 0);
  const columns = new Int32Array(most);
  const counts = new Float64Array(most);
  const rowStart = new Int32Array(rows.size + 1);
  let cell = 0;
  for (const [i, row] of [...rows.values()].entries()) {
    for (const [column, count] of cellsOf(row, columnOf)) {
      columns[cell] = column;
      counts[cell++] = count;
    }
    rowStart[i + 1] = cell;
  }
  const documents = [...rows.keys()];
  return {
    documents,
    terms: numbers.map((number) => termOf[number]!),
    rowStart,
    columns: columns.subarray(0, cell),
    counts: counts.subarray(0, cell),
    weights: Float64Array.from(documents, (id) => weights.get(id) ?? 1),
  };
}

/** Column and count of each term of one text, in the order of the columns. */
function cellsOf(texts: readonly Uint32Array[], columnOf: ReadonlyMap<number, number>): [number, number][] {
  const cells = new Map<number, number>();
  for (const counts of texts) {
    for (let i = 0; i < counts.length; i += 2) {
      const column = columnOf.get(counts[i]!)!;
      cells.set(column, (cells.get(column) ?? 0) + counts[i + 1]!);
    }
  }
  return [...cells].sort((a, b) => a[0] - b[0]);
}
