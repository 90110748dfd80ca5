import { toRepaired } from "../repair/offsets.js";
import { GENRES } from "../structure/records.js";
import { stopWords, termDictionary } from "../terms/lists.js";
import { comparedSegmenters, segmenterSensitivity } from "../terms/sensitivity.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf } from "./term-corpus.js";

const HELP = `usage: guizhang sensitivity [--top N] [--target GENRE] PATH…

The most frequent words, and the key words of one genre against the rest, under jieba with and without our dictionary,
without guessing (HMM), character bigrams and ICU: rank correlation with the first, and which words come and go.

--top N         how many words (default 30; policy stop words and one-character words left out)
--target GENRE  default responsibility_contract
`;

/** `guizhang sensitivity [--top N] [--target GENRE] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, {
    top: { type: "string" },
    target: { type: "string" },
  });
  if (values.help) {
    io.stdout(HELP);
    return 0;
  }
  checkFormat(values);
  const top = wholeNumber(values, "top", 30, 1);
  const genre = oneOf(values, "target", GENRES, "responsibility_contract");
  const { parts, status } = await readTermParts(
    positionals,
    values,
    segmenterOf({ engine: "characters" }),
    io,
  );
  const texts = parts
    .filter(({ weight }) => weight > 0)
    .map(({ part, weight, structured: { repaired } }) => {
      const { start, end } = toRepaired(repaired, part);
      return {
        id: `${part.source}#${part.part}`,
        text: repaired.text.slice(start, end),
        weight,
        target: part.genre === genre,
      };
    });
  const selection = { stopWords: stopWords(), minLength: 2 };
  writeRecords(
    segmenterSensitivity(texts, comparedSegmenters(termDictionary()), { selection, top }),
    values,
    io,
  );
  return status;
}
