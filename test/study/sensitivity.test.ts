import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { originals } from "../../src/cli/derive.js";
import { main } from "../../src/cli/main.js";
import { loadSensitivity } from "../../src/study/tables.js";
import { termDictionary } from "../../src/terms/lists.js";
import { comparedSegmenters } from "../../src/terms/sensitivity.js";

test("the committed report names the segmenters that are made today; ICU changes with Node and is not compared", () => {
  const now = new Map(
    Object.entries(comparedSegmenters(termDictionary(), false)).map(([name, s]) => [name, s.fingerprint]),
  );
  const rows = loadSensitivity().filter((row) => row.segmenter !== "ICU");
  const tables = [
    "terms",
    "keyness",
    ...["处罚", "考核", "服务", "奖励"].map((node) => `neighbours of ${node}`),
  ];
  expect(new Set(rows.map((row) => row.table))).toEqual(new Set(tables));
  expect(rows).toHaveLength(tables.length * now.size);
  for (const row of rows) expect(row.fingerprint).toBe(now.get(row.segmenter));
});

const corpus = originals();
const here = corpus !== null && existsSync(corpus);
test.skipIf(!here)(
  "from the original texts (skipped where they are absent) comes the same report",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "guizhang-"));
    try {
      const io = { stdout: () => {}, stderr: () => {}, stdin: () => new Uint8Array(), terminal: false };
      const output = join(folder, "segmenters.csv");
      expect(await main(["sensitivity", corpus!, "--format", "csv", "--output", output], io)).toBe(0);
      const lines = (text: string) => text.split("\n").filter((line) => !line.includes(",ICU,"));
      expect(lines(readFileSync(output, "utf8"))).toEqual(
        lines(readFileSync("data/study/segmenters.csv", "utf8")),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
