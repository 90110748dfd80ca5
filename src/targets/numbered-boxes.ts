import type { Listed } from "./listed.js";

const NUM = "[一二两三四五六七八九十]{1,2}|\\d{1,2}";
/** A number of things in brackets that are named one by one: (四个档案盒) */
export const BOXES = new RegExp(`\\((${NUM})个[\\u4e00-\\u9fff]{0,4}([\\u4e00-\\u9fff])\\)`, "g");

/** (四个档案盒) and the boxes that follow: 盒1名称, 盒2名称 */
export function numberedBoxes(
  text: string,
  from: number,
  limit: number,
  noun: string,
  stated: number,
): Listed | null {
  const next = text
    .slice(from, limit)
    .search(new RegExp(`\\((?:${NUM})个[\\u4e00-\\u9fff]{0,4}${noun}\\)|\\n第[一二三四五六七八九十]+[章节]`));
  const end = next < 0 ? limit : from + next;
  const body = text.slice(from, end);
  const numbers = [...body.matchAll(new RegExp(`${noun}(\\d{1,2})(?:名称)?[:]`, "g"))].map((m) =>
    Number(m[1]),
  );
  const series: number[] = [];
  for (const n of numbers) if (n === (series.at(-1) ?? 0) + 1) series.push(n);
  const named =
    series.length === 0 && /^\s*(?:1、|[\u4e00-\u9fff]{0,3})?名称[:]/.test(body) ? 1 : series.length;
  if (named === 0) return null;
  const first = /[^\n]{0,40}/.exec(body.trimStart())?.[0].length ?? 0;
  const holds = named === stated ? true : named > stated ? false : null;
  return {
    count: named,
    holds,
    end: Math.min(end, from + first),
    items: [],
    note:
      holds === true ? "" : holds === false ? `${named} follow` : "cannot be decided: the list breaks off",
  };
}

/** Where the line that holds an offset begins, at most ten characters back. */
export function lineStart(text: string, at: number, limit: number): number {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return Math.max(line, limit, at - 10);
}
