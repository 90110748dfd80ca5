import type { Span } from "../span.js";
import type { PrintedPoints } from "./point-marks.js";

const TOTAL =
  /(?:\(分值(?:为|:)?|满分(?:为|:)?|总分(?:值)?(?:为|:)?|加起来(?:是|为|共)?|一共|总共|共计?|合计|总计|分值(?:为|共)?|\((?=100分\)))\s*(\d{2,4})分(?!及?以[上下内]|[(][^()]{0,4}含|[-至者的])/g;

/** 部门配合的40分这样分： what the list after it shares out */
const SHARED_OUT = /(?<![\d.扣加减])(\d{1,4})分[^,。;\d]{0,8}:\s*$/;

/** Totals of points that a stretch of text states: 满分100分, （分值100分）, （100分）, 40分这样分：. */
export function statedTotals(text: string, span: Span): PrintedPoints[] {
  const words = text.slice(span.start, span.end);
  const found = [...words.matchAll(TOTAL)];
  const last = SHARED_OUT.exec(words);
  if (last && !found.some((m) => m.index + m[0].length > last.index))
    found.push(last as unknown as (typeof found)[number]);
  return found.map((match) => {
    const start = span.start + match.index;
    return {
      start,
      end: start + match[0].length,
      points: Number(match[1]),
      total: true,
      sharedOut: match === (last as unknown),
    };
  });
}
