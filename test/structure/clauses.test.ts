import { expect, test } from "vitest";
import { clauseList, structured } from "./document.js";

test("one physical line that holds eight items splits into their clauses", () => {
  const line =
    "2、处罚⑴迟报的，罚款一百元。⑵瞒报的，罚款二百元；情节严重的，免职。⑶漏报的，通报批评。⑷拒报的，停职⑸错报的，退回。⑹不报的，扣分。（7）虚报的，开除。（8）其他，按规定处理。";
  expect(clauseList(`六、奖励与处罚\n1、奖励按年发放。\n${line}`).slice(2)).toEqual([
    "六/2 处罚",
    "六/2/（1） 迟报的，罚款一百元。",
    "六/2/（2） 瞒报的，罚款二百元；",
    "六/2/（2） 情节严重的，免职。",
    "六/2/（3） 漏报的，通报批评。",
    "六/2/（4） 拒报的，停职",
    "六/2/（5） 错报的，退回。",
    "六/2/（6） 不报的，扣分。",
    "六/2/（7） 虚报的，开除。",
    "六/2/（8） 其他，按规定处理。",
  ]);
});

test("decimals, dates, ranges and web addresses do not split clauses", () => {
  expect(clauseList("罚款1.5倍，见www.example.com。\n2011.9.30前上报3.8‰；2、5、8月各一次。")).toEqual([
    "罚款1.5倍，见www.example.com。",
    "2011.9.30前上报3.8‰；",
    "2、5、8月各一次。",
  ]);
});

test("1.5 at a line's start is no enumerator", () => {
  const { outline } = structured("1.5倍以下的罚款。\n2.5米以上不计。");
  expect(outline.map(({ label }) => label)).toEqual([null]);
});

test("a stop inside short brackets does not end a clause, closing signs belong to the clause before", () => {
  expect(clauseList("对甲方（含乙方；丙方除外。）罚款。“必须整改！”他说。")).toEqual([
    "对甲方（含乙方；丙方除外。）罚款。",
    "“必须整改！”",
    "他说。",
  ]);
});

test("an item inherits the headings and the lead-in above it through nested lists", () => {
  const { clauses, repaired } = structured(
    "二、处罚\n（一）经济处罚\n有下列情形之一的，罚款五百元：\n1、占用通道的；\n2、损坏器材，包括：\n①水带；\n②水枪。",
  );
  const show = (span: { start: number; end: number }): string => repaired.text.slice(span.start, span.end);
  const last = clauses.at(-1);
  expect(last?.path).toBe("二/（一）/2/②");
  expect(last?.label).toBe("②");
  expect(last?.headings.map(show)).toEqual(["处罚", "经济处罚"]);
  expect(last?.lead_ins.map(show)).toEqual(["损坏器材，包括：", "有下列情形之一的，罚款五百元："]);
  expect(clauses.map(({ is_heading }) => is_heading)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("clauses separated by half-width punctuation alone are found", () => {
  expect(clauseList("迟报的,罚款100元;瞒报的,罚款1.5倍.拒报的,免职!")).toEqual([
    "迟报的,罚款100元;",
    "瞒报的,罚款1.5倍.",
    "拒报的,免职!",
  ]);
});

test("numbered sentences after commas are clauses of their own", () => {
  expect(clauseList("处理如下：一是退回所得，二是取消资格，三是通报批评。")).toEqual([
    "处理如下：",
    "一是 退回所得，",
    "二是 取消资格，",
    "三是 通报批评。",
  ]);
});

test("clauses keep text order, lie in their part and do not overlap", () => {
  const { clauses, parts } = structured(
    "第一篇：甲\n一、总则\n甲一。甲二。\n第二篇：乙\n（一）乙一；（二）乙二。",
  );
  let before = 0;
  for (const clause of clauses) {
    const part = parts.find((p) => p.part === clause.part);
    expect(clause.start).toBeGreaterThanOrEqual(Math.max(before, part?.start ?? 0));
    expect(clause.end).toBeLessThanOrEqual(part?.end ?? 0);
    before = clause.end;
  }
});
