// Copies with what leads to a person masked: where they go, what is printed, and that no original is touched.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, callForRecords, callWith } from "./call.js";

const TEXT = "联系人：周立群，电话010-12345678。\n村民李红因违反村规被罚款五十元。\n";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  mkdirSync(join(folder, "texts", "deep"), { recursive: true });
  writeFileSync(join(folder, "texts", "a.txt"), TEXT);
  writeFileSync(join(folder, "texts", "deep", "b.md"), "镇长：孙晓岚");
  writeFileSync(join(folder, "rows.jsonl"), `${JSON.stringify({ id: "../../up", text: TEXT })}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("copies keep folders and length; records hold places and kinds, and nothing printed", async () => {
  const output = join(folder, "shared");
  const { status, out, rows } = await callForRecords("redact", join(folder, "texts"), "--output", output);
  expect(status).toBe(0);
  expect(rows).toEqual([
    { source: "a.txt", start: 4, end: 7, kind: "name" },
    { source: "a.txt", start: 10, end: 22, kind: "telephone" },
    { source: "a.txt", start: 26, end: 28, kind: "name" },
    { source: "deep/b.md", start: 3, end: 6, kind: "name" },
  ]);
  expect(out).not.toMatch(/周立群|李红|孙晓岚|12345678/);
  expect(readFileSync(join(output, "a.txt"), "utf8")).toBe(
    "联系人：某某某，电话************。\n村民某某因违反村规被罚款五十元。\n",
  );
  expect(readFileSync(join(output, "deep", "b.md"), "utf8")).toBe("镇长：某某某");
  expect((await call("redact", join(folder, "texts"), "--output", output)).out).toBe(out);
});

test("a row goes below the folder, whatever its name is; so does standard input", async () => {
  const output = join(folder, "below", "it");
  const { status } = await call("redact", join(folder, "rows.jsonl"), "--output", output);
  expect([status, existsSync(join(folder, "up.txt")), existsSync(join(folder, "below", "up.txt"))]).toEqual([
    0,
    false,
    false,
  ]);
  const alike = join(folder, "alike.jsonl");
  writeFileSync(
    alike,
    ["../../up", "../_/up"].map((id) => `${JSON.stringify({ id, text: TEXT })}\n`).join(""),
  );
  const { err } = await call("redact", alike, "--output", join(folder, "two"));
  expect([err, existsSync(join(folder, "two"))]).toEqual([expect.stringContaining("found two for"), false]);
  expect((await callWith(TEXT, "redact", "-", "--output", output)).status).toBe(0);
});

test("no original is written over, and no copy over another", async () => {
  const texts = join(folder, "texts");
  const b = join(folder, "other", "a.txt");
  mkdirSync(join(folder, "other"));
  writeFileSync(b, TEXT);
  for (const args of [
    [texts, "--output", texts],
    [texts, "--output", join(texts, "deep")],
    [join(texts, "a.txt"), "--output", texts],
    [texts],
  ]) {
    const { status, err, out } = await call("redact", ...args);
    expect([status, out, err.split("\n").length]).toEqual([2, "", 2]);
    expect(err).toContain("--output");
  }
  expect(readFileSync(join(texts, "a.txt"), "utf8")).toBe(TEXT);
  const two = await call("redact", join(texts, "a.txt"), b, "--output", join(folder, "one"));
  expect([two.status, two.out.split("\n").length, two.err]).toEqual([2, 4, expect.stringContaining(b)]);
});
