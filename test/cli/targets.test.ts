// The commands targets, scorecard and audit on the teaching corpus.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";

const CONTRACT = "data/teaching/01-birth-contract.txt";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = async (...args: string[]): Promise<{ status: number; out: string; err: string }> => {
  let out = "";
  let err = "";
  const status = await main(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    stdin: () => new TextEncoder().encode("今天下雨。"),
    terminal: false,
  });
  return { status, out, err };
};
const records = (out: string): Record<string, unknown>[] =>
  out
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Record<string, unknown>);
const results = (value: unknown): string => {
  const path = join(folder, "results.json");
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};

test("targets prints the codebook's record with part, label, parent, role and flags", async () => {
  const { status, out } = await call("targets", CONTRACT);
  expect(status).toBe(0);
  expect(Object.keys(records(out)[0] as object).slice(0, 14)).toEqual([
    "source",
    "start",
    "end",
    "item",
    "comparator",
    "value",
    "unit",
    "points",
    "deduction",
    "part",
    "label",
    "parent",
    "role",
    "flags",
  ]);
});

test("audit prints the contract's record and counts the verdicts on standard error", async () => {
  const { status, out, err } = await call("audit", CONTRACT);
  expect(status).toBe(0);
  expect(err).toContain("1 fail");
  const fields = [
    "source",
    "start",
    "end",
    "part",
    "type",
    "claim",
    "operands",
    "stated",
    "computed",
    "holds",
    "tolerance",
    "note",
  ];
  expect(Object.keys(records(out)[0] as object)).toEqual(expect.arrayContaining(fields));
});

test.each(["targets", "scorecard", "audit"])("%s says clearly that a text has none", async (command) => {
  const { status, out, err } = await call(command, "-");
  expect([status, out]).toEqual([0, ""]);
  expect(err).toContain("none found");
});

describe("scorecard", () => {
  test("without results prints the scoring system as data", async () => {
    const [card] = records((await call("scorecard", CONTRACT)).out);
    expect(card).toMatchObject({ total_of_items: 95, total_stated: { points: 100 } });
    expect(card?.bands).toHaveLength(4);
  });
  test("with results prints points, total, band and consequences", async () => {
    const file = results({
      indicators: { "1": 94, "2": 100, "3": 98, "4": 90, "5/a": 95, "5/b": 90, "6": 4, "7": 12 },
    });
    const { status, out } = await call("scorecard", "--results", file, CONTRACT);
    expect(status).toBe(0);
    expect(records(out)[0]).toMatchObject({ score: 92, total: 92, vetoed: false });
    expect(JSON.stringify(records(out)[0]?.consequences)).toContain("cash_reward");
  });
  test.each([
    ["{", "expected results as JSON"],
    [[1], "expected an object"],
    [{ indikators: {} }, "found indikators"],
    [{ indicators: { "1": "much" } }, "expected names with numbers in indicators"],
    [{ indicators: { 满意率: 90 } }, "got indicators.满意率"],
  ])("refuses %j in one line", async (value, message) => {
    const { status, err } = await call("scorecard", "--results", results(value), CONTRACT);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
