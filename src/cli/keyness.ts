import { ADJUSTMENTS, type Adjustment } from "../stats/adjust.js";
import { CORRECTIONS, type Correction } from "../terms/contingency.js";
import { documentKeyness } from "../terms/document-keyness.js";
import {
  type KeynessRow,
  keyness,
  keynessFisher,
  matrixFrequencies,
  type TermFrequencies,
  termsOfBoth,
} from "../terms/keyness.js";
import { documentFeatureMatrix, type TermText } from "../terms/matrix.js";
import { referenceFrequencies } from "../terms/reference.js";
import { selectTerms } from "../terms/selection.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf, selectionOf } from "./term-corpus.js";

/** `guizhang keyness --target PATH… [--reference PATH…]` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { target, reference, rest } = splitSides(args);
  const { values, positionals } = readArguments("keyness", rest);
  checkFormat(values);
  if (positionals.length > 0)
    throw new UsageError(`expected paths after --target or --reference, found ${positionals[0]}`);
  if (target.length === 0) throw new UsageError("expected --target PATH…, found none");
  const minCount = wholeNumber(values, "min-count", 1, 1);
  const adjustment: Adjustment = oneOf(values, "adjust", ADJUSTMENTS, "holm");
  const correction: Correction = oneOf(values, "correction", CORRECTIONS, "none");
  const selection = selectionOf(values);
  const segmenter = segmenterOf(values);
  const read = async (paths: readonly string[]) => {
    const { parts, status } = await readTermParts(paths, values, segmenter, io);
    const texts = parts.map(
      ({ part, tokens, weight }): TermText => ({
        id: `${part.source}#${part.part}`,
        terms: selectTerms(tokens, selection),
        weight,
      }),
    );
    return { matrix: documentFeatureMatrix(texts), status };
  };
  const compared = (x: TermFrequencies, y: TermFrequencies) => {
    const rows = keyness(x, y, { minCount, adjustment, correction });
    return values.fisher ? rows.map(withFisher) : rows;
  };
  const a = await read(target);
  if (reference.length === 0) {
    if (values["by-document"]) throw new UsageError("--by-document expects --reference PATH…, found none");
    const counts = referenceFrequencies(selection);
    if (counts.segmenter !== segmenter.fingerprint) {
      io.stderr(
        `guizhang: warning: the reference was cut by segmenter ${counts.segmenter}, the target by ${segmenter.fingerprint}\n`,
      );
    }
    writeRecords(compared(matrixFrequencies(a.matrix), counts), values, io, "keyness");
    return a.status;
  }
  const b = await read(reference);
  const [x, y] = [matrixFrequencies(a.matrix), matrixFrequencies(b.matrix)];
  const rows = values["by-document"]
    ? documentKeyness(a.matrix, b.matrix, { adjustment, terms: termsOfBoth(x, y, minCount) })
    : compared(x, y);
  writeRecords(rows, values, io, "keyness");
  return a.status || b.status;
}

/** A row with Fisher's exact test of its table; null where there is nothing to compare. */
function withFisher(row: KeynessRow): object {
  const { p, odds_ratio, lower, upper } = row.g2 === null ? NO_TEST : keynessFisher(row);
  const fisher = { fisher_p: p, fisher_odds_ratio: odds_ratio, fisher_lower: lower, fisher_upper: upper };
  return { ...row, ...fisher };
}

const NO_TEST = { p: null, odds_ratio: null, lower: null, upper: null };

/** The paths after `--target` and `--reference`; each takes all that follows up to the next option. */
function splitSides(args: readonly string[]): { target: string[]; reference: string[]; rest: string[] } {
  const sides: { target: string[]; reference: string[]; rest: string[] } = {
    target: [],
    reference: [],
    rest: [],
  };
  let side: "target" | "reference" | "rest" = "rest";
  for (const arg of args) {
    if (arg === "--target" || arg === "--reference") side = arg.slice(2) as "target" | "reference";
    else if (arg.startsWith("--target=")) sides.target.push(arg.slice(9));
    else if (arg.startsWith("--reference=")) sides.reference.push(arg.slice(12));
    else {
      if (arg.startsWith("--")) side = "rest";
      sides[side].push(arg);
    }
  }
  return sides;
}
