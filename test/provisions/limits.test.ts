import { describe, expect, it } from "vitest";
import { explainConsequences } from "../../src/provisions/consequences.js";
import { plainDocument } from "../../src/provisions/plain-document.js";

const seconds = (text: string): number => {
  const start = performance.now();
  explainConsequences(plainDocument(text));
  return (performance.now() - start) / 1000;
};
explainConsequences(plainDocument("罚款一百元。")); // rules are read once

/** texts that a careless pattern would choke on: each repeats what opens a rule and never closes it */
const HOSTILE = [
  "取消",
  "追究",
  "责令",
  "（",
  "《",
  "“",
  "对",
  "由",
  "的",
  "，",
  "罚",
  "扣",
  "每",
  "第",
  "或者",
  "对的",
  "处500元以上",
  "违反规定的，",
  "警告、",
  "取消…",
];

describe("cost", () => {
  it.each(HOSTILE)(
    "of a clause of 50,000 characters that repeats %s grows about as the text does",
    (unit) => {
      const text = (length: number) => `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}。`;
      const short = seconds(text(12_500));
      expect(seconds(text(50_000))).toBeLessThan(Math.max(3, short * 10));
    },
  );

  it("of a clause of 50,000 characters full of consequences grows about as the text does", () => {
    const one = "对未按规定分类的单位，罚款200元，对负责人罚款50元，并责令限期改正，";
    const short = seconds(`${one.repeat(350)}。`);
    const long = seconds(`${one.repeat(1400)}。`);
    expect(long).toBeLessThan(Math.max(1, short * 8));
  });

  it("of a file of 10,000 clauses grows about as the text does", () => {
    const one = "（一）对未按规定报告的乡镇，由主管部门责令改正，处二百元以上五百元以下罚款；\n";
    const short = seconds(one.repeat(2500));
    const long = seconds(one.repeat(10_000));
    expect(long).toBeLessThan(Math.max(4, short * 8));
  });
});
