import type { Passage, Reading } from "./passages.js";

/** How a passage speaks of indicators: as its document, but a report sets them where it plans. */
export function mannerOf(reading: Reading, passage: Passage): "sets" | "reports" | "none" {
  const mode = reading.modes.get(passage.part.part) ?? "sets";
  return mode === "reports" &&
    [...passage.headings.filter((h) => h.length < 24), ...passage.leadIns.map((l) => l.slice(-24))].some(
      (h) => PLANS.test(h),
    )
    ? "sets"
    : mode;
}

/** headings under which work that lies ahead is set */
export const PLANS =
  /打算|下一步|下步|明年|来年|(?:工作|年)(?:计划|安排|思路|目标)|年(?:财政)?预算安排|(?:下半年|[下后]一?阶段|下一?季度|四季度|今后)[^,。;]{0,6}(?:任务|安排|目标|工作|要求|措施)/;

/** Whether a clause stands in a sentence that opens with the year before the document's: it tells how things were, and no list makes it an order. */
export function tellsPast(text: string, { part, from }: Passage, at: number): boolean {
  const before = text.slice(Math.max(from, at - SENTENCE), at + OPENING);
  const opening = before.slice(
    Math.max(...["。", "\n"].map((c) => before.lastIndexOf(c, before.length - OPENING - 1))) + 1,
  );
  const year = PAST_YEAR.exec(opening);
  const own = /\d{4}/.exec(part.year ?? "")?.[0];
  return year !== null && (year[1] === undefined || (own !== undefined && Number(year[1]) < Number(own)));
}

/** how far back a clause finds the beginning of its sentence, and how much of it says when */
const SENTENCE = 1000;
const OPENING = 12;
const PAST_YEAR =
  /^\s*(?:(\d{4})年度?(?![底末起内前]|以[前来后]|之前|[至到—~-]|要|计划|力争|目标|任务|考核|指标)|(?:去年|上年|上一年度?)(?![底末]|实际))/;
