import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { quantities } from "../../src/quantities/quantities.js";

// The phrases were collected from decisions, contracts and statutes; values by hand. Kinds carry short names there.
type Short = [kind: string, min: number | null, max: number | null, flag?: string];
const KINDS: Record<string, string> = { pct: "percent", frac: "fraction" };
const FLAGS: Record<string, string> = { year: "year_artifact", masked: "masked" };
const cases: [string, Short[]][] = JSON.parse(
  readFileSync(new URL("./cases/shared.json", import.meta.url), "utf8"),
);

describe("phrases of policy documents", () => {
  it.each(cases)("%s", (text, expected) => {
    const found = quantities(text);
    expect(found.map((q) => q.kind)).toEqual(expected.map(([kind]) => KINDS[kind] ?? kind));
    for (const [i, [, min, max, flag]] of expected.entries()) {
      const q = found[i];
      if (min === null) expect(q?.min).toBeNull();
      else expect(q?.min).toBeCloseTo(min, 4);
      if (max === null) expect(q?.max).toBeNull();
      else expect(q?.max).toBeCloseTo(max, 4);
      if (flag) expect(q?.flags).toContain(FLAGS[flag]);
    }
  });
});
