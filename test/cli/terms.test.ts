import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { callForRecords as call } from "./call.js";
import { NOTICE, noticeFolder } from "./notices.js";

const folder = noticeFolder();

describe("guizhang terms", () => {
  test("counts a text once, with --keep-duplicates every copy", async () => {
    const once = await call("terms", folder);
    const all = await call("terms", "--keep-duplicates", folder);
    const count = (rows: Record<string, unknown>[], term: string) =>
      rows.find((row) => row.term === term)?.count;
    expect(once.status).toBe(0);
    expect(once.err).toContain("near-cop");
    expect([count(once.rows, "罚款"), count(all.rows, "罚款")]).toEqual([2, 3]);
    expect(Object.keys(once.rows[0]!)).toEqual(
      expect.arrayContaining(["term", "count", "documents", "per_million", "tf_idf", "dp_norm"]),
    );
  });
  test("groups carry their label, rates of a group add up to a million", async () => {
    for (const by of ["source", "part", "genre", "level", "year", "section"]) {
      const { rows, status } = await call("terms", "--by", by, folder);
      expect(status).toBe(0);
      const field = by === "part" ? "source" : by;
      const sums = new Map<string, number>();
      for (const row of rows) {
        const key = JSON.stringify([row[field], row.source, row.part]);
        sums.set(key, (sums.get(key) ?? 0) + (row.per_million as number));
      }
      expect(sums.size).toBeGreaterThan(0);
      for (const sum of sums.values()) expect(sum).toBeCloseTo(1e6, 3);
    }
  });
  test("minimum count, stop words, numbers", async () => {
    const { rows } = await call("terms", "--min-count", "2", "--stop-words", "policy", folder);
    expect(rows.every((row) => (row.count as number) >= 2)).toBe(true);
    expect(rows.some((row) => row.term === "的")).toBe(false);
    const numbers = await call("terms", "--numbers", folder);
    expect(numbers.rows.some((row) => row.term === "五千元")).toBe(true);
  });
  test("runs of words within clauses, with and without gaps", async () => {
    const runs = await call("terms", "--size", "2", folder);
    const gaps = await call("terms", "--size", "2", "--skip", "1", folder);
    expect(runs.rows.every((row) => (row.term as string).split(" ").length === 2)).toBe(true);
    const tokens = (rows: Record<string, unknown>[]) => rows.reduce((n, row) => n + (row.count as number), 0);
    expect(tokens(gaps.rows)).toBeGreaterThan(tokens(runs.rows));
    expect(runs.rows.some((row) => row.term === "当 分类")).toBe(false);
  });
  test("a lexicon is found on the characters with any engine, and only it is listed", async () => {
    const lexicon = join(folder, "lexicon.words");
    writeFileSync(lexicon, "生活垃圾\n检查\n");
    for (const engine of ["icu", "characters", "jieba"]) {
      const { rows } = await call("terms", "--lexicon", lexicon, "--engine", engine, folder);
      expect(rows.map((row) => [row.term, row.count]).sort()).toEqual([
        ["检查", 1],
        ["生活垃圾", 1],
      ]);
      expect(rows[0]!.per_million as number).toBeLessThan(1e5); // rates are of all words
    }
    expect((await call("terms", "--lexicon", lexicon, "--engine", "bigrams", folder)).status).toBe(2);
    expect((await call("terms", "--lexicon", join(folder, "none"), folder)).status).toBe(2);
  });
  test("parts of speech", async () => {
    const { rows } = await call("terms", "--tags", "v", folder);
    expect(rows.map((row) => row.term)).toContain("负责");
    expect(rows.map((row) => row.term)).not.toContain("单位");
    expect((await call("terms", "--tags", "v", "--engine", "icu", folder)).status).toBe(2);
  });
  test("dispersion and schemes of tf-idf", async () => {
    const { rows } = await call("terms", "--dispersion", folder);
    expect(rows[0]).toMatchObject({ range: expect.any(Number), juilland_d: expect.any(Number) });
    const weights = await call("terms", "--tf-idf", "scikit-learn", folder);
    expect(weights.rows.every((row) => (row.tf_idf as number) > 0)).toBe(true);
    expect((await call("terms", "--tf-idf", "tm", "--by", "genre", folder)).status).toBe(2);
  });
  test("wrong options are one line and status 2", async () => {
    expect(await call("terms", "--by", "author", folder)).toMatchObject({ status: 2, out: "" });
    expect(await call("terms", "--min-count", "-3", folder)).toMatchObject({ status: 2 });
    expect(await call("terms", "--engine", "icu", "--dictionary", "guizhang", folder)).toMatchObject({
      status: 2,
    });
    expect(await call("terms", "--dictionary", join(folder, "none"), folder)).toMatchObject({ status: 2 });
  });
});

