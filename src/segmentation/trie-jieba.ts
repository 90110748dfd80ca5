import { CLASSES, DIGIT, isAlphanumeric } from "./character-classes.js";
import type { Jieba } from "./jieba.js";
import type { JiebaModel } from "./jieba-model.js";
import { createLexicon } from "./lexicon.js";
import { type Cut, textCutter } from "./text-cutter.js";
import { unitsOf } from "./type-pool.js";

/** jieba's cutting over a double-array trie, with the numbers of its tokens for whoever counts. */
export interface TrieJieba extends Jieba {
  /** cuts a text into numbered tokens; the result holds until the next call */
  readonly cutToTypes: (text: string, hmm: boolean) => Cut;
  /** the string of a type, kept once made */
  readonly textOf: (type: number) => string;
  /** part of speech of a type */
  readonly tagOf: (type: number) => string;
  /** number of types so far: all are below it */
  readonly types: () => number;
}

/**
 * An engine with jieba-wasm's words, model and results, and a dictionary of its own.
 *
 * @param model compiled model, which many engines can share
 * @returns the engine
 */
export function createTrieJieba(model: JiebaModel): TrieJieba {
  const lexicon = createLexicon(model);
  const cutToTypes = textCutter(lexicon);
  const texts: string[] = [];
  const tags: string[] = [];

  function textOf(type: number): string {
    const text = texts[type] ?? lexicon.textOf(type);
    texts[type] = text;
    return text;
  }

  function tagOf(type: number): string {
    const tag = tags[type] ?? lexicon.tagOf(type) ?? foreignTag(textOf(type));
    tags[type] = tag;
    return tag;
  }

  function cut(text: string, hmm = true): string[] {
    const { count, types } = cutToTypes(text, hmm);
    return Array.from(types.subarray(0, count), textOf);
  }

  function tag(text: string, hmm = true): { word: string; tag: string }[] {
    const { count, types } = cutToTypes(text, hmm);
    return Array.from(types.subarray(0, count), (type) => ({ word: textOf(type), tag: tagOf(type) }));
  }

  function add_word(word: string, frequency?: number, tag = ""): number {
    if (word === "") return 0;
    const given = frequency ?? leastFrequency(word);
    lexicon.set(word, given, tag);
    return given;
  }

  /** the smallest frequency at which a word is kept whole against its parts, never less than it has */
  function leastFrequency(word: string): number {
    const logTotal = Math.log(lexicon.total());
    const { count, types } = cutToTypes(word, false);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      sum += Math.log(lexicon.frequencyOf(types[i] as number) ?? 1) - logTotal;
    }
    const has = lexicon.frequencyOf(lexicon.typeOf(unitsOf(word), 0, word.length)) ?? 0;
    return Math.max(Math.trunc(Math.exp(sum + logTotal)) + 1, has);
  }

  return { cut, tag, add_word, cutToTypes, textOf, tagOf, types: lexicon.size };
}

/** The tag of a token that is no word: `m` for digits, `eng` with letters, else `x`. */
function foreignTag(text: string): string {
  const classes = Array.from(text, (character) => CLASSES[character.charCodeAt(0)] as number);
  const ascii = classes.filter(isAlphanumeric);
  if (ascii.length === 0) return "x";
  return ascii.every((kind) => kind === DIGIT) ? "m" : "eng";
}
