import type { Addressee, Base, ConsequenceType, Flag, How, Rate, Trigger } from "../provisions/records.js";
import type { Interval } from "../quantities/records.js";
import type { Span } from "../span.js";

/** A consequence as a coder or the extractor writes it: what both sides of a comparison have. */
export interface Coded extends Span {
  readonly source: string;
  readonly polarity: "sanction" | "reward";
  readonly type: ConsequenceType;
  readonly addressee: Addressee;
  readonly trigger: Trigger;
  readonly amount: Interval | null;
  readonly multiple: Interval | null;
  readonly base: Base | null;
  readonly per: Rate | null;
  readonly months: Interval | null;
  readonly flags: readonly Flag[];
  readonly how?: { readonly addressee: How; readonly trigger: How };
}

/** Records that share source, span, polarity and type, with the sets of their addressees and triggers. */
export interface Expression extends Coded {
  readonly addressees: ReadonlySet<Addressee>;
  readonly triggers: ReadonlySet<Trigger>;
}

/** Groups records into expressions, in the order of their first record. */
export function expressionsOf(records: readonly Coded[]): Expression[] {
  const groups = new Map<string, { first: Coded; addressees: Set<Addressee>; triggers: Set<Trigger> }>();
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