describe("guizhang kwic", () => {
  test("spans lead to the keyword in the file as read", async () => {
    const { rows } = await call("kwic", "罚款", "--window", "3", folder);
    expect(rows).toHaveLength(3);
    const row = rows.find((r) => r.source === "a.txt")!;
    expect(NOTICE.slice(row.start as number, row.end as number)).toBe("罚款");
    expect(row).toMatchObject({ part: expect.any(String), keyword: "罚款" });
    expect(row.left).not.toContain("\n");
  });
  test("expressions, words, a bad expression, no term", async () => {
    expect((await call("kwic", "罚款|处罚", "--regex", folder)).rows).toHaveLength(3);
    expect((await call("kwic", "负责 检查", "--words", folder)).rows).toHaveLength(2);
    expect((await call("kwic", "[", "--regex", folder)).status).toBe(2);
    expect((await call("kwic")).status).toBe(2);
    expect(await call("kwic", "奖励", folder)).toMatchObject({ status: 0, out: "" });
  });
});

describe("guizhang keyness", () => {
  test("paths after --target and --reference belong to their side", async () => {
    const args = ["keyness", "--target", join(folder, "a.txt"), "--reference", join(folder, "b.txt")];
    const { rows, status } = await call(...args);
    expect(status).toBe(0);
    expect(rows.find((row) => row.term === "垃圾分类" || row.term === "生活垃圾")).toMatchObject({
      reference_count: 0,
    });
    const documents = await call(...args, "--by-document");
    expect(documents.rows[0]).toHaveProperty("cliffs_delta");
  });
  test("without a reference the statutes stand in, cut by the same segmenter", async () => {
    const { rows, status, err } = await call("keyness", "--target", join(folder, "a.txt"));
    expect(status).toBe(0);
    expect(err).not.toContain("warning");
    expect(rows.find((row) => row.term === "罚款")?.reference_count).toBeGreaterThan(1000);
    expect((await call("keyness", "--target", join(folder, "a.txt"), "--hmm")).err).toContain("warning");
  });
  test("Fisher's test, corrections, and terms that are rare in both are no tests", async () => {
    const args = ["keyness", "--target", join(folder, "a.txt"), "--reference", join(folder, "b.txt")];
    const { rows } = await call(...args, "--fisher", "--correction", "yates");
    expect(rows[0]).toMatchObject({ fisher_p: expect.any(Number), chi2_yates: expect.any(Number) });
    const rare = await call(...args, "--by-document", "--min-count", "2");
    expect(rare.rows.length).toBeLessThan(rows.length);
    expect(rare.rows.length).toBeGreaterThan(0);
  });
  test("no target, stray paths", async () => {
    expect((await call("keyness", "--reference", folder)).status).toBe(2);
    expect((await call("keyness", folder)).status).toBe(2);
  });
});

describe("guizhang collocations", () => {
  test("pairs with scores; collocates of a node by clause and by window", async () => {
    const pairs = await call("collocations", "--min-count", "1", folder);
    expect(pairs.rows[0]).toMatchObject({
      terms: [expect.any(String), expect.any(String)],
      z: expect.any(Number),
    });
    const near = await call("collocations", "--node", "负责", "--min-count", "1", folder);
    expect(near.rows.map((row) => (row.terms as string[])[1])).toContain("检查");
    const window = await call("collocations", "--node", "负责", "--window", "1", "--min-count", "1", folder);
    expect(window.rows.length).toBeGreaterThan(0);
  });
  test("a window lets words lie between; with a node it may differ left and right", async () => {
    const count = async (...args: string[]) => {
      const { rows } = await call("collocations", "--min-count", "1", ...args, folder);
      return rows.filter((row) => (row.terms as string[])[0] === "街道").length;
    };
    expect(await count("--window", "4")).toBeGreaterThan(await count());
    const right = await call("collocations", "--node", "负责", "--window", "0,1", "--min-count", "1", folder);
    const words = right.rows.map((row) => (row.terms as string[])[1]);
    expect(words).toContain("检查");
    expect(words).not.toContain("街道办事处");
    expect(right.rows[0]).toMatchObject({ lambda: expect.any(Number), z: expect.any(Number) });
  });
  test("wrong sizes and windows", async () => {
    expect((await call("collocations", "--size", "7", folder)).status).toBe(2);
    expect((await call("collocations", "--window", "0", folder)).status).toBe(2);
    for (const window of ["0,0", "a", "1,2,3"])
      expect((await call("collocations", "--node", "负责", "--window", window, folder)).status).toBe(2);
  });
});
