import type { Span } from "../span.js";
import { linked, type Placed, sentenceEnd } from "./linked-consequences.js";
import { type Reading, raw } from "./passages.js";
import type { Prize } from "./scorecard-records.js";

const RANK =
  /(?:(?:排名|名列|位列|居|对|考核|获得)[^,。;\d一二三四五六七八九十]{0,8})(前|后|末)([一二两三四五六七八九十\d]{1,2})[名位]|排名最?后[一1]?[名位]/g;
const PRIZE = /评选出?(一、二、三等奖|一等奖)[^。]{0,8}/g;

/** What ranks and prizes entail. */
export function prizesOf(reading: Reading, span: Span, links: readonly Placed[]): Prize[] {
  const { text } = reading;
  const found: Prize[] = [];
  const words = text.slice(span.start, span.end);
  for (const match of words.matchAll(RANK)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const printed = match[2];
    const ranks =
      printed === undefined
        ? 1
        : "一二三四五六七八九十".indexOf(printed) + 1 || (printed === "两" ? 2 : Number(printed));
    const consequences = linked(links, end, sentenceEnd(text, end, span.end));
    if (consequences.length === 0) continue;
    found.push({ ranks, from_bottom: match[1] !== "前", ...raw(reading, { start, end }), consequences });
  }
  for (const match of words.matchAll(PRIZE)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const ranks = match[1] === "一等奖" ? 1 : 3;
    found.push({
      ranks,
      from_bottom: false,
      ...raw(reading, { start, end }),
      consequences: linked(links, start, sentenceEnd(text, end, span.end)),
    });
  }
  return found.sort((a, b) => a.start - b.start);
}
