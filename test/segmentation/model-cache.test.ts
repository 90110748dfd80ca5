import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { JiebaModel } from "../../src/segmentation/jieba-model.js";
import { jiebaModel, storedModel } from "../../src/segmentation/model-cache.js";
import { decodeModel, encodeModel } from "../../src/segmentation/model-file.js";
import { createTrieJieba } from "../../src/segmentation/trie-jieba.js";

const folder = mkdtempSync(join(tmpdir(), "model-"));
afterAll(() => rmSync(folder, { recursive: true }));
const model = jiebaModel();
const same = (other: JiebaModel | null) =>
  other !== null && Buffer.compare(encodeModel(other), encodeModel(model)) === 0;

test("a model is the same after it was stored and read", () => {
  const read = decodeModel(encodeModel(model)) as JiebaModel;
  expect(same(read)).toBe(true);
  expect(createTrieJieba(read).cut("征收社会抚养费")).toEqual(createTrieJieba(model).cut("征收社会抚养费"));
});

test("a file that was cut short or changed is not taken", () => {
  const bytes = Buffer.from(encodeModel(model));
  expect(decodeModel(bytes.subarray(0, bytes.length - 1))).toBeNull();
  expect(decodeModel(bytes.subarray(0, 40))).toBeNull();
  expect(decodeModel(new Uint8Array())).toBeNull();
  const at = bytes.length - 5000;
  bytes[at] = (bytes[at] as number) ^ 1;
  expect(decodeModel(bytes)).toBeNull();
});

test("a model is stored once, and again where the stored one is damaged", () => {
  const nested = join(folder, "new", "folder");
  expect(same(storedModel(nested))).toBe(true);
  const [name, ...others] = readdirSync(nested);
  expect(others).toEqual([]);
  const path = join(nested, name as string);
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, 1000));
  expect(same(storedModel(nested))).toBe(true);
  expect(readFileSync(path).equals(whole)).toBe(true);
});

test("where nothing can be written the model is compiled all the same", () => {
  const file = join(folder, "a file");
  writeFileSync(file, "");
  chmodSync(file, 0o444);
  expect(same(storedModel(join(file, "below")))).toBe(true);
});
