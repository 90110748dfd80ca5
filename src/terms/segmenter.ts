import { createHash } from "node:crypto";
import { type Dictionary, NO_DICTIONARY } from "./dictionary.js";
import { JIEBA_VERSION, type Jieba, newJieba } from "./jieba.js";
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

export type Engine = "jieba" | "icu" | "bigrams" | "characters";

export interface SegmenterOptions {
  /** `jieba` (default), `icu` (the Unicode library of this Node), `bigrams` or `characters` of Chinese runs */
  readonly engine?: Engine;
  /** words kept whole, jieba only; default none (see `readDictionary` for ours) */
  readonly dictionary?: Dictionary;
  /** whether jieba guesses words that stand in no dictionary; default true */
  readonly hmm?: boolean;
  /** expressions kept as one token; default all but titles */
  readonly units?: readonly UnitKind[];
  /** whether tokens carry a part of speech, jieba only; default false */
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
  /** sha256 over all of the above, first 16 hexadecimal digits; tables made with the segmenter carry it */
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
  if (engine !== "jieba" && (dictionary.entries.length > 0 || tags)) {
    throw new RangeError(`createSegmenter requires the engine jieba for a dictionary or tags, got ${engine}`);
  }
  const declared = {
    engine,
    version: engineVersion(engine),
    dictionary: dictionary.name,
    dictionary_sha256: dictionary.sha256,
    hmm: engine === "jieba" && hmm,
    units,
    units_sha256: units.length > 0 ? UNIT_PATTERNS_SHA256 : null,
    tags,
  };
  const fingerprint = createHash("sha256").update(JSON.stringify(declared)).digest("hex").slice(0, 16);
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
  if (engine === "jieba") return JIEBA_VERSION;
  return engine === "icu" ? (process.versions.icu ?? "unknown") : "1";
}

interface Piece {
  /** offset of the piece in the text that was cut */
  readonly at: number;
  readonly word: string;
  readonly tag?: string;
}
type Cut = (text: string) => Piece[];

function cutter(engine: Engine, dictionary: Dictionary, hmm: boolean, tags: boolean): Cut {
  switch (engine) {
    case "jieba": {
      const jieba = newJieba();
      addWords(jieba, dictionary);
      return tags
        ? (text) => inOrder(jieba.tag(text, hmm))
        : (text) => inOrder(jieba.cut(text, hmm).map((word) => ({ word })));
    }
    case "icu": {
      const icu = new Intl.Segmenter("zh", { granularity: "word" });
      return (text) => Array.from(icu.segment(text), ({ segment, index }) => ({ word: segment, at: index }));
    }
    case "bigrams":
      return (text) => characterGrams(text, 2);
    case "characters":
      return (text) => characterGrams(text, 1);
    default:
      throw new RangeError(`createSegmenter requires one of jieba, icu, bigrams, characters, got ${engine}`);
  }
}

function inOrder(words: readonly { readonly word: string; readonly tag?: string }[]): Piece[] {
  let at = 0;
  return words.map((piece) => {
    const placed = { ...piece, at };
    at += piece.word.length;
    return placed;
  });
}

/** Adds short words before long ones, so that a long word's frequency is reckoned against its parts as they now are. */
export function addWords(jieba: Jieba, { entries }: Dictionary): void {
  const byLength = [...entries].sort((a, b) => a.word.length - b.word.length || (a.word < b.word ? -1 : 1));
  for (const { word, frequency, tag } of byLength) {
    const least = jieba.add_word(word, undefined, tag ?? "n");
    if (frequency !== null && frequency > least) jieba.add_word(word, frequency, tag ?? "n");
  }
}

/** Overlapping runs of n Chinese characters (a shorter run is one token); everything else by script runs. */
function characterGrams(text: string, n: number): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu)) {
    const run = match[0];
    if (!/^\p{Script=Han}/u.test(run)) {
      pieces.push({ word: run, at: match.index });
      continue;
    }
    const characters = Array.from(run);
    let at = match.index;
    for (let i = 0; i + n <= characters.length || i === 0; i++) {
      pieces.push({ word: characters.slice(i, i + n).join(""), at });
      at += characters[i]?.length ?? 0;
    }
  }
  return pieces;
}

function segmentWith(cut: Cut, kinds: readonly UnitKind[], text: string): Token[] {
  const folded = foldWidth(text);
  const units = findUnits(folded, kinds);
  const tokens: Token[] = [];
  let next = 0; // next unit to be placed
  for (const { word, at, tag } of cut(blankOut(folded, units))) {
    for (; (units[next]?.start ?? Infinity) <= at; next++)
      tokens.push(unitToken(folded, units[next] as Unit));
    if (/^\s*$/.test(word)) continue;
    const kind = /[\p{L}\p{N}]/u.test(word) ? "word" : "sign";
    const token: Token = { start: at, end: at + word.length, term: word.toLowerCase(), kind };
    tokens.push(tag === undefined ? token : { ...token, tag });
  }
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
