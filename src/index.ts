// Public API of guizhang, grouped by stage. What is not listed here is private.

// spans
export { contains, overlaps, type Span, slice } from "./span.js";

// seeded randomness
export { mixBits, type Random, type RandomState, seededRandom, shuffled } from "./stats/random.js";

// quantities
export { fold } from "./quantities/fold.js";
export { readNumeral } from "./quantities/numerals.js";
export { quantities } from "./quantities/quantities.js";
export { type Interval, QUANTITY_KINDS, type Quantity, type QuantityKind } from "./quantities/records.js";

// corpus: files to documents
export { DecodingError, decode } from "./corpus/decode.js";
export type { Encoding, SourceDocument } from "./corpus/document.js";
export { compareWithManifest, type ManifestComparison, type ManifestRow } from "./corpus/manifest.js";
export { sha256 } from "./corpus/provenance.js";
export {
  type Corpus,
  listTexts,
  type ReadOptions,
  type ReadProblem,
  readCorpus,
  readText,
  type TextFile,
} from "./corpus/read.js";

// tables as CSV
export { type Column, fromCsv, toCsv } from "./csv.js";
