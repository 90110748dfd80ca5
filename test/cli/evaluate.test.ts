import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, recordsOf } from "./call.js";

let folder = "";
const code = (start: number, end: number, type: string): string =>
  JSON.stringify({
    source: "a.txt",
    start,
    end,
    polarity: "sanction",
    type,
    cue: "",
    addressee: "party",
    trigger: "other",
    amount: type === "fine" ? { min: 500, max: 500 } : null,
    multiple: null,
    base: null,
    per: null,
    months: null,
    flags: [],
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  writeFileSync(join(folder, "a.txt"), "对违反规定的当事人，罚款500元。\n");
  writeFileSync(join(folder, "b.txt"), "对违反规定的当事人，罚款200元。\n");
  writeFileSync(join(folder, "gold.jsonl"), `${code(10, 16, "fine")}\n${code(0, 4, "detention")}\n`);
  writeFileSync(
    join(folder, "ranges.json"),
    JSON.stringify({ ranges: [{ source: "a.txt", start: 0, end: 5 }] }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const scores = async (...more: string[]): Promise<Record<string, unknown>> => {
  const { status, out, err } = await call("evaluate", "--gold", join(folder, "gold.jsonl"), ...more, folder);
  expect([status, err]).toEqual([0, ""]);
  return recordsOf(out)[0]!;
};

test("files that nobody coded do not count, unless all are asked for", async () => {
  expect(await scores()).toMatchObject({ group: "all", tp: 1, fp: 0, fn: 1 });
  expect(await scores("--all")).toMatchObject({ group: "all", tp: 1, fp: 1, fn: 1 });
});

test("with ranges, what lies outside the coded passage does not count as found", async () => {
  expect(await scores("--ranges", join(folder, "ranges.json"))).toMatchObject({ tp: 0, fp: 0, fn: 2 });
});

test("a missing gold file and a call without one are named", async () => {
  expect((await call("evaluate", folder)).err).toContain("expected --gold FILE");
  expect((await call("evaluate", "--gold", join(folder, "no.jsonl"), folder)).err).toContain(
    "no.jsonl: expected",
  );
});
