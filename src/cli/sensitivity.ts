import { toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import { GENRES } from "../structure/records.js";
import { stopWords, termDictionary } from "../terms/lists.js";
import { comparedSegmenters, segmenterSensitivity } from "../terms/sensitivity.js";
import { trackedTerms } from "../terms/tracked.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf } from "./term-corpus.js";

/** `guizhang sensitivity [--top N] [--target GENRE] [--node TERM,…] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("sensitivity", args);
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
    .map(({ part, weight, structured: { repaired, clauses } }) => {
      const { start, end } = toRepaired(repaired, part);
      const within = (clause: Span) => {
        const span = toRepaired(repaired, clause);
        return { start: span.start - start, end: span.end - start };
      };
      return {
        id: `${part.source}#${part.part}`,
        text: repaired.text.slice(start, end),
        weight,
        target: part.genre === genre,
        clauses: clauses.filter((clause) => clause.part === part.part).map(within),
      };
    });
  const selection = { stopWords: stopWords(), minLength: 2 };
  const named = (values.node as string | undefined)?.split(",");
  const nodes =
    named?.map((term) => ({ term, forms: [term] })) ?? trackedTerms().filter(({ role }) => role === "node");
  writeRecords(
    segmenterSensitivity(texts, comparedSegmenters(termDictionary()), { selection, top, nodes }),
    values,
    io,
  );
  return status;
}
