import { type Jieba, newJieba } from "../segmentation/jieba.js";
import { jiebaModel } from "../segmentation/model-cache.js";
import { createTrieJieba } from "../segmentation/trie-jieba.js";
import type { Dictionary } from "./dictionary.js";
import type { TokenKind } from "./token.js";

/** The ways to cut a text. */
export type Engine = "jieba" | "trie" | "icu" | "bigrams" | "characters";

/** What each token of one word is; kind null for white space, which is no token. */
export interface Form {
  readonly term: string;
  readonly kind: TokenKind | null;
  readonly tag?: string;
}
/** Cuts a text and hands over its pieces in order; they may leave gaps or overlap. */
export type Cut = (text: string, take: (start: number, end: number, form: Form) => void) => void;

/**
 * The function that cuts texts in one of the ways.
 *
 * @param engine the way
 * @param dictionary words kept whole, jieba and trie only
 * @param hmm whether jieba and trie guess unknown words
 * @param tags whether jieba and trie give parts of speech
 */
export function cutter(engine: Engine, dictionary: Dictionary, hmm: boolean, tags: boolean): Cut {
  const forms = formsByWord();
  switch (engine) {
    case "jieba": {
      const jieba = newJieba();
      addWords(jieba, dictionary);
      return (text, take) => {
        let at = 0;
        for (const piece of tags ? jieba.tag(text, hmm) : jieba.cut(text, hmm)) {
          const form = typeof piece === "string" ? forms(piece) : forms(piece.word, piece.tag);
          const end = at + (typeof piece === "string" ? piece : piece.word).length;
          take(at, end, form);
          at = end;
        }
      };
    }
    case "trie":
      return trieCutter(dictionary, hmm, tags);
    case "icu": {
      const icu = new Intl.Segmenter("zh", { granularity: "word" });
      return (text, take) => {
        for (const { segment, index } of icu.segment(text))
          take(index, index + segment.length, forms(segment));
      };
    }
    case "bigrams":
    case "characters":
      return (text, take) => {
        for (const { word, at } of characterGrams(text, engine === "bigrams" ? 2 : 1))
          take(at, at + word.length, forms(word));
      };
    default:
      throw new RangeError(
        `createSegmenter requires one of jieba, trie, icu, bigrams, characters, got ${engine}`,
      );
  }
}

/** Tokens by number: each different word is looked at once. */
function trieCutter(dictionary: Dictionary, hmm: boolean, tags: boolean): Cut {
  const trie = createTrieJieba(jiebaModel());
  addWords(trie, dictionary);
  const forms: Form[] = [];
  return (text, take) => {
    const { count, ends, types } = trie.cutToTypes(text, hmm);
    for (let i = 0, start = 0; i < count; i++) {
      const type = types[i] as number;
      forms[type] ??= formOf(trie.textOf(type), tags ? trie.tagOf(type) : undefined);
      take(start, ends[i] as number, forms[type]);
      start = ends[i] as number;
    }
  };
}

function formsByWord(): (word: string, tag?: string) => Form {
  const forms = new Map<string, Form>();
  return (word, tag) => {
    const key = tag === undefined ? word : `${word}\n${tag}`;
    const form = forms.get(key) ?? formOf(word, tag);
    if (form.kind !== null) forms.set(key, form);
    return form;
  };
}

function formOf(word: string, tag: string | undefined): Form {
  const kind = /^\s*$/.test(word) ? null : /[\p{L}\p{N}]/u.test(word) ? "word" : "sign";
  const form = { term: word.toLowerCase(), kind } as const;
  return tag === undefined ? form : { ...form, tag };
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
function characterGrams(text: string, n: number): { readonly word: string; readonly at: number }[] {
  const pieces: { word: string; at: number }[] = [];
  for (const match of text.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|[^\p{L}\p{N}]/gu)) {
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
