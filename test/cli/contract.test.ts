// The records of the command line: the fields that scripts rely on come first, in this order; further fields may follow.
import { expect, test } from "vitest";
import { dataPath } from "../../src/study/tables.js";
import { call, recordsOf } from "./call.js";

const TEACHING = dataPath("teaching");
const CODEBOOK =
  "source, start, end, polarity, type, cue, addressee, trigger, amount, multiple, base, per, months, flags";

const RECORDS: readonly (readonly [args: readonly string[], fields: string])[] = [
  [["parts"], "source, part, start, end, title, genre, level, year, year_reliable"],
  [["noise"], "source, start, end, kind, note"],
  [["outline"], "source, part, path, level, label, heading, start, end"],
  [["duplicates"], "a, b, kind, jaccard, containment_a_in_b, containment_b_in_a, cluster, keep"],
  [["terms"], "term, count, documents, per_million, tf_idf, dp_norm"],
  [["terms", "--by", "genre"], "genre, term, count, documents, per_million, tf_idf, dp_norm"],
  [["kwic", "罚款"], "source, part, start, end, left, keyword, right"],
  [["collocations"], "terms, count, pmi, t_score, log_dice, g2, lambda, z"],
  [["consequences"], `${CODEBOOK}, part, path, tier, optional, alternatives, authority, how, why`],
  [["severity", "--by", "type"], "group, value, records, clusters, scale, statistic, estimate, lower, upper"],
  [
    ["targets"],
    "source, start, end, item, comparator, value, unit, points, deduction, part, label, parent, role, flags",
  ],
  [["audit"], "source, start, end, part, type, claim, operands, stated, computed, holds, tolerance, note"],
];

async function records(args: readonly string[]): Promise<Record<string, unknown>[]> {
  const { status, out } = await call(...args, "--format", "ndjson");
  expect(status).toBe(0);
  return recordsOf(out);
}

test.each(RECORDS)("%j gives %s first", async (args, fields) => {
  const names = fields.split(", ");
  const list = await records([...args, TEACHING]);
  expect(list.length).toBeGreaterThan(0);
  for (const record of list) expect(Object.keys(record).slice(0, names.length)).toEqual(names);
});

test("keyness gives its fields first", async () => {
  const fields =
    "term, target_count, reference_count, target_total, reference_total, g2, p, p_adjusted, log_ratio, log_ratio_lower, log_ratio_upper";
  const args = [
    "keyness",
    "--target",
    `${TEACHING}/01-birth-contract.txt`,
    "--reference",
    `${TEACHING}/03-waste-accountability.txt`,
  ];
  const names = fields.split(", ");
  for (const record of await records(args)) expect(Object.keys(record).slice(0, names.length)).toEqual(names);
});
