import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { fromCsv } from "../../src/csv.js";
import { structure } from "../../src/structure/structure.js";
import { audit } from "../../src/targets/audit.js";
import type { ClaimRecord } from "../../src/targets/claims.js";
import { structured } from "../structure/document.js";
import { CORPUS, lines, paired } from "./matching.js";

const verdicts = (text: string): unknown[] =>
  audit(structured(text)).map((c) => [c.type, c.stated, c.computed, c.holds]);

describe("sums", () => {
  test("parts that make the total hold, missing parts fail", () => {
    expect(verdicts("全县检查单位50家，其中学校20家，商场18家，厂房12家。")).toEqual([["sum", 50, 50, true]]);
    expect(verdicts("全县检查单位50家，其中学校20家，商场18家，厂房10家。")).toEqual([
      ["sum", 50, 48, false],
    ]);
  });
  test("two parts that do not exhaust the total cannot be decided", () => {
    expect(verdicts("全县检查单位571家，其中学校200家，商场100家。")).toEqual([["sum", 571, 300, null]]);
  });
  test("men and women leave nobody out", () => {
    expect(verdicts("全县出生571人，其中男孩200人，女孩100人。")).toEqual([["sum", 571, 300, false]]);
  });
  test("a masked part cannot be decided", () => {
    expect(verdicts("全县投入90万元，其中设备50万元，培训**万元。")).toEqual([["sum", 90, null, null]]);
  });
  test("weights must make 100 percent", () => {
    const text = (last: number): string =>
      `抽查以30％的比例计入总分；半年考核以30％的比例计入总分；年终考核按${last}％的比例进入总分。`;
    expect(verdicts(text(40))).toEqual([["sum", 100, 100, true]]);
    expect(verdicts(text(30))).toEqual([["sum", 100, 90, false]]);
  });
  test("number times unit price is the sum", () => {
    expect(verdicts("为30户居民配桶，每户40元，共需1200元。")).toEqual([["product", 1200, 1200, true]]);
  });
  test("points are checked at every level of nesting", () => {
    const text = (points: number): string =>
      `某镇目标管理责任书\n一、责任目标（满分20分）\n（一）基础工作（12分）\n1、台账齐全（4分）。\n2、按月例会（${points}分）。\n（二）宣传工作（8分）\n`;
    expect(verdicts(text(8))).toEqual([
      ["sum", 20, 20, true],
      ["sum", 12, 12, true],
    ]);
    expect(verdicts(text(7))).toContainEqual(["sum", 12, 11, false]);
  });
});

describe("rates", () => {
  test("a rate is judged at its printed precision, half up", () => {
    expect(verdicts("发现隐患2340处，督促整改2106处，整改率达90％。")).toContainEqual(["rate", 90, 90, true]);
    expect(verdicts("应检查336人，已检查307人，检查率为91.37％。")).toContainEqual([
      "rate",
      91.37,
      91.36904762,
      true,
    ]);
    expect(verdicts("应检查336人，已检查307人，检查率为92％。")).toContainEqual([
      "rate",
      92,
      91.36904762,
      false,
    ]);
  });
  test("cutting off is told apart from error", () => {
    const [claim] = audit(structured("应投入2476万元，已拨付到位2960万元，到位率为119％。"));
    expect(claim).toMatchObject({ type: "rate", holds: false, holds_truncated: true });
    const [wrong] = audit(structured("应投入2476万元，已拨付到位2960万元，到位率为112％。"));
    expect(wrong).toMatchObject({ type: "rate", holds: false, holds_truncated: false });
  });
  test("a rate without its base cannot be decided and says so", () => {
    const [claim] = audit(structured("共送检血样840份，参检率达98.7％。"));
    expect(claim).toMatchObject({ holds: null, note: "cannot be decided: the base is not printed" });
  });
  test("a birth rate that misses the printed population names the base that would fit", () => {
    const text =
      "全县年末总人口50.2万人，当年出生人口4000人，死亡人口3000人，自然增长1000人。人口出生率为8.01‰。";
    const rate = audit(structured(text)).find((c) => c.type === "rate");
    expect(rate?.holds).toBe(false);
    expect(rate?.note).toContain("mean population");
    expect(verdicts(text)).toContainEqual(["difference", 1000, 1000, true]);
  });
  test("differences and growth use the year before", () => {
    expect(verdicts("全年火灾58起，比上年的74起减少16起，下降21.6％。")).toEqual([
      ["difference", 16, 16, true],
      ["growth", 21.6, 21.62162162, true],
    ]);
  });
});

describe("what cannot be", () => {
  test("a sex ratio that no split of the births gives", () => {
    expect(verdicts("全街出生571人，出生人口性别比为100:124.54。")).toEqual([
      ["integer_feasibility", 124.54, 124.8031496, false],
    ]);
    expect(verdicts("全街出生571人，出生人口性别比为100:124.80。")).toEqual([
      ["integer_feasibility", 124.8, 124.8031496, true],
    ]);
  });
  test("a coverage beyond everybody", () => {
    expect(verdicts("全街集中培训，培训面突破100％。")).toEqual([["plausibility", 100, 100, false]]);
    expect(verdicts("资金到位率达到120％。")).toEqual([]);
  });
  test("a reference to an item that does not exist", () => {
    const text = (third: string): string =>
      `某厂决定\n一、消防保障措施\n1、配备器材。\n2、定期演练。\n${third}二、处罚\n违反消防保障措施第3条的，罚款100元。\n`;
    expect(verdicts(text("3、清理通道。\n"))).toEqual([["cross_reference", 1, 1, true]]);
    expect(verdicts(text(""))).toEqual([["cross_reference", 1, 0, false]]);
  });
});

