import type { Span } from "../span.js";
import { shortened } from "./names.js";
import { type Reading, raw } from "./passages.js";
import type { Component, Scorecard } from "./scorecard-records.js";

const WEIGHT = /(?:[以按](\d{1,3})%的比例(?:计入|进入|纳入)|占(\d{1,3})%)/g;

/** Parts of the yearly score with their weights. */
export function componentsOf(reading: Reading, span: Span): Component[] {
  const { text } = reading;
  const found: Component[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(WEIGHT)) {
    const at = span.start + match.index;
    const before = text.slice(Math.max(span.start, at - 160), at);
    const clause = before.slice(
      Math.max(before.lastIndexOf("。"), before.lastIndexOf(";"), before.lastIndexOf("\n")) + 1,
    );
    const name = nameOf(match[1] === undefined ? (clause.split(/[,:]/).at(-1) as string) : clause);
    if (!/考核|抽查|检查|测评|评价|评分|成绩|考评|得分/.test(name)) continue;
    found.push({
      name,
      weight: Number(match[1] ?? match[2]) / 100,
      ...raw(reading, { start: at, end: at + match[0].length }),
    });
  }
  return found.length >= 2 ? found : [];
}

/** the subject of a clause: its words before 由, 以, 按 or a comma; the last of a sentence's parts */
function nameOf(clause: string): string {
  const subject = /([\u4e00-\u9fff]{0,8}(?:考核|抽查|检查|测评|评价|评分|成绩|考评|得分))(?=由|以|按|,|$)/g;
  const names = [...clause.matchAll(subject)].map((m) => m[1] as string);
  return Array.from(shortened(names[0] ?? clause, "tail"))
    .slice(-8)
    .join("");
}

/** The scale that the text converts the score to, null where it converts to none. */
export function conversionOf(reading: Reading, span: Span): Scorecard["conversion"] {
  const match = /满分为?(\d{1,4})分,(?:折合|折算)[为成]?(\d{1,4})分/.exec(
    reading.text.slice(span.start, span.end),
  );
  if (!match) return null;
  const start = span.start + match.index;
  return {
    from: Number(match[1]),
    to: Number(match[2]),
    ...raw(reading, { start, end: start + match[0].length }),
  };
}
