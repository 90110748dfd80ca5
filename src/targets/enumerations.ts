import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { ordinalListAt } from "./ordinal-lists.js";

/** What a list after (or before) an announced number holds. */
interface Listed {
  readonly count: number;
  readonly holds: boolean | null;
  readonly end: number;
  readonly note: string;
  readonly items: readonly string[];
}

const NUM = "[一二两三四五六七八九十]{1,2}|\\d{1,2}";
const CLASS = "个|项|级|类|种|大|点|条|部|门|方|支|位|家|好|有|优|免|证|纳|规|到|不|包|查";

/** Announced numbers of things against the list that is given: 三项…, “六好”(…), 四级, 五个方面。一、… */
export function enumerationClaims(text: string, span: Span): Claim[] {
  const taken = new Set<number>();
  const found: Claim[] = [];
  const add = (at: number, start: number, stated: number, listed: Listed | null): void => {
    if (!listed || taken.has(at)) return;
    taken.add(at);
    found.push({
      start,
      end: listed.end,
      type: "enumeration",
      claim: `${stated} announced`,
      operands: listed.items.length > 0 ? listed.items.map((i) => i.slice(0, 12)) : [listed.count],
      formula: "count of listed items",
      stated,
      computed: listed.count,
      holds: listed.holds,
      tolerance: "exact",
      note: listed.note,
    });
  };
  const words = text.slice(span.start, span.end);
  for (const match of words.matchAll(COMPOUND)) {
    const at = span.start + match.index;
    const end = at + match[0].length;
    add(at, text[at - 1] === "“" ? at - 1 : at, total(match[0]), compoundList(text, match[0], end, span.end));
  }
  for (const match of words.matchAll(BOXES)) {
    const at = span.start + match.index;
    add(
      at,
      lineStart(text, at, span.start),
      value(match[1] as string),
      boxes(text, at + match[0].length, span.end, match[2] as string, value(match[1] as string)),
    );
  }
  for (const match of words.matchAll(ANNOUNCED)) {
    const at = span.start + match.index + (match[0].startsWith("“") ? 1 : 0);
    const before = text[at - 1] === "“" ? at - 1 : at;
    if (
      /[\d.第两一二三四五六七八九十年月]/.test(text[before - 1] ?? " ") ||
      /^“?十[一二三四]?五/.test(match[0])
    )
      continue;
    const stated = value(match[1] as string);
    if (stated < 2) continue;
    const quoted = text[before] === "“";
    const end = span.start + match.index + match[0].length;
    add(at, before, stated, listAfter(text, end, span.end, stated, quoted, match[0]));
    if (taken.has(at)) continue;
    const left = new RegExp(`^(?:${CLASS})`).test(text.slice(at + (match[1] as string).length))
      ? listBefore(text, before, span.start, stated)
      : null;
    if (left) add(at, left.start, stated, { ...left, end: Math.max(end, at + 2) });
  }
  return found;
}

const GROUP = "(?:[一二两三四五六七八九十][^\\d一二两三四五六七八九十、,。;:“”()《》\\s]{1,2})";
const COMPOUND = new RegExp(`${GROUP}{2,5}(?=”|的|[(:即])`, "g");
const ANNOUNCED = new RegExp(
  `“?(${NUM})(?=${CLASS}|[\\u4e00-\\u9fff]{1,3}”)(?!个?(?:月|年|百|千|小时|工作日|星期|岁|孩))[\\u4e00-\\u9fff]{1,10}”?`,
  "g",
);
const BOXES = new RegExp(`\\((${NUM})个[\\u4e00-\\u9fff]{0,4}([\\u4e00-\\u9fff])\\)`, "g");

function value(printed: string): number {
  return readNumeral(printed, 0)?.value ?? 0;
}

function groupsOf(compound: string): string[] {
  return compound.match(new RegExp(GROUP, "g")) ?? [];
}

function total(compound: string): number {
  return groupsOf(compound).reduce((sum, g) => sum + value(g[0] as string), 0);
}

