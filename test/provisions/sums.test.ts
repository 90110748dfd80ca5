import { describe, expect, it } from "vitest";
import { consequences } from "../../src/provisions/consequences.js";
import { plainDocument } from "../../src/provisions/plain-document.js";

// Sentences of our own; coded by hand after the codebook.
const read = (text: string) => consequences(plainDocument(text));

/** type and sum, the lower bound or the only one */
const sums = (text: string) =>
  read(text).map(({ type, amount }) => [type, amount?.min ?? amount?.max ?? null]);
const rates = (text: string) => read(text).map(({ type, per }) => [type, per]);
const shares = (text: string) =>
  read(text).map(({ type, multiple, base, months }) => [
    type,
    multiple?.min ?? multiple?.max ?? null,
    base,
    months?.max ?? null,
  ]);

describe("sums", () => {
  it("are one record each where a verb deals out several, and mean whom each names", () => {
    expect(
      read("发现漏登的，罚责任人500元、科主任300元。").map(({ type, addressee, amount }) => [
        type,
        addressee,
        amount?.min,
      ]),
    ).toEqual([
      ["fine", "staff", 500],
      ["fine", "leader", 300],
    ]);
    expect(sums("评为优秀的，奖励主任800元，信息员400元。")).toEqual([
      ["cash_reward", 800],
      ["cash_reward", 400],
    ]);
  });

  it("are no further record where the same sum is split, capped or added up", () => {
    expect(sums("按期完成的，奖励2000元，县里拿1200元。")).toEqual([["cash_reward", 2000]]);
    expect(sums("按期完成的，奖励2000元，全年最高5000元。")).toEqual([["cash_reward", 2000]]);
  });

  it("of ranks are one interval, also where the ranks stand between them", () => {
    const [reward] = read("考核进入前五名的乡镇，第一名奖励5万元，第二、三名各3万元，第四、五名各2万元。");
    expect(reward?.amount).toEqual({ min: 20000, max: 50000 });
  });

  it("need no unit after a verb of paying", () => {
    expect(sums("不报告的罚五十到二百。")).toEqual([["fine", 50]]);
    expect(sums("考上大学的给2000，考上高中的奖500块。")).toEqual([
      ["cash_reward", 2000],
      ["cash_reward", 500],
    ]);
    expect(sums("完成任务的得95，未完成的扣2。")).toEqual([]);
  });

  it("stand with the deposit that is kept, and in the last of ranks without units", () => {
    expect(sums("年初缴风险金3000元，得分60分以下的风险金不退。")).toEqual([["confiscation", 3000]]);
    const [reward] = read("评比前三名的村，分别奖5000、3000、2000元。");
    expect(reward?.amount).toEqual({ min: 2000, max: 5000 });
  });

  it("of an allowance that rises are what it rises to", () => {
    expect(sums("工作满十年的护士，夜班津贴由40元提到60元。")).toEqual([["subsidy", 60]]);
  });

  it("of a budget, a report or what a point is worth are none", () => {
    expect(sums("全年预算180万元，其中经济奖励96万元。")).toEqual([]);
    expect(sums("每分折绩效工资80元。")).toEqual([]);
    expect(sums("去年罚款收入8600元，支出慰问2200元。")).toEqual([]);
  });
});

describe("rates", () => {
  it.each([
    ["漏报一例扣2分。", "case"],
    ["缺席一次扣2分。", "occurrence"],
    ["查出一名漏登对象扣2分。", "person"],
    ["逾期一天扣2分。", "day"],
    ["少一个百分点扣2分。", "percentage_point"],
    ["每超0.5个百分点扣2分。", "percentage_point"],
    ["漏一条扣2分。", null],
    ["每月报送名册，漏一条扣2分。", null],
  ])("are read without 每: %s", (text, per) => {
    expect(rates(text)).toEqual([["points_deduction", per]]);
  });

  it("hold for all that one deed costs", () => {
    expect(rates("职工违规一例，罚单位5000元，罚负责人500元。")).toEqual([
      ["fine", "case"],
      ["fine", "case"],
    ]);
  });

  it("are none where a count only tells when", () => {
    expect(rates("有下列行为之一的，罚款100元。")).toEqual([["fine", null]]);
    expect(rates("第一次罚款100元。")).toEqual([["fine", null]]);
  });
});

describe("parts of pay", () => {
  it("below the whole are a deduction, from the whole on a full bonus", () => {
    expect(shares("被通报的乡镇，干部目标奖按六成发给。")).toEqual([["pay_deduction", 0.6, "bonus", null]]);
    expect(shares("得分95分以上的科室，绩效按105%结算。")).toEqual([["full_bonus", 1.05, "bonus", null]]);
    expect(shares("补助资金按100%兑现。")).toEqual([]);
  });

  it("are multiples of a wage, and the time of what is stopped", () => {
    expect(shares("擅自离岗的，扣发两个月工资。")).toEqual([["pay_deduction", 2, "monthly_wage", null]]);
    expect(shares("擅自离岗的，停发半年下乡补助。")).toEqual([["pay_deduction", null, null, 6]]);
    expect(shares("通风报信的，罚三个月误工补贴。")).toEqual([["pay_deduction", 3, null, null]]);
  });
});

describe("multiples", () => {
  it("take a bound that stands before what they are a multiple of, and what is added to the first", () => {
    const [waiver] = read("献血者五年内按照不超过献血量的五倍免交用血费用。");
    expect(waiver?.multiple).toEqual({ min: null, max: 5 });
    expect(shares("第三次违反的，加罚一倍。")).toEqual([["fine", 2, null, null]]);
    expect(shares("逾期不还的，加收一倍利息。").map(([, multiple]) => multiple)).toEqual([1]);
  });

  it("double the step before, of whatever type it is", () => {
    expect(shares("容留外人的每户罚500元，带头的加倍。")).toEqual([
      ["fine", null, null, null],
      ["fine", 2, null, null],
    ]);
    expect(shares("带头完成的工作量加倍。")).toEqual([]);
  });
});

describe("terms", () => {
  it("may end the sub-clause before, and open the next of two bars", () => {
    expect(shares("自受处分之日起五年内，不得担任任何企业的负责人。")).toEqual([
      ["promotion_bar", null, null, 60],
    ]);
    expect(shares("超生三个的，五年不分红，不评先进，不能当组长。").map(([, , , months]) => months)).toEqual([
      60, 60, 60,
    ]);
    expect(shares("一年内三次拒载的，吊销营运证。")).toEqual([["licence_revocation", null, null, null]]);
    expect(shares("对末位的干部，当年不得评为优秀、一年内不予提拔。")).toEqual([
      ["award_ineligibility", null, null, null],
      ["promotion_bar", null, null, 12],
    ]);
  });
});
