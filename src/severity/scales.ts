import { fromCsv } from "../csv.js";
import { readScaleTexts } from "../lexicon.js";
import { SANCTION_TYPES, type SanctionType } from "../provisions/records.js";

/**
 * What a scale measures a sanction by: the value of its type, the place of this value among all records compared (0 to 1),
 * the logarithm (base 10) of the printed yuan, or the printed months.
 */
export const SCALE_MEASURES = ["value", "rank", "log10_yuan", "months"] as const;
export type ScaleMeasure = (typeof SCALE_MEASURES)[number];

/** What a scale gives a value to: each record, or each document by its worst record. */
export const SCALE_UNITS = ["record", "document_maximum"] as const;
export type ScaleUnit = (typeof SCALE_UNITS)[number];

/** A severity scale: a value per sanction type, with its rationale; a type without a value is left out and counted. */
export interface Scale {
  readonly name: string;
  readonly measure: ScaleMeasure;
  readonly unit: ScaleUnit;
  readonly values: ReadonlyMap<SanctionType, number>;
  readonly rationale: ReadonlyMap<SanctionType, string>;
  /** types that the scale names without a value, on purpose */
  readonly without: ReadonlySet<SanctionType>;
}

const text = (name: string) => ({ name, type: "string" as const, description: "" });

/**
 * A severity scale from a CSV with the columns scale, measure, unit, type, value and rationale, a row per sanction type.
 *
 * An empty value leaves the type out; so does a missing row. Measures are `value`, `rank`, `log10_yuan`, `months`; units
 * `record`, `document_maximum`; both are the same in all rows, as is the name of the scale.
 *
 * @param csv text of the file
 * @param file its name, for error messages
 * @returns the scale
 * @throws TypeError that names file, line, what was expected and what was found
 * @example
 * parseScale("scale,measure,unit,type,value,rationale\nmine,value,record,fine,2,hurts\n").values.get("fine") // 2
 */
export function parseScale(csv: string, file = "scale"): Scale {
  const rows = fromCsv(
    csv,
    [
      text("scale"),
      { ...text("measure"), values: SCALE_MEASURES },
      { ...text("unit"), values: SCALE_UNITS },
      { ...text("type"), values: Object.keys(SANCTION_TYPES) },
      { name: "value", type: "number", description: "" },
      text("rationale"),
    ],
    file,
  ) as unknown as ScaleRow[];
  const [first] = rows;
  if (!first) throw new TypeError(`${file}: expected a row per sanction type, found none`);
  const values = new Map<SanctionType, number>();
  const rationale = new Map<SanctionType, string>();
  const without = new Set<SanctionType>();
  rows.forEach((row, i) => {
    const line = `${file}, line ${i + 2}`;
    for (const field of ["scale", "measure", "unit"] as const) {
      if (row[field] === null)
        throw new TypeError(`${line}, ${field}: expected a text, found an empty field`);
      if (row[field] !== first[field]) {
        throw new TypeError(`${line}, ${field}: expected ${first[field]} as in line 2, found ${row[field]}`);
      }
    }
    if (row.type === null)
      throw new TypeError(`${line}, type: expected a sanction type, found an empty field`);
    if (row.rationale === null) {
      throw new TypeError(`${line}, rationale: expected the reason for the value, found an empty field`);
    }
    if (rationale.has(row.type))
      throw new TypeError(`${line}, type: expected each type once, found ${row.type} again`);
    rationale.set(row.type, row.rationale);
    if (row.value === null) without.add(row.type);
    else values.set(row.type, row.value);
  });
  return {
    name: first.scale,
    measure: first.measure,
    unit: first.unit,
    values,
    rationale,
    without,
  };
}

interface ScaleRow {
  readonly scale: string;
  readonly measure: ScaleMeasure;
  readonly unit: ScaleUnit;
  readonly type: SanctionType;
  readonly value: number | null;
  readonly rationale: string | null;
}

let known: readonly Scale[] | undefined;

/**
 * The severity scales that come with the library (`data/scales/`), in order of name.
 *
 * @returns amount, binary, concave, document_maximum, family_rank, geometric, months, ordinal
 * @throws TypeError when a file is not a scale
 * @example
 * scales().map((scale) => scale.name).includes("ordinal") // true
 */
export function scales(): readonly Scale[] {
  known ??= readScaleTexts().map(({ file, text }) => parseScale(text, file));
  return known;
}

/**
 * One of the library's scales by name.
 *
 * @param name default "ordinal", the codebook's levels 1 to 6
 * @returns the scale
 * @throws RangeError when there is none of that name
 * @example
 * scale("geometric").values.get("removal") // 16
 */
export function scale(name = "ordinal"): Scale {
  const found = scales().find((candidate) => candidate.name === name);
  if (!found) {
    const names = scales().map((candidate) => candidate.name);
    throw new RangeError(`scale requires one of ${names.join(", ")}, got ${name}`);
  }
  return found;
}
