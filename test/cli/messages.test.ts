// People read messages in their language and with colours only where these are wanted; data never changes.
import { expect, test } from "vitest";
import { commandTable } from "../../src/cli/command-table.js";
import { inChinese, languageOf } from "../../src/cli/language.js";
import { forPeople, main } from "../../src/cli/main.js";
import { PAINTED, PLAIN, paintOf } from "../../src/cli/paint.js";
import { fromCsv } from "../../src/csv.js";
import { readDataText } from "../../src/lexicon.js";
import { noticeFolder } from "./notices.js";

const folder = noticeFolder();

async function spoken(env: Record<string, string>, ...args: string[]) {
  const read = { out: "", err: "" };
  const write = (to: "out" | "err") => (text: string) => {
    read[to] += text;
  };
  const stderr = forPeople(write("err"), PLAIN, env);
  const io = { stdout: write("out"), stderr, stdin: () => new Uint8Array(), terminal: false, env };
  return { status: await main(args, io), ...read };
}
const ZH = { LANG: "zh_CN.UTF-8" };

test.each([
  [{}, "en"],
  [{ LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "C" }, "en"],
  [{ LANG: "en_GB.UTF-8", LC_MESSAGES: "zh_TW" }, "zh"],
  [{ LANG: "zha" }, "en"],
] as const)("the language of %j is %s", (env, language) => {
  expect(languageOf(env)).toBe(language);
});

test("only a terminal is painted, and none with NO_COLOR or without abilities", () => {
  expect(paintOf(true, {})).toBe(PAINTED);
  expect(paintOf(false, {})).toBe(PLAIN);
  expect(paintOf(true, { NO_COLOR: "1" })).toBe(PLAIN);
  expect(paintOf(true, { NO_COLOR: "" })).toBe(PAINTED);
  expect(paintOf(true, { TERM: "dumb" })).toBe(PLAIN);
});

test("a painted message carries its marks, an unpainted one is as it was", () => {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  forPeople(write, PAINTED, {})("guizhang: warning: a.txt: an empty file: no text in it\n");
  forPeople(write, PLAIN, {})("guizhang: 3 files\n");
  expect(written).toEqual([
    "\u001b[1mguizhang:\u001b[22m \u001b[33mwarning: \u001b[39ma.txt: an empty file: no text in it\n",
    "guizhang: 3 files\n",
  ]);
});

test("mistakes are said in Chinese where the locale is Chinese, with the same status and one line", async () => {
  const calls = [
    ["termz", folder],
    ["terms", "--min-cuont", "3", folder],
    ["terms", "--min-count", "x", folder],
    ["terms"],
    ["parts", "no/such"],
    ["consequences", "--format", "jsno", folder],
  ];
  for (const args of calls) {
    const [en, zh] = [await spoken({}, ...args), await spoken(ZH, ...args)];
    expect([zh.status, zh.out]).toEqual([en.status, en.out]);
    expect(zh.err.trimEnd().split("\n").length).toBe(1);
    expect([args.join(" "), zh.err]).toEqual([args.join(" "), expect.stringMatching(/\p{Script=Han}{2}/u)]);
    expect(en.err).not.toMatch(/\p{Script=Han}/u);
  }
});

test("records do not depend on the language", async () => {
  const args = ["consequences", "--format", "csv", folder];
  expect((await spoken(ZH, ...args)).out).toBe((await spoken({}, ...args)).out);
});

test("every template fills its own gaps, and none is hidden behind an earlier one", () => {
  const columns = ["en", "zh"].map((name) => ({ name, type: "string" as const, description: "" }));
  const path = "terminal/messages.csv";
  const rows = fromCsv(readDataText(path), columns, path) as { en: string; zh: string }[];
  const filled = (text: string) => text.replace(/\{(\d)\}/g, "<$1>");
  expect(rows.filter(({ en, zh }) => inChinese(filled(en)) !== filled(zh))).toEqual([]);
  expect(inChinese("a line that no template knows")).toBe("a line that no template knows");
});

test("the table says everything in both languages", () => {
  const { sets, groups, commands } = commandTable();
  const options = [...Object.values(sets), ...Object.values(commands).map((c) => c.options ?? {})];
  const entries = [
    ...Object.values(groups),
    ...Object.values(commands),
    ...Object.values(commands).flatMap(({ about, about_zh }) =>
      about ? [{ en: about, zh: about_zh ?? "" }] : [],
    ),
    ...options.flatMap((set) => Object.values(set)),
  ];
  expect(entries.filter(({ en, zh }) => !/[a-z]/i.test(en) || !/\p{Script=Han}/u.test(zh))).toEqual([]);
});
