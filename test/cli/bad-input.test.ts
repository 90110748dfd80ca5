// Broken files beside good ones, through every command that reads texts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, callWith } from "./call.js";

const CLAUSE = "对违反本规定的经营者，处五百元以上一千元以下罚款。\n";
const GB18030 = Uint8Array.of(0xb7, 0xa3, 0xbf, 0xee, 0xce, 0xe5, 0xb0, 0xd9, 0xd4, 0xaa, 0xa1, 0xa3); // 罚款五百元。
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  const utf8 = new TextEncoder();
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...Array.from(CLAUSE, (c) => c.charCodeAt(0)).flatMap((u) => [u & 255, u >> 8]),
  ]);
  const files: Record<string, Uint8Array> = {
    "good.txt": utf8.encode(CLAUSE),
    "gb18030.txt": GB18030,
    "utf-16.txt": utf16,
    "empty.txt": new Uint8Array(),
    "picture.txt": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    "surrogate.txt": Uint8Array.of(...utf8.encode("罚款"), 0xed, 0xa0, 0x80),
    "nul.txt": utf8.encode("罚款\0\0元"),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, "none"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["parts", "noise", "outline", "duplicates", "terms", "consequences", "targets"])(
  "%s",
  (command) => {
    test("names each broken file in a line, still does the good ones, and ends with 2", async () => {
      const { status, err, out } = await call(command, folder);
      expect(status).toBe(2);
      for (const [name, found] of [
        ["nul.txt", "NUL byte at byte 6"],
        ["picture.txt", "NUL byte at byte 8"],
        ["surrogate.txt", "0xa0 at byte 7"],
        ["empty.txt", "warning"],
      ] as const) {
        const lines = err.split("\n").filter((line) => line.includes(name));
        expect([name, lines.length]).toEqual([name, 1]);
        expect(lines[0]).toContain(found);
      }
      expect(err).not.toContain("    at ");
      for (const line of out.trim().split("\n").filter(Boolean)) JSON.parse(line);
    });

    test("a folder without texts and a missing path end with 2 and one line each", async () => {
      for (const path of [join(folder, "none"), join(folder, "absent")]) {
        const { status, err, out } = await call(command, path);
        expect([status, out]).toEqual([2, ""]);
        expect(err).toContain(`${path}: expected`);
      }
    });
  },
);

test("the good files give their records, whatever their encoding", async () => {
  const { out } = await call("consequences", folder);
  const fines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(fines.map((r) => [r.source, r.type, r.amount])).toEqual([
    ["gb18030.txt", "fine", { min: 500, max: 500 }],
    ["good.txt", "fine", { min: 500, max: 1000 }],
    ["utf-16.txt", "fine", { min: 500, max: 1000 }],
  ]);
});

test("standard input is a document named -", async () => {
  const { status, out } = await callWith(CLAUSE, "consequences", "-");
  expect([status, JSON.parse(out).source]).toEqual([0, "-"]);
});
