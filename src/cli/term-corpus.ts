import { readFileSync } from "node:fs";
import { nearDuplicates } from "../duplicates/near-duplicates.js";
import { clusterWeights } from "../duplicates/weights.js";
import type { Part, StructuredDocument } from "../structure/records.js";
import { structure } from "../structure/structure.js";
import { type Dictionary, dictionary, NO_DICTIONARY } from "../terms/dictionary.js";
import { keepTerms } from "../terms/keep-terms.js";
import { STOP_WORD_LISTS, stopWords, termDictionary, termVariants } from "../terms/lists.js";
import { createSegmenter, type Segmenter, type SegmenterOptions } from "../terms/segmenter.js";
import { type Selection, termOf } from "../terms/selection.js";
import type { Token } from "../terms/token.js";
import { tokensByClause, tokensByPart } from "../terms/tokens.js";
import { oneOf, wholeNumber } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The segmenter that the options declare. */
export function segmenterOf(values: Values): Segmenter {
  const segmenter = createSegmenter(segmenterOptionsOf(values));
  const lexicon = lexiconOf(values);
  if (lexicon === null) return segmenter;
  return keepTerms(segmenter, lexicon);
}

/** What the options declare a segmenter to be. */
export function segmenterOptionsOf(values: Values): SegmenterOptions {
  const engine = oneOf(values as never, "engine", ["jieba", "trie", "icu", "bigrams", "characters"], "jieba");
  const named = values.dictionary as string | undefined;
  const hasJiebaWords = engine === "jieba" || engine === "trie";
  if (!hasJiebaWords && named !== undefined && named !== "none") {
    throw new UsageError(`--dictionary expects the engine jieba or trie, found ${engine}`);
  }
  if (!hasJiebaWords && values.tags !== undefined)
    throw new UsageError(`--tags expects the engine jieba or trie, found ${engine}`);
  const words = hasJiebaWords ? dictionaryOf(named ?? "guizhang") : NO_DICTIONARY;
  return { engine, dictionary: words, hmm: values.hmm === true, tags: values.tags !== undefined };
}

/** The terms of `--lexicon`, null without it. */
export function lexiconOf(values: Values): Dictionary | null {
  const file = values.lexicon as string | undefined;
  if (file === undefined) return null;
  if (values.engine === "bigrams") throw new UsageError("--lexicon expects an engine other than bigrams");
  return wordFile("--lexicon expects a file of words", file);
}

function dictionaryOf(name: string): Dictionary {
  if (name === "guizhang") return termDictionary();
  if (name === "none") return NO_DICTIONARY;
  return wordFile("--dictionary expects guizhang, none or a file of words", name);
}

/** The first word of each line of a file. */
function wordFile(expected: string, name: string): Dictionary {
  let text: string;
  try {
    text = readFileSync(name, "utf8");
  } catch {
    throw new UsageError(`${expected}, found ${name}`);
  }
  const words = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/)[0] ?? "")
    .filter(Boolean);
  return dictionary(name, words);
}

/** Which tokens the options count. */
export function selectionOf(values: Values): Selection {
  const list = oneOf(values as never, "stop-words", [...STOP_WORD_LISTS, "none"], "none");
  return {
    ...(list !== "none" && { stopWords: stopWords(list) }),
    ...(values.variants === true && { variants: termVariants() }),
    minLength: wholeNumber(values as never, "min-length", 1, 1),
    numbers: values.numbers === true,
    ...(values.tags !== undefined && { tags: (values.tags as string).split(",") }),
  };
}

/** A part with its tokens and its weight in counts. */
export interface TermPart {
  readonly part: Part;
  readonly tokens: readonly Token[];
  readonly weight: number;
  readonly structured: StructuredDocument;
}

/** Reads paths into parts with tokens; near-copies get weight 0 unless every copy is to count. */
export async function readTermParts(
  paths: readonly string[],
  values: Values,
  segmenter: Segmenter,
  io: Io,
): Promise<{ parts: TermPart[]; status: 0 | 2 }> {
  const { documents, status } = await readPaths(paths, values, io);
  const structured = documents.map((document) => structure(document));
  const parts = structured.flatMap((document) => document.parts);
  const duplicates = values["keep-duplicates"] ? [] : nearDuplicates(structured, { passages: false });
  const weights = clusterWeights(parts, duplicates);
  const result: TermPart[] = [];
  for (const document of structured) {
    for (const [i, { tokens }] of tokensByPart(document, segmenter).entries()) {
      const weight = weights[result.length]!.kept;
      result.push({ part: document.parts[i]!, tokens, weight, structured: document });
    }
  }
  reportCopies(
    result.map(({ weight }) => weight),
    io,
  );
  return { parts: result, status };
}

/** Says how many documents do not count, given the weight of each. */
export function reportCopies(weights: readonly number[], io: Io): void {
  const left = weights.filter((weight) => weight === 0).length;
  if (left === 0) return;
  io.stderr(
    `guizhang: ${left} of ${weights.length} documents are near-copies and not counted (--keep-duplicates)\n`,
  );
}

/** The counted terms of each clause of a document, null for a token that is left out. */
export function clauseTerms(
  { part, tokens, structured }: Omit<TermPart, "weight">,
  selection: Selection,
): (string | null)[][] {
  return tokensByClause(structured, tokens)
    .filter(({ clause }) => clause.part === part.part)
    .map((entry) => entry.tokens.map((token) => termOf(token, selection)));
}
