import type { CodedConsequence } from "../severity/observations.js";
import { offsetUnits } from "./code-points.js";
import { noteOf, numbersOf } from "./numbers.js";

const CHOICES = ["polarity", "addressee", "trigger"] as const;

interface Region {
  readonly id: string;
  readonly from_name: string;
  readonly to_name: "text";
  readonly type: "labels" | "choices" | "textarea";
  readonly value: Readonly<Record<string, unknown>>;
}

/** One Label Studio task: the text with predictions, or what a coder made of them. */
export interface LabelStudioTask {
  readonly data: { readonly text: string; readonly source: string };
  readonly predictions?: readonly { readonly model_version: string; readonly result: readonly Region[] }[];
  readonly annotations?: readonly { readonly result: readonly Region[] }[];
}

/**
 * Writes codings of one text as a Label Studio task with predictions, ready for a coder to correct.
 *
 * Each record is a region labelled with its type; per-region choices hold polarity, addressee and trigger, a per-region
 * text holds the numbers as JSON. Offsets are code points, as Label Studio stores them.
 *
 * @param records codings of this text
 * @param text the text as read
 * @param source its name
 * @param version what made the predictions, such as the version of the rules
 * @see https://github.com/HumanSignal/label-studio-frontend/pull/308
 */
export function toLabelStudio(
  records: readonly CodedConsequence[],
  text: string,
  source: string,
  version: string,
): LabelStudioTask {
  const { toPoints } = offsetUnits(text);
  const result = records.flatMap((record, i): Region[] => {
    const id = `c${i + 1}`;
    const span = {
      start: toPoints(record.start),
      end: toPoints(record.end),
      text: text.slice(record.start, record.end),
    };
    return [
      { id, from_name: "type", to_name: "text", type: "labels", value: { ...span, labels: [record.type] } },
      ...CHOICES.map(
        (name): Region => ({
          id,
          from_name: name,
          to_name: "text",
          type: "choices",
          value: { ...span, choices: [record[name]] },
        }),
      ),
      {
        id,
        from_name: "numbers",
        to_name: "text",
        type: "textarea",
        value: { ...span, text: [noteOf(record)] },
      },
    ];
  });
  return { data: { text, source }, predictions: [{ model_version: version, result }] };
}

/**
 * Reads a task back: the coder's annotation where there is one, else the prediction.
 *
 * @param task one exported task
 * @returns records in the order of their regions
 * @throws TypeError where a task has no text, or a region no place or label
 */
export function fromLabelStudio(task: LabelStudioTask): CodedConsequence[] {
  const { text, source } = (task as Partial<LabelStudioTask> | null)?.data ?? {};
  if (typeof text !== "string" || typeof source !== "string")
    throw new TypeError("expected a Label Studio task with data.text and data.source, found none");
  const { toUnits } = offsetUnits(text);
  const regions = task.annotations?.[0]?.result ?? task.predictions?.[0]?.result ?? [];
  if (!Array.isArray(regions)) throw new TypeError(`${source}: expected a list of regions, found none`);
  const records = new Map<string, Record<string, unknown>>();
  for (const region of regions as (Region | null)[]) {
    const { id, from_name, type, value } = region ?? ({} as Partial<Region>);
    const [start, end] = [value?.start, value?.end];
    if (id === undefined || typeof start !== "number" || typeof end !== "number")
      throw new TypeError(`${source}: expected regions with id, start and end, found one without`);
    const record = records.get(id) ?? {
      source,
      polarity: "sanction",
      addressee: "unspecified",
      trigger: "other",
    };
    records.set(id, record);
    record.start = toUnits(start);
    record.end = toUnits(end);
    const chosen = CHOICES.find((name) => name === from_name);
    if (type === "labels") record.type = first(value?.labels);
    else if (type === "choices" && chosen) record[chosen] = first(value?.choices) ?? record[chosen];
    else if (type === "textarea") {
      const numbers = numbersOf(first(value?.text) ?? "{}");
      if (!numbers) throw new TypeError(`${source}: expected numbers as JSON on a region, found other text`);
      Object.assign(record, numbers);
    }
  }
  return [...records.values()].map((record) => {
    if (record.type === undefined)
      throw new TypeError(`${source}: expected a label on every region, found one without`);
    return {
      amount: null,
      multiple: null,
      base: null,
      per: null,
      months: null,
      flags: [],
      ...record,
    } as unknown as CodedConsequence;
  });
}

/** The first text of a list; Label Studio writes one value as a list of one. */
function first(list: unknown): string | undefined {
  const value: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof value === "string" ? value : undefined;
}
