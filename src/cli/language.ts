import { fromCsv } from "../csv.js";
import { readDataText } from "../lexicon.js";
import type { Language } from "./command-table.js";

/** The language of a person's messages, by the variables that programs look at in this order. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^zh(?![a-z])/i.test(locale) ? "zh" : "en";
}

/** A message with numbered gaps in both languages. */
interface Template {
  readonly en: RegExp;
  readonly zh: string;
  /** characters of the English outside the gaps */
  readonly said: number;
}

const COLUMNS = ["en", "zh"].map((name) => ({ name, type: "string" as const, description: "" }));

let templates: readonly Template[] | undefined;

function readTemplates(): readonly Template[] {
  const path = "terminal/messages.csv";
  const rows = fromCsv(readDataText(path), COLUMNS, `data/${path}`) as unknown as {
    en: string;
    zh: string;
  }[];
  const read = rows.map(({ en, zh }) => {
    const pattern = en.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\d)\}/g, "(?<g$1>.+?)");
    return { en: new RegExp(`^${pattern}$`), zh, said: en.replace(/\{\d\}/g, "").length };
  });
  // what says more of the line itself goes before what leaves it to its gaps
  return read.sort((a, b) => b.said - a.said);
}

/**
 * A line for people in Chinese: the template of `data/terminal/messages.csv` that it fits (of several the one with the most
 * characters outside its gaps), its gaps filled; a line that fits none stays English.
 *
 * @example
 * inChinese("verify expects no path, found x") // "verify 不需要路径，却得到 x"
 */
export function inChinese(line: string): string {
  templates ??= readTemplates();
  for (const { en, zh } of templates) {
    const groups = en.exec(line)?.groups;
    if (groups || en.test(line)) return zh.replace(/\{(\d)\}/g, (_, n: string) => groups?.[`g${n}`] ?? "");
  }
  return line;
}
