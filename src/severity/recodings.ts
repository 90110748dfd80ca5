import type { Random } from "../stats/random.js";
import { grouped } from "./grouping.js";
import type { Observation } from "./observations.js";
import type { CodedField, CodedPair } from "./pair-codings.js";

/**
 * How errors go together:
 *
 * - `record`: each record errs by itself
 * - `document`: a text is read as well or as badly as one of the texts that the errors were measured on, drawn for it
 * - `rule`: what is misread once is misread throughout the text: its records with the same true value share one outcome, and
 *   its false alarms are all of one kind
 *
 * The expected number of errors is the same in all three, but for false alarms in texts without a single true record,
 * which `document` cannot place.
 */
export const ERROR_MODELS = ["record", "document", "rule"] as const;
export type ErrorModel = (typeof ERROR_MODELS)[number];

export interface RecodingOptions {
  readonly random: Random;
  /** default 1,000 */
  readonly draws?: number;
  /** default "record" */
  readonly errors?: ErrorModel;
}

/** True value → what the other coding made of it, once a paired record; null: missed. */
type Outcomes = Readonly<Record<CodedField, ReadonlyMap<string, readonly (string | null)[]>>>;

/** What a reading made of true records, and the false alarms it added. */
interface Errors {
  readonly judged: number;
  readonly outcomes: Outcomes;
  readonly alarms: readonly Observation[];
}

/** How one text is misread. */
interface Misreading {
  readonly outcome: (field: CodedField, value: string) => string | null;
  readonly alarm: () => Observation;
  /** false alarms per true record */
  readonly alarm_rate: number;
}

/**
 * Records coded again and again with the errors that were measured.
 *
 * Each record is missed, or given a type, addressee and trigger, by drawing from what happened to the paired records of the
 * same true value, field by field; as many false alarms are added as were measured per true record, with the codes
 * that they had. A value that was never judged is taken as coded right, and so are amounts.
 *
 * @param observations records taken as true; a text is a cluster, whose copies err alike
 * @param pairs aligned codings that the errors come from
 * @param options stream, draws, how errors go together
 * @returns a list of records per draw; none when no true record was judged
 */
export function* recodings(
  observations: readonly Observation[],
  pairs: readonly CodedPair[],
  { random, draws = 1_000, errors = "record" }: RecodingOptions,
): Generator<Observation[]> {
  const all = errorsOf(pairs);
  if (all.judged === 0) return;
  const texts = [...grouped(observations, ({ cluster }) => cluster).values()];
  const read = [...grouped(pairs, documentOf)].map(([name, members]) => ({ name, ...errorsOf(members) }));
  // a text is drawn as often as it holds true records, so that every error keeps its share
  const drawn = read.flatMap((one) => new Array<Errors>(one.judged).fill(one));
  const misreading = (): Misreading => {
    if (errors === "rule") return byRule(all, random);
    return byRecord(errors === "document" ? drawn[random.below(drawn.length)]! : all, all, random);
  };
  for (let i = 0; i < draws; i++) yield texts.flatMap((text) => misread(text, misreading(), random));
}

function documentOf({ truth, found }: CodedPair): string {
  return (truth ?? found)!.document;
}

function errorsOf(pairs: readonly CodedPair[]): Errors {
  const judged = pairs.filter((pair) => pair.truth !== null);
  const found = judged.filter((pair) => pair.found !== null);
  return {
    judged: judged.length,
    outcomes: {
      type: outcomesOf(judged, "type"), // a miss is an outcome of the type
      addressee: outcomesOf(found, "addressee"),
      trigger: outcomesOf(found, "trigger"),
    },
    alarms: pairs.flatMap((pair) => (pair.truth === null ? [pair.found!] : [])),
  };
}

function outcomesOf(pairs: readonly CodedPair[], field: CodedField): Map<string, (string | null)[]> {
  const groups = grouped(pairs, ({ truth }) => truth!.record[field]);
  return new Map(
    [...groups].map(([value, members]) => [value, members.map(({ found }) => found?.record[field] ?? null)]),
  );
}

/** Every outcome and alarm drawn by itself; values that these errors do not hold are drawn from all. */
function byRecord(errors: Errors, all: Errors, random: Random): Misreading {
  return {
    outcome: (field, value) =>
      pick(errors.outcomes[field].get(value) ?? all.outcomes[field].get(value) ?? [value], random),
    alarm: () => pick(errors.alarms, random),
    alarm_rate: errors.alarms.length / errors.judged,
  };
}

/** Every outcome and the alarm drawn once and kept. */
function byRule(errors: Errors, random: Random): Misreading {
  const decided = new Map<string, string | null>();
  const each = byRecord(errors, errors, random);
  const alarm = errors.alarms.length === 0 ? null : each.alarm();
  return {
    outcome(field, value) {
      const key = `${field} ${value}`;
      if (!decided.has(key)) decided.set(key, each.outcome(field, value));
      return decided.get(key)!;
    },
    alarm: () => alarm!,
    alarm_rate: each.alarm_rate,
  };
}

function misread(
  text: readonly Observation[],
  { outcome, alarm, alarm_rate }: Misreading,
  random: Random,
): Observation[] {
  const whole = Math.floor(alarm_rate);
  return text.flatMap((observation) => {
    const { record } = observation;
    const coded: Observation[] = [];
    const type = outcome("type", record.type);
    if (type !== null) {
      const [addressee, trigger] = [
        outcome("addressee", record.addressee),
        outcome("trigger", record.trigger),
      ];
      coded.push({ ...observation, record: { ...record, type, addressee, trigger } as typeof record });
    }
    const alarms = whole + (alarm_rate > whole && random.uniform() < alarm_rate - whole ? 1 : 0);
    for (let i = 0; i < alarms; i++) coded.push({ ...observation, record: alarm().record });
    return coded;
  });
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[random.below(items.length)]!;
}
