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
