import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listTexts } from "../../src/corpus/list.js";
import { readCorpus } from "../../src/corpus/read.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
};

test("sources are relative to the folder, in code-point order, whatever the order on disk", () => {
  for (const name of ["乙.txt", "b/2.md", "b.txt", "甲.TXT", "b/notes.pdf", ".hidden.txt"])
    put(name, "第一条");
  expect(readCorpus(folder).documents.map((d) => d.source)).toEqual(["b.txt", "b/2.md", "乙.txt", "甲.TXT"]);
});

test("a single file is named by its base name and carries the hash of its bytes", () => {
  const [document] = readCorpus(put("a/一.txt", "abc")).documents;
  expect(document).toEqual({
    source: "一.txt",
    text: "abc",
    encoding: "utf-8",
    bytes: 3,
    // sha256("abc"), NIST FIPS 180-4 example
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  });
});

test("a folder given twice, or a file inside a folder given as well, is read once", () => {
  const path = put("a.txt", "甲");
  expect(readCorpus([folder, `${folder}/`, path]).documents).toHaveLength(1);
});

test("two different files with one name are an error that names both", () => {
  put("x/a.txt", "甲");
  put("y/a.txt", "乙");
  const { documents, problems } = readCorpus([join(folder, "x"), join(folder, "y")]);
  expect(documents).toHaveLength(1);
  expect(problems[0]).toMatchObject({ severity: "error", message: expect.stringContaining("a.txt") });
});

test("bad files are named and the good ones beside them are still read", () => {
  put("good.txt", "罚款");
  put("picture.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1));
  put("empty.txt", "");
  put("big.txt", "x".repeat(100));
  const { documents, problems } = readCorpus(folder, { maxBytes: 50 });
  expect(documents.map((d) => d.source)).toEqual(["empty.txt", "good.txt"]);
  expect(problems.map((p) => [p.path.slice(folder.length + 1), p.severity])).toEqual([
    ["big.txt", "error"],
    ["empty.txt", "warning"],
    ["picture.txt", "error"],
  ]);
});

test("a missing path and a folder without texts are errors", () => {
  mkdirSync(join(folder, "none"));
  const { problems } = readCorpus([join(folder, "absent"), join(folder, "none")]);
  expect(problems.map((p) => p.severity)).toEqual(["error", "error"]);
  expect(problems[1]?.message).toContain("found none");
});

test.skipIf(process.getuid?.() === 0)("an unreadable file is an error", () => {
  chmodSync(put("secret.txt", "x"), 0);
  expect(readCorpus(folder).problems[0]?.message).toContain("permission");
});

test("links inside a folder are not followed, and said so", () => {
  put("a.txt", "甲");
  symlinkSync("/etc/hosts", join(folder, "link.txt"));
  const { files, problems } = listTexts(folder);
  expect(files.map((f) => f.source)).toEqual(["a.txt"]);
  expect(problems).toMatchObject([{ severity: "warning" }]);
});
