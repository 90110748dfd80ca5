import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreFields } from "../../src/evaluation/fields.js";
import { matchConsequences } from "../../src/evaluation/matching.js";
import { scoreConsequences } from "../../src/evaluation/scores.js";
import { explainConsequences } from "../../src/provisions/consequences.js";
import { codings } from "../../src/severity/codings.js";
import { structure } from "../../src/structure/structure.js";

// Hand codings of statutes against the extractor. Floors lie a little below what was measured when they were written.
const STATUTES =
  process.env.GUIZHANG_STATUTES && existsSync(process.env.GUIZHANG_STATUTES)
    ? process.env.GUIZHANG_STATUTES
    : null;
const f1 = (rows: ReturnType<typeof scoreConsequences>, group: string) =>
  rows.find((row) => row.group === group)?.f1 ?? 0;
const field = (rows: ReturnType<typeof scoreFields>, name: string) =>
  rows.find((row) => row.field === name && row.how === "all");

/** a sample of statutes: what it was measured at before any rule was changed for it, and what must not be lost since */
const SAMPLES = [
  {
    name: "statutes-sample",
    // blind: sanctions 0.931, rewards 0.588, addressees 0.877, triggers 0.721; triggers lost 0.001 here and 0.01 in the
    // second when leave not asked became a step skipped, as two coders of the sixth agree
    floors: { sanction: 0.99, reward: 0.97, fine: 1, amount: 1, addressee: 0.969, trigger: 0.879 },
  },
  {
    name: "statutes-sample-2",
    // blind: sanctions 0.934, rewards 0.507, addressees 0.819, triggers 0.609
    floors: { sanction: 0.98, reward: 0.89, fine: 1, amount: 1, addressee: 0.9, trigger: 0.811 },
  },
  {
    name: "statutes-sample-3",
    // blind: sanctions 0.929, rewards 0.682, addressees 0.863, triggers 0.754
    floors: { sanction: 0.97, reward: 0.87, fine: 1, amount: 1, addressee: 0.9, trigger: 0.81 },
  },
  {
    name: "statutes-sample-4",
    // blind: rewards 0.676, addressees 0.581, triggers 0.532; it holds no fine and one sanction
    floors: { sanction: 0.66, reward: 0.93, fine: null, amount: null, addressee: 0.86, trigger: 0.83 },
  },
  {
    name: "statutes-sample-5",
    // blind: sanctions 0.966, rewards 0.723, addressees 0.878, triggers 0.667
    floors: { sanction: 0.96, reward: 0.72, fine: 1, amount: 1, addressee: 0.87, trigger: 0.66 },
  },
  {
    name: "statutes-sample-6",
    // blind: sanctions 0.944, rewards 0.586, addressees 0.897, triggers 0.623
    floors: { sanction: 0.95, reward: 0.58, fine: 1, amount: 1, addressee: 0.94, trigger: 0.78 },
  },
  {
    name: "statutes-sample-6-second",
    passages: "statutes-sample-6",
    // blind: sanctions 0.963, rewards 0.620, addressees 0.904, triggers 0.643
    floors: { sanction: 0.98, reward: 0.61, fine: 1, amount: 1, addressee: 0.94, trigger: 0.75 },
  },
  {
    name: "statutes-sample-7",
    // blind: sanctions 0.888, rewards 0.608, addressees 0.889, triggers 0.683
    floors: { sanction: 0.95, reward: 0.61, fine: 1, amount: 1, addressee: 0.87, trigger: 0.7 },
  },
  {
    name: "statutes-sample-7-second",
    passages: "statutes-sample-7",
    // blind: sanctions 0.899, rewards 0.699, addressees 0.805, triggers 0.698
    floors: { sanction: 0.96, reward: 0.7, fine: 1, amount: 1, addressee: 0.79, trigger: 0.72 },
  },
  {
    name: "statutes-sample-8",
    // blind: sanctions 0.914, rewards 0.623, addressees 0.836, triggers 0.645
    floors: { sanction: 0.93, reward: 0.62, fine: 0.98, amount: 1, addressee: 0.83, trigger: 0.74 },
  },
  {
    // no rule was written from its misses
    name: "statutes-sample-9",
    // blind: sanctions 0.960, rewards 0.667, addressees 0.871, triggers 0.744
    floors: { sanction: 0.95, reward: 0.66, fine: 0.99, amount: 0.97, addressee: 0.87, trigger: 0.73 },
  },
] as const;

describe.skipIf(STATUTES === null).each(SAMPLES)(
  "$name (skipped without the statutes)",
  ({ name, floors, ...sample }) => {
    const gold = codings(`gold/${name}.jsonl`);
    const passagesOf = "passages" in sample ? sample.passages : name;
    const { ranges } = JSON.parse(readFileSync(`data/gold/${passagesOf}.ranges.json`, "utf8")) as {
      ranges: { source: string; start: number; end: number; sha256: string }[];
    };
    const sources = [...new Map(ranges.map((range) => [range.source, range.sha256]))];
    const predicted = (STATUTES === null ? [] : sources).flatMap(([source, sha256]) => {
      const bytes = readFileSync(join(STATUTES as string, source));
      if (createHash("sha256").update(bytes).digest("hex") !== sha256) return [];
      const document = {
        source,
        text: bytes.toString("utf8"),
        encoding: "utf-8" as const,
        bytes: bytes.length,
        sha256,
      };
      const passages = ranges.filter((range) => range.source === source);
      return explainConsequences(structure(document)).records.filter((record) =>
        passages.some(({ start, end }) => record.start >= start && record.end <= end),
      );
    });
    const matching = matchConsequences(predicted, gold);
    const scores = scoreConsequences(matching);
    const fields = scoreFields(matching);

    it.each(["sanction", "reward", "fine"] as const)("is read with its floor for %s", (group) => {
      const floor = floors[group];
      if (floor === null) expect(gold.filter(({ type }) => type === group)).toEqual([]);
      else expect(f1(scores, group)).toBeGreaterThanOrEqual(floor);
    });

    it("is read with its floors for amounts, addressees and triggers", () => {
      if (floors.amount === null) expect(gold.filter(({ amount }) => amount !== null)).toEqual([]);
      else expect(field(fields, "amount")?.exact).toBeGreaterThanOrEqual(floors.amount);
      expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(floors.addressee);
      expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(floors.trigger);
    });
  },
);
