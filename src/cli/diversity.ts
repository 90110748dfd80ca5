import { frequenciesOf, lexicalDiversity } from "../terms/diversity.js";
import { mattr, msttr, mtld } from "../terms/moving-diversity.js";
import { expectedTypes } from "../terms/rarefaction.js";
import { selectTerms } from "../terms/selection.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf, selectionOf } from "./term-corpus.js";
import { GROUPINGS, termGroups } from "./term-groups.js";

/** `guizhang diversity [--by …] [--window N] [--sample N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("diversity", args);
  checkFormat(values);
  const by = oneOf(values, "by", GROUPINGS, "part");
  const window = wholeNumber(values, "window", 100, 1);
  const sample = wholeNumber(values, "sample", 42, 1);
  const selection = selectionOf(values);
  const { parts, status } = await readTermParts(positionals, values, segmenterOf(values), io);
  const counted = parts.filter(({ weight }) => weight > 0);
  const groups = termGroups(counted, by, (_, tokens) => selectTerms(tokens, selection));
  const rows = groups.map(({ label, texts }) => {
    const terms = texts.flatMap((text) => text.terms);
    const frequencies = frequenciesOf(terms);
    const { note, ...measures } = lexicalDiversity(frequencies);
    const expected = expectedTypes(frequencies, sample);
    return {
      ...label,
      ...measures,
      mattr: mattr(terms, window),
      msttr: msttr(terms, window),
      mtld: mtld(terms),
      hdd: expected && expected.types / sample,
      types_at_sample: expected?.types ?? null,
      types_at_sample_sd: expected?.sd ?? null,
      note: [note, ...shortNotes(terms.length, window, sample)].filter(Boolean).join("; ") || undefined,
    };
  });
  writeRecords(rows, values, io);
  return status;
}

function shortNotes(tokens: number, window: number, sample: number): string[] {
  return [
    tokens < window ? `shorter than ${window} words: no mattr, no msttr` : "",
    tokens < sample ? `shorter than ${sample} words: no hdd` : "",
  ];
}