describe("references", () => {
  const rules = (last: string): string =>
    `某厂消防规定\n第一条　为防火，制定本规定。\n第二条　有下列行为的，罚款：\n（一）堵门的；\n（二）堵窗的。\n第三条　${last}\n`;
  test.each([
    ["违反第二条的，加倍。", true],
    ["违反第九条的，加倍。", false],
    ["违反第二条第（三）项的，加倍。", false],
    ["违反第一条、第二条的，加倍。", true],
    ["标准见附件2。", null],
    ["标准见附件2。\n附件1：标准表", false],
    ["标准见附件1。\n附件1：标准表", true],
  ])("%s", (last, holds) => {
    expect(verdicts(rules(last)).map((v) => [(v as unknown[])[0], (v as unknown[])[3]])).toEqual([
      ["cross_reference", holds],
    ]);
  });
  test("articles before the first that is printed may be lost with it", () => {
    const cut =
      "第五条　不堵门。\n第六条　不堵窗。\n第七条　违反第三条的，罚款。\n第八条　违反第九条的，罚款。\n";
    expect(verdicts(cut).map((v) => (v as unknown[])[3])).toEqual([null, false]);
  });
  test("another law's articles are not looked for", () => {
    expect(verdicts(rules("按照《消防法》第九十条处罚。"))).toEqual([]);
  });
  test("where sections are numbered 一、二、 an article's number means a section", () => {
    const pact = (n: string): string =>
      `某村公约\n一、不堵门。\n二、不堵窗。\n三、违反第${n}条的，批评教育。\n`;
    expect(verdicts(pact("二")).map((v) => (v as unknown[])[3])).toEqual([true]);
    expect(verdicts(pact("八")).map((v) => (v as unknown[])[3])).toEqual([false]);
  });
});

describe("announced numbers", () => {
  test.each([
    ["形成县、乡、村三级网络。", 3, 3, true],
    ["做到“三个到位”：责任到位；措施到位；投入到位。", 3, 3, true],
    ["坚持“四查”（查证照、查通道、查器材、查值班）。", 4, 4, true],
    ["坚持“五查”（查证照、查通道、查器材、查值班）。", 5, 4, false],
    ["抓好以下三项工作：\n1、演练。\n2、检查。\n3、宣传。\n", 3, 3, true],
    ["建设“两网一库（内网、外网、资料库）”。", 3, 3, true],
  ])("%s", (text, stated, computed, holds) => {
    expect(verdicts(text)).toEqual([["enumeration", stated, computed, holds]]);
  });
  test("ages, dates and alternatives in brackets announce nothing", () => {
    expect(verdicts("7个县（市、区）均已建站，满三个月、六个月的须报告。")).toEqual([]);
  });
});

test("the claims planted in the teaching corpus are found with their verdicts, and no other claim fails", () => {
  const column = (name: string, type: "string" | "integer" | "number" | "boolean") =>
    ({ name, type, description: "" }) as const;
  const truth = fromCsv(readFileSync("data/teaching/claims.csv", "utf8"), [
    column("source", "string"),
    column("start", "integer"),
    column("end", "integer"),
    column("stated", "number"),
    column("holds", "boolean"),
  ]) as unknown as ClaimRecord[];
  const found = readCorpus(["data/teaching"]).documents.flatMap((d) => audit(structure(d)));
  const result = paired(found, truth, (a, b) => a.stated === b.stated && a.holds === b.holds);
  expect(result.missed).toEqual([]);
  expect(result.extra.filter((c) => c.holds === false)).toEqual([]);
});

test.skipIf(CORPUS === null)("gold claims of the collections (needs the originals)", () => {
  type Gold = Omit<ClaimRecord, "stated"> & { stated: number | number[] | null };
  const gold = lines<Gold>("data/gold/arithmetic.jsonl");
  const sources = new Set(gold.map((g) => g.source));
  const found = readCorpus([CORPUS as string])
    .documents.filter((d) => sources.has(d.source))
    .flatMap((d) => audit(structure(d)));
  const decided = gold.filter((g) => g.holds !== null);
  const close = (a: number | null, b: number | number[] | null): boolean =>
    a === null || b === null || (typeof b === "number" && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)));
  const result = paired(found, decided, (a, b) => close(a.stated, b.stated));
  expect(result.pairs.length / decided.length).toBeGreaterThanOrEqual(0.95);
  expect(
    result.pairs.filter(([a, b]) => a.holds === b.holds).length / result.pairs.length,
  ).toBeGreaterThanOrEqual(0.98);
  const failing = decided.filter((g) => g.holds === false);
  const alarms = found.filter((c) => c.holds === false);
  const touching = (a: ClaimRecord, b: Gold): boolean =>
    a.source === b.source && Math.min(a.end, b.end) > Math.max(a.start, b.start);
  expect(failing.filter((g) => !alarms.some((a) => touching(a, g)))).toEqual([]);
  expect(alarms.filter((a) => !failing.some((g) => touching(a, g))).length).toBeLessThanOrEqual(1);
});
