// No number or address that leads to a person stands in what is committed, and the finder finds what is planted.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { personNames } from "../src/repair/person-names.js";
import { personalData } from "../src/repair/personal-data.js";

/** Made up, with check digits that hold: text before, what is found, kind. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ["身份证号", "11010519491231002X", "identity_card"],
  ["账号：", "4111 1111 1111 1111", "bank_card"],
  ["手机", "13800138000", "mobile"],
  ["手机+86 ", "138-0013-8000", "mobile"],
  ["电话：", "010-12345678", "telephone"],
  ["电话", "（0571）12345678", "telephone"],
  ["邮箱", "someone@example.org", "email"],
];

test("planted numbers are found whole, with their place", () => {
  for (const [before, printed, kind] of PLANTED) {
    const [found, ...more] = personalData(`${before}${printed}，请联系。`);
    expect([kind, more]).toEqual([found?.kind, []]);
    expect(`${before}${printed}`.slice(found!.start, found!.end)).toContain(printed);
  }
});

test("amounts, years, document numbers, hashes and cards with a wrong check digit are none", () => {
  for (const text of [
    "110105194912310021",
    "4111 1111 1111 1112",
    "〔2009〕12号，2009年3月4日至2010年",
    "0.13800138000123",
    "a13800138000b",
  ])
    expect([text, personalData(text)]).toEqual([text, []]);
});

const TEXT = /\.(?:csv|jsonl?|ipynb|ya?ml|md|txt|svg)$/;
const committed = ["data", "notebooks"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => TEXT.test(path) && !path.startsWith(join("data", "corpus")) && statSync(path).isFile()),
);

test("none stands in data/ or notebooks/", () => {
  expect(committed.length).toBeGreaterThan(60);
  const found = committed.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    return personalData(text).map(({ kind, start, end }) => `${path} ${kind} ${text.slice(start, end)}`);
  });
  expect(found).toEqual([]);
});

test.each(["a.txt,3,村民张小满,4", '{"note":"联系人：周立群"}', "<text>孙晓岚同志</text>"])(
  "a name in %s is found",
  (text) => {
    expect(personNames(text).length).toBe(1);
  },
);

/** Names that are made up, in documents written for measuring, and words that only look like one. */
const MADE_UP = new Set(["陶立新", "谭永贵", "管查环"]);

test("no name stands in tables, gold codes or notebooks", () => {
  const folders = ["study", "reference", "gold"].map((name) => join("data", name));
  const found = committed
    .filter((path) => [...folders, "notebooks"].some((folder) => path.startsWith(folder)))
    .flatMap((path) => {
      const text = readFileSync(path, "utf8");
      return personNames(text)
        .filter(({ start, end }) => !MADE_UP.has(text.slice(start, end)))
        .map(({ start, end }) => `${path} ${start} ${text.slice(start, end)}`);
    });
  expect(found).toEqual([]);
});
