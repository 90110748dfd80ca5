import { readEnumerator } from "../repair/enumerators.js";
import type { Span } from "../span.js";

const GENRE_WORD =
  "(?:通知|通告|公告|决定|决议|意见|办法|规定|细则|条例|方案|计划|规划|要点|重点|报告|总结|汇报|责任书|责任状|制度|职责|章程|名单|倡议书|公开信|慰问信|通报|承诺书|协议书)";
const TITLE = new RegExp(`^[^。；！？：]{4,60}${GENRE_WORD}(?:[（(][^（）()]{1,20}[）)])?$`, "u");
const NUMBER =
  /(?<=^|[，。；、：\s])([\u4e00-\u9fff]{2,10}[发字函办政委][\u4e00-\u9fff]{0,2}[〔[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*第?\s*\d{1,4}\s*号)$/u;
const DAY = String.raw`[（(]?(?:[12]\d{3}|[一二][一二三四五六七八九〇○零0０]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[）)]?`;
const DATE = new RegExp(`^${DAY}$`, "u");
/** a date line to which the next document's title is glued */
const GLUED_DATE = new RegExp(`^${DAY}(?=[^，。；]{4})`, "u");
const CLOSING = /(?:负责解释|起(?:施行|执行|实施)|特此(?:通知|报告|函告|通告))[^。]{0,12}。?$/u;
/** a line of names or signatures under a contract */
const SIGNED =
  /(?:签字|签名|签章|盖章|代表)[^。]{0,30}$|^[^。；：，]{2,24}(?:人民政府|委员会|办公室|[局厂村乡镇])$/u;
/** an outermost item whose number is one */
const FIRST_ITEM = /^\s*(?:一、|第一[条章部]|1[、.．])/u;
const SALUTATION = /^[^。；！？]{2,60}[：:]$/u;

/**
 * Where further documents start under one heading: a document number followed by title or salutation (also glued
 * to the end of the last line), or a title after a closing formula, a date line or signatures, followed by a text of its own
 * or by items that are numbered anew.
 *
 * @param text repaired text
 * @param lines lines of the part, heading left out
 * @returns start offsets of the second and later documents
 */
export function stackedStarts(text: string, lines: readonly Span[]): number[] {
  const content = (i: number): string => {
    const line = lines[i];
    return line ? text.slice(line.start, line.end) : "";
  };
  const starts: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as Span;
    const short = line.end - line.start <= 80;
    const tail = text.slice(Math.max(line.start, line.end - 60), line.end);
    const number = NUMBER.exec(tail)?.[1];
    if (number && [1, 2, 3].some((k) => isTitle(content(i + k)))) {
      starts.push(line.end - number.length);
      continue;
    }
    const dated = GLUED_DATE.exec(tail)?.[0];
    if (dated && line.end - line.start === tail.length && isTitle(tail.slice(dated.length))) {
      starts.push(line.start + dated.length);
      continue;
    }
    if (!short || !isTitle(content(i))) continue;
    const before = content(i - 1).slice(-60);
    const anew =
      [1, 2, 3, 4].some((k) => FIRST_ITEM.test(content(i + k))) &&
      lines.slice(0, i).some((_, k) => FIRST_ITEM.test(content(k)));
    const closed = DATE.test(before) || CLOSING.test(before) || (anew && SIGNED.test(before));
    const own = [1, 2].some((k) => {
      const next = content(i + k);
      return next.length >= 30 && /[。：；]$/u.test(next) && !/^附/u.test(next);
    });
    if (closed && (own || anew)) starts.push(line.start);
  }
  const begin = lines[0]?.start ?? 0;
  return starts.filter((start, i) => /[，。；,;]/u.test(text.slice(starts[i - 1] ?? begin, start))); // a letterhead is no document
}

/**
 * Starts of lines that are a title though nothing closes the document above (it breaks off): items above and items numbered anew below.
 *
 * @param text repaired text
 * @param lines lines of a part that is known to hold several documents
 */
export function newTitles(text: string, lines: readonly Span[]): number[] {
  const first = lines.map(({ start, end }) => FIRST_ITEM.test(text.slice(start, Math.min(end, start + 20))));
  return lines.flatMap(({ start, end }, i) => {
    const content = text.slice(start, end);
    if (i < 3 || content.length < 10 || !isTitle(content) || readEnumerator(text, start)) return [];
    return first.slice(0, i).includes(true) && first.slice(i + 1, i + 6).includes(true) ? [start] : [];
  });
}

/** Whether a line reads like the title of an official document. */
export function isTitle(line: string): boolean {
  return line.length <= 80 && TITLE.test(line) && !SALUTATION.test(line);
}
