// Public API of guizhang, grouped by stage. What is not listed here is private.

// spans
export { contains, overlaps, type Span, slice } from "./span.js";

// seeded randomness
export { mixBits, type Random, type RandomState, seededRandom, shuffled } from "./stats/random.js";
