// Observations made for the tests: a sanction with everything set to something plain, changed by what a test names.
import type { CodedConsequence, Observation } from "../../src/severity/observations.js";

type Changes = Partial<CodedConsequence> & Partial<Omit<Observation, "record">>;

/** A coded fine on the party for `other` at the head of `d.txt`, unless changed. */
export function coded(changes: Partial<CodedConsequence> = {}) {
  return {
    source: "d.txt",
    start: 0,
    end: 5,
    polarity: "sanction",
    type: "fine",
    addressee: "party",
    trigger: "other",
    amount: null,
    multiple: null,
    base: null,
    per: null,
    months: null,
    flags: [],
    ...changes,
  } satisfies CodedConsequence;
}

let next = 0;

/** An observation of such a record in document `d.txt#1`, no two at one place, unless changed. */
export function made(changes: Changes = {}): Observation {
  const {
    document = "d.txt#1",
    cluster,
    kept = true,
    genre = null,
    issuer = null,
    year = null,
    ...record
  } = changes;
  next += 10;
  return {
    record: coded({ source: document.split("#")[0]!, start: next, end: next + 5, ...record }),
    document,
    cluster: cluster ?? document,
    kept,
    genre,
    issuer,
    year,
  };
}

/** One type per severity level. */
export const TYPE_AT = ["", "criticism", "veto", "fine", "discipline", "removal", "detention"] as const;

/** Observations at levels, all with the same changes. */
export function atLevels(levels: readonly number[], changes: Changes = {}): Observation[] {
  return levels.map((level) => made({ type: TYPE_AT[level] as CodedConsequence["type"], ...changes }));
}
