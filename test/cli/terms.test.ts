import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call as callLine, recordsOf } from "./call.js";

let folder = "";
const notice =
  "关于垃圾分类的通知\n一、各单位应当分类投放生活垃圾。\n二、违反规定的，罚款二百元。\n三、街道办事处负责检查，社区负责宣传。\n四、物业服务企业应当设置收集容器，保持容器完好整洁，发现破损及时更换。\n五、志愿者在投放点引导居民，每日早晚各两小时，并做好记录。\n六、参与率每季度公布一次，连续两次排在末位的小区由街道约谈。\n";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  writeFileSync(join(folder, "a.txt"), notice);
  writeFileSync(join(folder, "copy.txt"), notice);
  writeFileSync(
    join(folder, "b.txt"),
    "消防安全管理办法\n第一条 单位应当配备灭火器。\n第二条 堵塞消防通道的，处五千元罚款。\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command's records beside what else it printed. */
const call = async (...args: string[]) => {
  const called = await callLine(...args);
  return { ...called, rows: recordsOf(called.out) };
};

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
    expect(notice.slice(row.start as number, row.end as number)).toBe("罚款");
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
  test("wrong sizes, a window without a node", async () => {
    expect((await call("collocations", "--size", "7", folder)).status).toBe(2);
    expect((await call("collocations", "--window", "3", folder)).status).toBe(2);
  });
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
