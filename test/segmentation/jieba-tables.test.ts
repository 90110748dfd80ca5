import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { jiebaTables } from "../../src/segmentation/jieba-tables.js";
import published from "./fixtures/published-tables.json" with { type: "json" };

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
const tables = jiebaTables();

test("the dictionary in jieba-wasm's memory is the one that @node-rs/jieba ships as a file", () => {
  expect(sha256(tables.dictionary)).toBe(published.dictionary.sha256);
});

test("the hidden Markov model in jieba-wasm's memory is the one that cppjieba ships as a file", () => {
  expect([...tables.start]).toEqual(published.model.start);
  expect([...tables.transitions]).toEqual(published.model.transitions);
  expect(sha256(new Uint8Array(tables.emissions.buffer))).toBe(published.model.emissions_sha256);
});
