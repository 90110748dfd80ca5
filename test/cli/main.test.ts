import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "./call.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  writeFileSync(join(folder, "a.txt"), "第一条 罚款五百元。\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a wrong call ends with 2 and one clear line", () => {
  test.each([
    [["verfy"], "unknown command verfy, did you mean verify?"],
    [["verify"], "found no path"],
    [["verify", "--fromat", "csv", "x"], "did you mean --format?"],
    [["verify", "--format", "xml", "x"], "expects one of ndjson, json, csv, table, found xml"],
    [["constructor"], "unknown command constructor"],
    [["verify", "--manifest", "/no/such.csv", "x"], "/no/such.csv: expected a manifest"],
  ])("%j", async (args, message) => {
    const { status, out, err } = await call(...args);
    expect([status, out, err.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(err).toContain(message);
  });
});

test("verify tells equal from different, missing and unlisted, and exits 1 on any difference", async () => {
  const manifest = join(folder, "manifest.csv");
  const hash = "0".repeat(64);
  writeFileSync(manifest, `source,bytes,sha256\na.txt,29,${hash}\nb.txt,1,${hash}\n`);
  const { status, out } = await call("verify", "--manifest", manifest, folder);
  expect(status).toBe(1);
  const rows = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows.map((r) => [r.source, r.status])).toEqual([
    ["a.txt", "differs"],
    ["b.txt", "missing"],
  ]);
  writeFileSync(manifest, `source,bytes,sha256\na.txt,${rows[0].found_bytes},${rows[0].found_sha256}\n`);
  expect((await call("verify", "--manifest", manifest, folder)).status).toBe(0);
});

test("--output writes the whole file under its name and leaves no temporary file", async () => {
  const output = join(folder, "out", "rows.csv");
  const { out } = await call("verify", "--format", "csv", "--output", output, join(folder, "a.txt"));
  expect(out).toBe("");
  expect(readFileSync(output, "utf8")).toMatch(/^source,status,/);
  expect(readdirSync(join(folder, "out"))).toEqual(["rows.csv"]);
});

test("an --output that cannot be written is named", async () => {
  const { status, err } = await call(
    "verify",
    "--output",
    join(folder, "a.txt", "below.csv"),
    join(folder, "a.txt"),
  );
  expect([status, err]).toEqual([2, expect.stringContaining("expected a place to write to, found ")]);
});

test("help lists the commands", async () => {
  const { status, out } = await call("--help");
  expect(status).toBe(0);
  expect(out).toContain("verify");
});
