// The command on the teaching corpus: format, options, refusals, and copies that change nothing.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, recordsOf } from "./call.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "severity-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const severity = (...args: string[]) => call("severity", ...args);

test("records carry the fields of the contract, in its order, the same bytes at each call", async () => {
  const first = await severity("data/teaching");
  expect(first.status).toBe(0);
  expect(Object.keys(recordsOf(first.out)[0]!).slice(0, 9)).toEqual([
    "group",
    "value",
    "records",
    "clusters",
    "scale",
    "statistic",
    "estimate",
    "lower",
    "upper",
  ]);
  expect((await severity("data/teaching")).out).toBe(first.out);
  expect((await severity("data/teaching", "--seed", "2")).out).not.toBe("");
});

test("every grouping and every scale answers, undefined numbers are null with a note", async () => {
  for (const by of ["type", "addressee", "trigger", "source", "part", "genre"]) {
    const list = recordsOf((await severity("data/teaching", "--by", by, "--draws", "50")).out);
    expect(new Set(list.map((row) => row.group))).toEqual(new Set([by]));
  }
  for (const scale of [
    "amount",
    "binary",
    "concave",
    "document_maximum",
    "family_rank",
    "geometric",
    "months",
  ]) {
    const list = recordsOf((await severity("data/teaching", "--scale", scale, "--draws", "50")).out);
    expect(list.some((row) => row.estimate !== null)).toBe(true);
    for (const row of list) if (row.estimate === null || row.lower === null) expect(row.note).not.toBe("");
  }
});

test("the kind of interval can be asked for, and changes no estimate", async () => {
  const estimates = async (method: string) => {
    const args = ["data/teaching", "--by", "all", "--method", method, "--draws", "50"];
    return recordsOf((await severity(...args)).out).map((row) => row.estimate);
  };
  expect(await estimates("bca")).toEqual(await estimates("percentile"));
  expect((await severity("data/teaching", "--method", "normal")).err).toContain(
    "--method expects one of percentile, bca",
  );
});

test("a document pasted fifty times changes nothing, unless copies are to be counted", async () => {
  const once = join(folder, "once");
  const often = join(folder, "often");
  for (const target of [once, often]) {
    for (const name of ["02-fire-decision.txt", "03-waste-accountability.txt"]) {
      cpSync(`data/teaching/${name}`, join(target, name));
    }
  }
  for (let i = 0; i < 50; i++) {
    cpSync("data/teaching/02-fire-decision.txt", join(often, `copy-${String(i).padStart(2, "0")}.txt`));
  }
  const without = ({ left_out: _, ...row }: Record<string, unknown>) => row;
  const single = recordsOf((await severity(once)).out).map(without);
  expect(recordsOf((await severity(often)).out).map(without)).toEqual(single);
  expect(recordsOf((await severity(often, "--keep-duplicates")).out).map(without)).not.toEqual(single);
});

test("an own scale is read from a file, and a faulty one is refused with file and line", async () => {
  const own = join(folder, "own.csv");
  const header = "scale,measure,unit,type,value,rationale\n";
  writeFileSync(own, `${header}own,value,record,fine,7,a test\n`);
  const fines = recordsOf(
    (await severity("data/teaching/02-fire-decision.txt", "--scale", own, "--by", "type")).out,
  );
  expect(fines.find((row) => row.value === "fine" && row.statistic === "median")).toMatchObject({
    scale: "own",
    estimate: 7,
  });
  writeFileSync(own, `${header}own,value,record,fine,seven,a test\n`);
  expect((await severity("data/teaching", "--scale", own)).err).toContain(
    "own.csv, line 2, value: expected number",
  );
  expect((await severity("data/teaching", "--scale", join(folder, "none.csv"))).err).toContain(
    "found ENOENT",
  );
});

