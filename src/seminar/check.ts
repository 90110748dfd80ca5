import { sha256 } from "../corpus/provenance.js";
import { fromCsv } from "../csv.js";
import { readDataText } from "../lexicon.js";

/** What a student may answer: a number, a word, or several in any order. */
export type Answer = number | string | boolean | readonly (number | string)[];

interface Row {
  readonly exercise: string;
  /** `answer`: the right one, with the hint for every other; `mistake`: a known wrong one, with a hint of its own */
  readonly outcome: "answer" | "mistake";
  readonly hash: string;
  /** decimals that count */
  readonly digits: number;
  readonly en: string;
  readonly zh: string;
}

let rows: readonly Row[] | undefined;

function exercises(): readonly Row[] {
  const string = (name: string) => ({ name, type: "string" as const, description: "" });
  rows ??= fromCsv(
    readDataText("seminar/exercises.csv"),
    [
      ...["exercise", "outcome", "hash", "en", "zh"].map(string),
      { name: "digits", type: "integer", description: "" },
    ],
    "data/seminar/exercises.csv",
  ) as unknown as Row[];
  return rows;
}

/**
 * The hash under which an answer stands in `data/seminar/exercises.csv`: numbers rounded, words without case and width,
 * several answers in code-point order.
 *
 * @param exercise such as `5.2`
 * @param answer as {@link check} takes it
 * @param digits decimals that count
 * @returns first 16 hexadecimal digits of a sha256
 * @example
 * answerHash("1.1", "５００ ", 0) === answerHash("1.1", "500", 0) // true
 */
export function answerHash(exercise: string, answer: Answer, digits: number): string {
  const one = (value: number | string | boolean): string =>
    typeof value === "number"
      ? (Object.is(value, -0) ? 0 : value).toFixed(digits)
      : String(value).normalize("NFKC").trim().toLowerCase();
  const all = Array.isArray(answer) ? [...answer].map(one).sort().join("|") : one(answer as number | string);
  return sha256(`${exercise}\n${all}`).slice(0, 16);
}

/**
 * Looks at an answer to an exercise of the seminar and says whether it is right, or gives a hint; never the solution.
 *
 * @param exercise number of session and exercise, such as `5.2`
 * @param answer a number, a word, or several in any order; `null` while it is open
 * @returns a line in English and Chinese
 * @throws RangeError where there is no such exercise
 * @example
 * check("1.1", null) // "1.1 open 待答"
 */
export function check(exercise: string, answer: Answer | null): string {
  const own = exercises().filter((row) => row.exercise === exercise);
  const right = own.find(({ outcome }) => outcome === "answer");
  if (right === undefined) throw new RangeError(`check requires the number of an exercise, got ${exercise}`);
  if (answer === null) return `${exercise} open 待答`;
  const hash = answerHash(exercise, answer, right.digits);
  if (hash === right.hash) return `${exercise} right 正确`;
  const { en, zh } = own.find((row) => row.outcome === "mistake" && row.hash === hash) ?? right;
  return `${exercise} not yet 尚未: ${en} ${zh}`;
}