/** “三网一库(…)”, 三卷两卡…，三卷即…。两卡即… */
function compoundList(text: string, compound: string, from: number, limit: number): Listed | null {
  const groups = groupsOf(compound);
  const stated = total(compound);
  const ahead = text.slice(from, Math.min(limit, from + 260));
  const each = groups.map((g) => new RegExp(`${escaped(g)}”?,?(?:即|为)([^。;()]{2,80})`).exec(ahead));
  const first = each[0];
  if (first && each.filter((e) => e).length >= groups.length - 1) {
    const counts = groups.map((g, i) => {
      const list = each[i]?.[1];
      if (list) return itemsOf(list, /[、,]|和(?!谐)/);
      const alone = new RegExp(`${escaped(g[0] as string)}[^。,]{1,2}为([^。;,]{2,40})`).exec(ahead);
      return alone ? [alone[1] as string] : [];
    });
    const items = counts.flat();
    const last = each.filter((e) => e).at(-1) as RegExpExecArray;
    const end = from + last.index + last[0].length;
    return {
      count: items.length,
      holds: items.length === stated ? true : null,
      end,
      items,
      note: items.length === stated ? "" : "cannot be decided: a list may be cut",
    };
  }
  const open = /^”?\(/.exec(ahead) ?? /^[^。,;]{0,10}\(/.exec(ahead) ?? /^”?:?即?:/.exec(ahead);
  if (!open) return null;
  const start = from + open[0].length;
  const end = open[0].endsWith("(")
    ? text.indexOf(")", start)
    : text.slice(start, limit).search(/[。\n]/) + start;
  if (end <= start || end > limit) return null;
  const items = itemsOf(text.slice(start, end), /[、;]/);
  if (items.length < 2) return null;
  return {
    count: items.length,
    holds: items.length === stated,
    end,
    items,
    note: items.length === stated ? "" : `${items.length} are listed`,
  };
}

/** a list in brackets, after a colon, or of numbered items */
function listAfter(
  text: string,
  from: number,
  limit: number,
  stated: number,
  quoted: boolean,
  token: string,
): Listed | null {
  const ahead = text.slice(from, Math.min(limit, from + 40));
  const open = /^”?(\(即?:?|[,]?即?:|,即|即)/.exec(ahead);
  const sentence = /^[^。\n:;()“]{0,24}([。:])\s*/.exec(ahead);
  if (open) {
    let at = from + open[0].length;
    if (open[0].includes("(")) {
      if (/[县市镇乡村区]$|人$|名$/.test(token)) return null;
      const end = text.indexOf(")", at);
      if (end < 0 || end > limit || end - at > 200) return null;
      const content = text.slice(at, end);
      if (!/[、;,和]/.test(content) || /^(?:根据|以下|含|不含|包括|详|注|如)/.test(content)) return null;
      return inline(content, end, stated, quoted);
    }
    at = skipBrackets(text, at, limit);
    const ordinals = ordinalListAt(text, at, limit);
    if (ordinals) return numbered(ordinals, stated);
    if (!quoted && !/即/.test(open[0]) && !/部分|方面|类|种|级|点|制/.test(token)) return null;
    const stop = text.slice(at, Math.min(limit, at + 200)).search(/[。\n]|“[^”]{2,8}”:/);
    if (stop <= 0) return null;
    const content = text.slice(at, at + stop);
    return /[、;,]/.test(content) ? inline(content, at + stop, stated, false) : null;
  }
  const announces =
    quoted ||
    /以下|下列|如下/.test(text.slice(from - token.length - 4, from)) ||
    /(?:意见|要求|建议|希望)$/.test(token);
  if (sentence && (announces || sentence[1] === ":")) {
    const at = skipBrackets(text, from + sentence[0].length, limit);
    const ordinals = ordinalListAt(text, at, limit);
    if (ordinals) return numbered(ordinals, stated);
  }
  return null;
}

function numbered(
  list: { numbers: readonly number[]; end: number; closed: boolean },
  stated: number,
): Listed | null {
  const count = list.numbers.length;
  const last = list.numbers.at(-1) ?? 0;
  if (count > stated) return null;
  if (count === 1 && stated > 2 && !list.closed)
    return { count, holds: null, end: list.end, items: [], note: "cannot be decided: the list breaks off" };
  const gap = last > count;
  const holds = count === stated ? true : gap || list.closed ? false : null;
  return {
    count,
    holds,
    end: list.end,
    items: [],
    note:
      holds === true
        ? ""
        : gap
          ? `${count} are listed, a number is left out`
          : holds === false
            ? `${count} are listed`
            : "cannot be decided: the list breaks off",
  };
}

function inline(content: string, end: number, stated: number, strict: boolean): Listed {
  const readings = [/、/, /;/, /,/, /[、和及]/, /[、;,]/].map((separator) => itemsOf(content, separator));
  const fit = readings.find((items) => items.length === stated);
  const plain = readings[0] as string[];
  const enumerates =
    strict && plain.length >= 2 && !/[;,]/.test(content) && plain.every((i) => i.length <= 14);
  return {
    count: (fit ?? plain).length,
    holds: fit ? true : enumerates ? false : null,
    end,
    items: fit ?? plain,
    note: fit
      ? ""
      : enumerates
        ? `${plain.length} are listed`
        : "cannot be decided: where one item ends is not clear",
  };
}

/** A、B、C三级, “A、B、C”三位一体, A、B和C。…这三个方面 */
function listBefore(
  text: string,
  at: number,
  limit: number,
  stated: number,
): (Listed & { start: number }) | null {
  let end = at;
  if (text[end - 1] === "等") end--;
  const refers = text[end - 1] === "这";
  if (refers) end--;
  if (text[end - 1] === "的") end--;
  const made = (start: number, items: readonly string[], count: number): Listed & { start: number } => ({
    start,
    end: at,
    count,
    items,
    holds: true,
    note: "",
  });
  if (text[end - 1] === "”") {
    const open = text.lastIndexOf("“", end - 2);
    if (open >= limit && end - open < 140) {
      const items = text
        .slice(open + 1, end - 1)
        .split(/、|--/)
        .filter((i) => !/为(?:纽带|桥梁|载体|补充)$/.test(i));
      if (items.length === stated) return made(open, items, items.length);
    }
  }
  const run = runBefore(text, end, limit);
  const reading = run && fitting(run.words, stated);
  if (run && reading) return made(run.start, reading, stated);
  if (!refers) return null;
  const earlier = text.slice(Math.max(limit, end - 80), end);
  const list = /([^。,;\n]{2,40}、[^。;\n]{2,40}?[和及与][^。,;\n]{2,20})[,。]/.exec(earlier);
  const items = list && fitting(list[1] as string, stated);
  return items ? made(end - earlier.length + (list?.index ?? 0), items, stated) : null;
}

function fitting(words: string, stated: number): string[] | null {
  const plain = words.split("、");
  if (plain.some((i) => /^\s*[\d一二三四五六七八九十]*\s*$/.test(i))) return null;
  if (plain.length === stated) return plain;
  const last = plain.at(-1) ?? "";
  const two = last.split(/和(?!谐)|及|与/);
  if (two.length === 2 && two.every((i) => i.length > 0) && plain.length + 1 === stated)
    return [...plain.slice(0, -1), ...two];
  return null;
}

/** the run of items directly before an offset, brackets and book titles taken as one word */
function runBefore(text: string, end: number, limit: number): { start: number; words: string } | null {
  let at = end;
  let words = "";
  while (at > limit && end - at < 160) {
    const c = text[at - 1] as string;
    const open = c === ")" ? "(" : c === "》" ? "《" : null;
    if (open) {
      const from = text.lastIndexOf(open, at - 1);
      if (from < limit) break;
      words = `□${words}`;
      at = from;
      continue;
    }
    if (",。;:\n“”(".includes(c)) break;
    words = c + words;
    at--;
  }
  return words.includes("、") || /和|与/.test(words) ? { start: at, words } : null;
}

/** (四个档案盒) and the boxes that follow: 盒1名称, 盒2名称 */
function boxes(text: string, from: number, limit: number, noun: string, stated: number): Listed | null {
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

function itemsOf(content: string, separator: RegExp): string[] {
  return content
    .split(separator)
    .map((i) => i.replace(/\s+/g, ""))
    .filter((i) => i !== "");
}

function skipBrackets(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    while (at < limit && /\s/.test(text[at] as string)) at++;
    if (text[at] !== "(" || /^\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)/.test(text.slice(at, at + 6)))
      return at;
    const close = text.indexOf(")", at);
    if (close < 0 || close > limit) return at;
    at = close + 1;
  }
}

function lineStart(text: string, at: number, limit: number): number {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return Math.max(line, limit, at - 10);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
