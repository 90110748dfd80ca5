import type { Addressee, Trigger } from "../provisions/records.js";
import type { CodedConsequence } from "../severity/observations.js";

/** Records that share source, span, polarity and type, with the sets of their addressees and triggers. */
export interface Expression extends CodedConsequence {
  readonly addressees: ReadonlySet<Addressee>;
  readonly triggers: ReadonlySet<Trigger>;
}

/** Groups records into expressions, in the order of their first record. */
export function expressionsOf(records: readonly CodedConsequence[]): Expression[] {
  const groups = new Map<
    string,
    { first: CodedConsequence; addressees: Set<Addressee>; triggers: Set<Trigger> }
  >();
  for (const record of records) {
    const key = JSON.stringify([record.source, record.start, record.end, record.polarity, record.type]);
    const group = groups.get(key);
    if (group) {
      group.addressees.add(record.addressee);
      group.triggers.add(record.trigger);
    } else {
      groups.set(key, {
        first: record,
        addressees: new Set([record.addressee]),
        triggers: new Set([record.trigger]),
      });
    }
  }
  return [...groups.values()].map(({ first, addressees, triggers }) => ({ ...first, addressees, triggers }));
}
