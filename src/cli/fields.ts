const CODEBOOK = "source start end polarity type cue addressee trigger amount multiple base per months flags";

const FIELDS = {
  parts: "source part start end title genre level year year_reliable",
  noise: "source start end kind note",
  outline: "source part path level label heading start end",
  duplicates: "a b kind jaccard containment_a_in_b containment_b_in_a cluster keep",
  terms: "source part genre level year term count documents per_million tf_idf dp_norm",
  kwic: "source part start end left keyword right",
  keyness:
    "term target_count reference_count target_total reference_total g2 p p_adjusted log_ratio log_ratio_lower log_ratio_upper",
  collocations: "terms count pmi t_score log_dice g2 lambda z",
  consequences: `${CODEBOOK} part path tier optional alternatives authority how why`,
  severity: "group value records clusters scale statistic estimate lower upper",
  targets: "source start end item comparator value unit points deduction part label parent role flags",
  audit: "source start end part type claim operands stated computed holds tolerance note",
} as const;

/** Commands whose records begin with fields that scripts rely on. */
export type RecordCommand = keyof typeof FIELDS;

/**
 * A record with the fields that scripts rely on first, in their fixed order, and every further field after them.
 *
 * @param command the command that gave it
 * @param record its record; `source`, `part`, `genre` of `terms` are there only with `--by`
 * @returns the same fields in that order
 * @example
 * Object.keys(inFixedOrder("noise", { note: "", kind: "masked", end: 2, start: 1, source: "a.txt" })) // ["source", "start", "end", "kind", "note"]
 */
export function inFixedOrder(command: RecordCommand, record: object): object {
  const fixed = FIELDS[command].split(" ").filter((name) => name in record);
  const rest = Object.keys(record).filter((name) => !fixed.includes(name));
  return Object.fromEntries(
    [...fixed, ...rest].map((name) => [name, (record as Record<string, unknown>)[name]]),
  );
}
