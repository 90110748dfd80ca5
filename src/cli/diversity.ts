import { frequenciesOf, lexicalDiversity } from "../terms/diversity.js";
import { mattr, msttr, mtld } from "../terms/moving-diversity.js";
import { expectedTypes } from "../terms/rarefaction.js";
import { selectTerms } from "../terms/selection.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf, selectionOf, TERM_HELP, TERM_OPTIONS } from "./term-corpus.js";
import { GROUPINGS, termGroups } from "./term-groups.js";

const HELP = `usage: guizhang diversity [options] PATH…

Lexical diversity, one record a document. Do not compare ttr and its kin between texts of unequal length: hdd, mattr, msttr,
mtld, yule_k, simpson_d and types_at_sample allow for it.

--by part|source|genre|level|year|section|none   what is taken together (default part)
--window N                                       words in a window of mattr and a segment of msttr (default 100)
--sample N                                       words of the samples in hdd (default 42) and types_at_sample
${TERM_HELP}`;

/** `guizhang diversity [--by …] [--window N] [--sample N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, {
    by: { type: "string" },
    window: { type: "string" },
    sample: { type: "string" },
    ...TERM_OPTIONS,
  });
  if (values.help) {
    io.stdout(HELP);
    return 0;
  }
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
