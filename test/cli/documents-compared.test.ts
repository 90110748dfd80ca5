import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { callForRecords as call } from "./call.js";
import { noticeFolder } from "./notices.js";

const folder = noticeFolder();

describe("documents compared", () => {
  test("diversity: one record a document, nulls with a reason where a text is too short", async () => {
    const { rows, status } = await call("diversity", "--window", "20", folder);
    expect(status).toBe(0);
    expect(rows.map((row) => row.source)).toEqual(["a.txt", "b.txt"]); // the copy does not count
    expect(rows[0]).toMatchObject({ mattr: expect.any(Number), hdd: expect.any(Number) });
    expect(rows[1]).toMatchObject({ hdd: null, note: expect.stringContaining("no hdd") });
  });
  test("similarity: one record a pair of documents that count", async () => {
    const { rows } = await call("similarity", folder);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      a: { source: "a.txt" },
      b: { source: "b.txt" },
      cosine: expect.any(Number),
    });
    const all = await call("similarity", "--keep-duplicates", folder);
    const twins = all.rows.find((row) => (row.b as { source: string }).source === "copy.txt");
    expect(twins?.cosine).toBeCloseTo(1, 12);
    expect(twins?.jensen_shannon).toBeCloseTo(0, 12);
  });
  test("correspondence: documents and words; one document is too few", async () => {
    const { rows } = await call("correspondence", "--axes", "1", folder);
    expect(rows.filter((row) => row.kind === "document")).toHaveLength(2);
    const one = await call("correspondence", join(folder, "b.txt"));
    expect(one).toMatchObject({ status: 2, err: expect.stringContaining("at least two documents") });
  });
});

test("guizhang sensitivity compares words, key words and neighbours under every segmenter", async () => {
  const { rows } = await call("sensitivity", "--node", "单位", "--top", "5", folder);
  const tables = new Set(rows.map((row) => row.table));
  expect(tables.has("terms")).toBe(true);
  for (const table of tables) expect(rows.find((row) => row.table === table)).toMatchObject({ kendall: 1 });
});

test("guizhang reference counts words in one pass and says what it counted", async () => {
  const to = join(folder, "out");
  const { status } = await call("reference", "--to", to, "--min-count", "1", "--origin", "test", folder);
  expect(status).toBe(0);
  const { readFileSync } = await import("node:fs");
  const about = JSON.parse(readFileSync(join(to, "statute-terms.json"), "utf8")) as Record<string, unknown>;
  const lines = readFileSync(join(to, "statute-terms.csv"), "utf8").trim().split("\n");
  expect(about).toMatchObject({ origin: "test", documents: 3, listed_terms: lines.length - 1, least: 1 });
  const sum = lines.slice(1).reduce((n, line) => n + Number(line.split(",")[1]), 0);
  expect(sum).toBe(about.tokens);
  expect(about.listed_tokens).toBe(about.tokens);
});
