/** One text reduced to its terms: what counting needs. */
export interface TermText {
  /** name of the text, unique in its list, such as `002.txt#3` */
  readonly id: string;
  readonly terms: readonly string[];
  /** weight of the text in counts, at least 0; default 1 */
  readonly weight?: number;
}

/** A row of a long table of counts: so often does a term stand in a text. */
export interface TermCount {
  readonly id: string;
  readonly term: string;
  readonly count: number;
}

/**
 * How often each term stands in each text: a sparse matrix by rows.
 *
 * Row i holds, for j from `rowStart[i]` to `rowStart[i + 1]`, the count `counts[j]` of the term `terms[columns[j]]`.
 */
export interface DocumentFeatureMatrix {
  readonly documents: readonly string[];
  /** terms in code-point order */
  readonly terms: readonly string[];
  readonly rowStart: Int32Array;
  readonly columns: Int32Array;
  readonly counts: Float64Array;
  /** weight of each text */
  readonly weights: Float64Array;
}

/**
 * The document-feature matrix of a list of texts.
 *
 * @param texts texts with their terms; texts with one id are added up
 * @returns the matrix, documents in the order of first appearance, terms in code-point order
 * @throws RangeError when a weight is negative or not finite, or differs for one id
 * @example
 * documentFeatureMatrix([{ id: "a", terms: ["罚款", "罚款"] }]).counts // new Float64Array([2])
 */
export function documentFeatureMatrix(texts: readonly TermText[]): DocumentFeatureMatrix {
  const weights = new Map<string, number>();
  const rows = new Map<string, Map<string, number>>();
  for (const { id, terms, weight = 1 } of texts) {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`documentFeatureMatrix requires weights of at least 0, got ${weight} for ${id}`);
    }
    if ((weights.get(id) ?? weight) !== weight) {
      throw new RangeError(`documentFeatureMatrix requires one weight a text, got two for ${id}`);
    }
    weights.set(id, weight);
    const row = rows.get(id) ?? new Map<string, number>();
    rows.set(id, row);
    for (const term of terms) row.set(term, (row.get(term) ?? 0) + 1);
  }
  return assemble(rows, weights);
}

/**
 * The document-feature matrix of a long table of counts, such as the committed `data/study/terms.csv`.
 *
 * @param rows counts; rows with one id and term are added up
 * @param weights weight by id; default 1
 * @returns the matrix
 * @throws RangeError when a count is negative or not finite
 * @example
 * matrixOfCounts([{ id: "a", term: "罚款", count: 2 }]).terms // ["罚款"]
 */
export function matrixOfCounts(
  rows: readonly TermCount[],
  weights: ReadonlyMap<string, number> = new Map(),
): DocumentFeatureMatrix {
  const byDocument = new Map<string, Map<string, number>>();
  for (const { id, term, count } of rows) {
    if (!(count >= 0 && Number.isFinite(count))) {
      throw new RangeError(`matrixOfCounts requires counts of at least 0, got ${count} for ${term}`);
    }
    const row = byDocument.get(id) ?? new Map<string, number>();
    byDocument.set(id, row);
    if (count > 0) row.set(term, (row.get(term) ?? 0) + count);
  }
  return assemble(byDocument, weights);
}

function assemble(
  rows: ReadonlyMap<string, ReadonlyMap<string, number>>,
  weights: ReadonlyMap<string, number>,
): DocumentFeatureMatrix {
  const vocabulary = new Set<string>();
  let cells = 0;
  for (const row of rows.values()) {
    cells += row.size;
    for (const term of row.keys()) vocabulary.add(term);
  }
  const terms = [...vocabulary].sort(byCodePoint);
  const index = new Map(terms.map((term, i) => [term, i]));
  const rowStart = new Int32Array(rows.size + 1);
  const columns = new Int32Array(cells);
  const counts = new Float64Array(cells);
  let cell = 0;
  let i = 0;
  for (const row of rows.values()) {
    const sorted = [...row].map(([term, n]) => [index.get(term)!, n] as const).sort((a, b) => a[0] - b[0]);
    for (const [column, count] of sorted) {
      columns[cell] = column;
      counts[cell++] = count;
    }
    rowStart[++i] = cell;
  }
  const documents = [...rows.keys()];
  return {
    documents,
    terms,
    rowStart,
    columns,
    counts,
    weights: Float64Array.from(documents, (d) => weights.get(d) ?? 1),
  };
}

/** Adds the rows of documents that a key puts into one group (by source, genre, level, year …); weights multiply in. */
export function groupMatrix(
  matrix: DocumentFeatureMatrix,
  group: (document: string) => string | null,
): DocumentFeatureMatrix {
  const rows: TermCount[] = [];
  eachCell(matrix, (row, column, count) => {
    const id = group(matrix.documents[row]!);
    const weighted = count * matrix.weights[row]!;
    if (id !== null && weighted > 0) rows.push({ id, term: matrix.terms[column]!, count: weighted });
  });
  return matrixOfCounts(rows);
}

/**
 * A dense table of some terms of a matrix, one row a document, for `correspondenceAnalysis`.
 *
 * @param matrix counts by document; weights are not looked at
 * @param terms columns of the table, in this order
 * @example
 * termTable(documentFeatureMatrix([{ id: "a", terms: ["x", "y", "x"] }]), ["x", "z"]) // [[2, 0]]
 */
export function termTable(matrix: DocumentFeatureMatrix, terms: readonly string[]): number[][] {
  const place = new Map(terms.map((term, i) => [term, i]));
  const table = matrix.documents.map(() => terms.map(() => 0));
  eachCell(matrix, (row, column, count) => {
    const at = place.get(matrix.terms[column]!);
    if (at !== undefined) table[row]![at] = count;
  });
  return table;
}

/** Calls back for every cell that is not empty: row, column, count (unweighted). */
export function eachCell(
  { documents, rowStart, columns, counts }: DocumentFeatureMatrix,
  visit: (row: number, column: number, count: number) => void,
): void {
  for (let row = 0; row < documents.length; row++) {
    for (let j = rowStart[row]!; j < rowStart[row + 1]!; j++) visit(row, columns[j]!, counts[j]!);
  }
}

/** Code-point order of strings (UTF-16 order would put astral characters before U+E000 to U+FFFF). */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rankOfUnit(x) - rankOfUnit(y);
  }
  return a.length - b.length;
}

// surrogates stand for code points above U+FFFF, so they sort after every other unit
function rankOfUnit(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