/** The first statistic of a text of our own. */
async function medianOf(text: string, ...args: string[]): Promise<Record<string, unknown>> {
  const file = join(folder, "made.txt");
  writeFileSync(file, `消防安全管理办法\n${text}`);
  const { out, err, status } = await severity(file, "--by", "all", ...args);
  expect([status, err]).toEqual([0, ""]);
  return recordsOf(out)[0]!;
}
const FINES = [
  "第一条 单位占用消防通道的，处500元以下罚款。\n",
  "第二条 单位损坏消防设施的，处1000元以上罚款。\n",
];

test("masked, open, equal and missing amounts are answered, with the reason for what is left out", async () => {
  const on = (text: string, ...more: string[]) => medianOf(text, "--scale", "amount", ...more);
  const none = { records: 0, estimate: null, note: "no record has a value on this scale" };
  const hidden = FINES[0]!.replace("500", "XX").replace("以下", "");
  expect(await on(hidden)).toMatchObject({ ...none, left_out: { masked: 1 } });
  expect(await on(FINES.join(""))).toMatchObject({ ...none, left_out: { "open range": 2 } });
  expect(await on(FINES.join(""), "--amounts", "upper")).toMatchObject({
    estimate: 500,
    left_out: { "no upper end": 1 },
  });
  expect(await on("第一条 单位占用消防通道的，责令改正。\n")).toMatchObject({
    ...none,
    left_out: { "type is not measured by this scale": 1 },
  });
  const equal = FINES[0]!.replace("以下", "");
  expect(await on(equal + equal.replace("占用", "堵塞"))).toMatchObject({
    records: 2,
    estimate: 500,
    lower: null,
  });
});

test("amounts are put into the prices of a year by the user's index alone", async () => {
  const prices = join(folder, "prices.csv");
  writeFileSync(prices, "year,index\n2011,100\n2014,110\n2019,120\n");
  const args = [
    "data/teaching",
    "--scale",
    "amount",
    "--by",
    "source",
    "--draws",
    "50",
    "--amounts",
    "lower",
  ];
  const rows = async (...more: string[]) => {
    const list = recordsOf((await severity(...args, ...more)).out);
    return new Map(list.filter((row) => row.statistic === "median").map((row) => [row.value, row]));
  };
  const [printed, deflated] = [await rows(), await rows("--prices", prices, "--price-year", "2011")];
  const median = (from: typeof printed, name: string) => from.get(name)!.estimate as number;
  expect(median(deflated, "02-fire-decision.txt")).toBe(median(printed, "02-fire-decision.txt"));
  expect(median(deflated, "07-fire-notice.txt")).toBeCloseTo(median(printed, "07-fire-notice.txt") / 1.1, 6);
  expect(deflated.get("06-birth-manual.txt")).toMatchObject({
    estimate: null,
    left_out: { "no price index for its year": 2 },
  });
  expect((await severity(...args, "--prices", prices)).err).toContain("--prices expects --price-year");
  expect((await severity(...args, "--prices", prices, "--price-year", "1999")).err).toContain(
    "--price-year expects a year of",
  );
});

test("help lists every option with its default", async () => {
  const { out, status } = await severity("--help");
  expect(status).toBe(0);
  for (const word of ["--by", "trigger", "family_rank", "--unspecified", "level_4", "--prices"]) {
    expect(out).toContain(word);
  }
});

test("wrong calls are refused in one line", async () => {
  expect((await severity("data/teaching", "--scale", "ordnal")).status).toBe(2);
  expect((await severity("data/teaching", "--scale", "ordnal")).err).toContain("did you mean ordinal?");
  expect((await severity("data/teaching", "--by", "place")).err).toContain("--by expects one of type");
  expect((await severity("data/teaching", "--tiers", "some")).err).toContain(
    "--tiers expects one of all, base",
  );
  expect((await severity("data/teaching", "--draws", "0")).err).toContain("--draws expects a whole number");
  expect((await severity()).err).toContain("found no path");
});

test("a text without sanctions says so and ends well", async () => {
  const plain = join(folder, "plain.txt");
  writeFileSync(plain, "今天天气很好，大家一起去公园散步。\n");
  expect(await severity(plain)).toEqual({
    out: "",
    err: "guizhang: none found: no text threatens a sanction\n",
    status: 0,
  });
});
