import { createHash } from "node:crypto";
import { JIEBA_VERSION } from "../segmentation/jieba.js";
import { type Cut, cutter, type Engine } from "./cutters.js";
import { type Dictionary, NO_DICTIONARY } from "./dictionary.js";
import { termDictionary } from "./lists.js";
import type { Token } from "./token.js";
import {
  findUnits,
  foldWidth,
  UNIT_KINDS,
  UNIT_PATTERNS_SHA256,
  type Unit,
  type UnitKind,
  unitTerm,
} from "./units.js";

export interface SegmenterOptions {
  /** `jieba` (default), `trie` (the same tokens from our own code, many times faster), `icu` (the Unicode library of this Node), `bigrams` or `characters` of Chinese runs */
  readonly engine?: Engine;
  /** words kept whole, jieba and trie only; default none (see `readDictionary` for ours) */
  readonly dictionary?: Dictionary;
  /** whether jieba guesses words that stand in no dictionary; default true */
  readonly hmm?: boolean;
  /** expressions kept as one token; default all but titles */
  readonly units?: readonly UnitKind[];
  /** whether tokens carry a part of speech, jieba and trie only; default false */
  readonly tags?: boolean;
}

/** A declared way to cut text: what it was made of, and the function that does it. */
export interface Segmenter {
  readonly engine: Engine;
  readonly version: string;
  readonly dictionary: string;
  readonly dictionary_sha256: string;
  readonly hmm: boolean;
  readonly units: readonly UnitKind[];
  /** of the patterns that units are found by; null where none are kept whole */
  readonly units_sha256: string | null;
  readonly tags: boolean;
  /**
   * sha256 over all of the above, first 16 hexadecimal digits; tables made with the segmenter carry it. The engines jieba
   * and trie give the same tokens and share it.
   */
  readonly fingerprint: string;
  /** cuts a text into tokens that cover all of it but white space; spans are in that text */
  readonly segment: (text: string) => Token[];
}

const DEFAULT_UNITS: readonly UnitKind[] = ["document_number", "date", "percent", "amount", "number"];

/**
 * A segmenter from engine, dictionary and options, with a fingerprint of all three.
 *
 * Units are found first and kept whole; what lies between them goes to the engine. Every jieba segmenter has an
 * instance of its own, so no dictionary reaches another segmenter. A word of the dictionary gets the smallest
 * frequency at which jieba keeps it whole, never less than it had (after Sun's `suggest_freq`), or its own if larger.
 *
 * @param options see `SegmenterOptions`
 * @returns the segmenter
 * @throws RangeError for an unknown engine, or a dictionary or tags with an engine other than jieba
 * @example
 * createSegmenter({ engine: "bigrams" }).segment("社会抚养费").map((t) => t.term) // ["社会", "会抚", "抚养", "养费"]
 */
export function createSegmenter(options: SegmenterOptions = {}): Segmenter {
  const { engine = "jieba", dictionary = NO_DICTIONARY, hmm = true, tags = false } = options;
  const units = UNIT_KINDS.filter((kind) => (options.units ?? DEFAULT_UNITS).includes(kind));
  const hasJiebaWords = engine === "jieba" || engine === "trie";
  if (!hasJiebaWords && (dictionary.entries.length > 0 || tags)) {
    throw new RangeError(
      `createSegmenter requires the engine jieba or trie for a dictionary or tags, got ${engine}`,
    );
  }
  const declared = {
    engine,
    version: engineVersion(engine),
    dictionary: dictionary.name,
    dictionary_sha256: dictionary.sha256,
    hmm: hasJiebaWords && hmm,
    units,
    units_sha256: units.length > 0 ? UNIT_PATTERNS_SHA256 : null,
    tags,
  };
  const cutsAlike = { ...declared, engine: engine === "trie" ? "jieba" : engine };
  const fingerprint = createHash("sha256").update(JSON.stringify(cutsAlike)).digest("hex").slice(0, 16);
  const cut = cutter(engine, dictionary, hmm, tags);
  return { ...declared, fingerprint, segment: (text) => segmentWith(cut, units, text) };
}

let inUse: Segmenter | undefined;

/**
 * The segmenter of our own tables: jieba with our dictionary, without guessing unknown words.
 *
 * Guessing (the hidden Markov model) joins what stands beside each other into words that are none (率达, 由市) and makes
 * words of persons' names; what it finds rightly belongs into the dictionary.
 *
 * @returns the segmenter, made once
 * @example
 * studySegmenter().segment("征收社会抚养费").map((t) => t.term) // ["征收", "社会抚养费"]
 */
export function studySegmenter(): Segmenter {
  inUse ??= createSegmenter({ dictionary: termDictionary(), hmm: false });
  return inUse;
}

function engineVersion(engine: Engine): string {
  if (engine === "jieba" || engine === "trie") return JIEBA_VERSION;
  return engine === "icu" ? (process.versions.icu ?? "unknown") : "2";
}

function segmentWith(cut: Cut, kinds: readonly UnitKind[], text: string): Token[] {
  const folded = foldWidth(text);
  const units = findUnits(folded, kinds);
  const tokens: Token[] = [];
  let next = 0; // next unit to be placed
  cut(blankOut(folded, units), (start, end, { term, kind, tag }) => {
    for (; (units[next]?.start ?? Infinity) <= start; next++)
      tokens.push(unitToken(folded, units[next] as Unit));
    if (kind === null) return;
    tokens.push(tag === undefined ? { start, end, term, kind } : { start, end, term, kind, tag });
  });
  for (; next < units.length; next++) tokens.push(unitToken(folded, units[next] as Unit));
  return tokens;
}

/** The text with each unit replaced by line feeds, which no engine joins to a word; lengths are kept. */
function blankOut(text: string, units: readonly Unit[]): string {
  let out = "";
  let from = 0;
  for (const { start, end } of units) {
    out += text.slice(from, start) + "\n".repeat(end - start);
    from = end;
  }
  return out + text.slice(from);
}

function unitToken(text: string, { start, end, kind }: Unit): Token {
  return { start, end, term: unitTerm(text.slice(start, end), kind), kind };
}
