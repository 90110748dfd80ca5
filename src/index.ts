// Public API of guizhang, grouped by stage. What is not listed here is private.

// quantities
export { fold } from "./quantities/fold.js";
export { readNumeral } from "./quantities/numerals.js";
export { quantities } from "./quantities/quantities.js";
export { type Interval, QUANTITY_KINDS, type Quantity, type QuantityKind } from "./quantities/records.js";
// spans
export { contains, overlaps, type Span, slice } from "./span.js";

// seeded randomness
export { mixBits, type Random, type RandomState, seededRandom, shuffled } from "./stats/random.js";
