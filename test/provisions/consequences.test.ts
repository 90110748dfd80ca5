import { describe, expect, it } from "vitest";
import { consequences } from "../../src/provisions/consequences.js";
import { plainDocument } from "../../src/provisions/plain-document.js";

// Sentences of our own; types, addressees and amounts coded by hand after the codebook.
const short = (text: string) =>
  consequences(plainDocument(text)).map(({ type, addressee, amount }) => [
    type,
    addressee,
    amount?.min ?? null,
  ]);

describe("consequences", () => {
  it("gives each addressee its own fine", () => {
    expect(short("发现一处火险的，罚所属企业三万元，罚该企业主要负责人2000元，罚保洁员500元。")).toEqual([
      ["fine", "unit", 30000],
      ["fine", "leader", 2000],
      ["fine", "staff", 500],
    ]);
  });

  it("takes a run of one type as one record", () => {
    expect(short("对失火的当事人给予开除、辞退或解除劳动关系处理。")).toEqual([["dismissal", "party", null]]);
  });

  it("never takes the authority for the addressee", () => {
    expect(short("经营者未按规定分类的，由街道办事处责令改正，处二百元以上五百元以下罚款。")).toEqual([
      ["rectification", "party", null],
      ["fine", "party", 200],
    ]);
  });

  it.each(["坚持一票否决制。", "任何单位不得对住户罚款。", "罚款收入上缴财政。", "今年共处罚3家单位。"])(
    "finds nothing in a mention: %s",
    (text) => {
      expect(short(text)).toEqual([]);
    },
  );

  it("reads half the price in 两免三减半, none in 两免一补", () => {
    const multiples = (text: string) =>
      consequences(plainDocument(text)).map(({ type, multiple }) => [type, multiple?.min ?? null]);
    expect(multiples("对独生子女家庭享受住院费用“两免三减半”。")).toEqual([["fee_waiver", 0.5]]);
    expect(multiples("对独生子女家庭的学生执行“两免一补”。")).toEqual([["fee_waiver", null]]);
  });

  it("takes 上述…责任人 for leaders and staff", () => {
    expect(short("对上述相关责任人给予警告处分。").map(([, addressee]) => addressee)).toEqual([
      "leader",
      "staff",
    ]);
  });
});
