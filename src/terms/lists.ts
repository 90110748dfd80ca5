import { readLexiconTable } from "../lexicon.js";
import { type Dictionary, dictionary } from "./dictionary.js";

const text = (name: string, description: string) => ({ name, type: "string" as const, description });

/** Names of the stop-word lists: our own for policy texts, and the Chinese list of stopwords-iso 1.1.0. */
export const STOP_WORD_LISTS = ["policy", "stopwords-iso"] as const;
export type StopWordList = (typeof STOP_WORD_LISTS)[number];

let ours: Dictionary | undefined;

/**
 * Our segmentation dictionary: terms of family planning, assessment, fire safety and waste sorting that readers take as
 * one word (`data/lexicon/dictionary.csv`).
 *
 * @returns the dictionary, read once
 * @throws TypeError when the file is not what it should be
 */
export function termDictionary(): Dictionary {
  ours ??= dictionary(
    "guizhang",
    readLexiconTable("dictionary.csv", [
      text("word", "word that segmenters keep whole"),
      {
        name: "frequency",
        type: "integer",
        description: "least frequency, empty for the smallest that serves",
      },
      text("tag", "part of speech in jieba's tag set"),
    ]).map(({ word, frequency, tag }) => ({
      word: word as string,
      frequency: frequency as number | null,
      tag: tag as string | null,
    })),
  );
  return ours;
}

/**
 * A named list of stop words (`data/lexicon/stop-words.csv`).
 *
 * @param list `policy` (default, our own: function words and the frame of official texts) or `stopwords-iso`
 * @returns the words
 * @throws RangeError for a list that is not there
 */
export function stopWords(list: StopWordList = "policy"): ReadonlySet<string> {
  if (!STOP_WORD_LISTS.includes(list)) {
    throw new RangeError(`stopWords requires one of ${STOP_WORD_LISTS.join(", ")}, got ${list}`);
  }
  const rows = readLexiconTable("stop-words.csv", [
    { ...text("list", "name of the list"), values: STOP_WORD_LISTS },
    text("word", "stop word"),
  ]);
  return new Set(rows.filter((row) => row.list === list).map((row) => row.word as string));
}

/**
 * Short and long forms of one term, the key counted as the value (`data/lexicon/term-variants.csv`), such as 计生 as 计划生育.
 *
 * @returns the map from variant to term
 */
export function termVariants(): ReadonlyMap<string, string> {
  const rows = readLexiconTable("term-variants.csv", [
    text("variant", "form met"),
    text("term", "counted as"),
  ]);
  return new Map(rows.map((row) => [row.variant as string, row.term as string]));
}
