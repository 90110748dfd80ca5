import { describe, expect, it } from "vitest";
import { consequences } from "../../src/provisions/consequences.js";
import { plainDocument } from "../../src/provisions/plain-document.js";
import { structure } from "../../src/structure/structure.js";

// Sentences of our own; types, addressees and amounts coded by hand after the codebook.
const short = (text: string) =>
  consequences(plainDocument(text)).map(({ type, addressee, amount }) => [
    type,
    addressee,
    amount?.min ?? null,
  ]);

describe("consequences", () => {
  it("reads a benefit up to its own verb, and whom it reaches past the body or the place that gives it", () => {
    expect(
      short("对取得认证的产品，主管部门应当予以奖励或者对其检测费用给予补助。").map(([type]) => type),
    ).toEqual(["honour", "cash_reward"]);
    expect(short("职工参加献血的，所在单位应当给予支持，可以给予适当补贴。")).toEqual([
      ["cash_reward", "staff", null],
    ]);
    expect(short("烈士遗属在医疗机构按照规定享受优惠。")).toEqual([["fee_waiver", "relative", null]]);
    expect(short("经民政部门认定的养老机构，可以享受税收优惠。")).toEqual([["fee_waiver", "unit", null]]);
    expect(short("不得接受他人提供的任何形式的资助。")).toEqual([]);
  });

  it("reads each benefit of a row and of a list that one verb grants", () => {
    expect(short("招用失业人员的企业，享受税收优惠、社会保险补贴。").map(([type]) => type)).toEqual([
      "fee_waiver",
      "subsidy",
    ]);
    expect(short("法官因公牺牲的，其家属享受抚恤和优待。")).toEqual([
      ["subsidy", "relative", null],
      ["priority", "relative", null],
    ]);
    expect(short("对养老机构给予下列扶持：\n（一）建设补贴；\n（二）用水用电优惠。")).toEqual([
      ["subsidy", "unit", null],
      ["fee_waiver", "unit", null],
    ]);
    expect(short("小微企业第一年免征房产税，第二年减半征收房产税。").map(([type]) => type)).toEqual([
      "fee_waiver",
      "fee_waiver",
    ]);
  });

  it.each([
    "享受补贴的单位应当如实申报。",
    "领取津贴期间应当接受培训。",
    "对完成任务的人员给予奖励时，应当公示。",
    "奖励分为：嘉奖、记功、授予荣誉称号。",
    "考核结果与记功、晋升相挂钩。",
    "国家鼓励银行为中小企业提供优惠贷款。",
  ])("finds no reward where a benefit only describes, dates or is encouraged: %s", (text) => {
    expect(short(text).filter(([type]) => type !== "rectification")).toEqual([]);
  });

  it("reads a ground that no comma closes, and a step that is only counted", () => {
    expect(short("漏登一户扣20元，一个月漏登十户以上的待岗。").map(([type]) => type)).toEqual([
      "pay_deduction",
      "suspension",
    ]);
    expect(short("占道摆摊的，一次警告，二次收违约金200元，三次停业整顿三天。")).toEqual([
      ["criticism", "party", null],
      ["fine", "party", 200],
      ["suspension", "party", null],
    ]);
    expect(short("参加培训的免学费。").map(([type]) => type)).toEqual(["fee_waiver"]);
  });

  it("takes no ground of a reward for one of the sanction after it, nor a consequence for a ground", () => {
    const triggers = (text: string) =>
      consequences(plainDocument(text)).map(({ type, trigger }) => [type, trigger]);
    expect(triggers("保洁员成绩突出的奖100元，群众反映三次以上的扣50元。")).toEqual([
      ["cash_reward", "achievement"],
      ["pay_deduction", "other"],
    ]);
    expect(triggers("教师旷课的，年终考核不合格，当年不得评优。").at(-1)).toEqual([
      "award_ineligibility",
      "non_attendance",
    ]);
  });

  it("reads prices in tenths as the part that is paid, and cuts in tenths as the part that is waived", () => {
    const multiples = (text: string) =>
      consequences(plainDocument(text)).map(({ type, multiple }) => [type, multiple?.min ?? null]);
    expect(multiples("全年没有违章的商户，租金打九折。")).toEqual([["fee_waiver", 0.9]]);
    expect(multiples("残疾人租摊的，管理费减三成。")).toEqual([["fee_waiver", 0.3]]);
  });

  it("reads how long a bar lasts, for those after it too", () => {
    const months = (text: string) =>
      consequences(plainDocument(text)).map(({ type, months }) => [type, months?.min ?? null]);
    expect(months("超生的职工，五年内不得评先、不得晋级。")).toEqual([
      ["award_ineligibility", 60],
      ["promotion_bar", 60],
    ]);
    expect(months("虚报的单位，主要负责人当年不得评为优秀、一年内不得提拔。").at(0)).toEqual([
      "award_ineligibility",
      null,
    ]);
    expect(months("落户的企业，厂房前三年租金全免。")).toEqual([["fee_waiver", 36]]);
  });

  it("tells who gives from who is given", () => {
    expect(short("对就医的残疾人，公立医院免收挂号费。")).toEqual([["fee_waiver", "family", null]]);
    expect(short("捐赠人向慈善组织捐赠实物的，免收公证费。")).toEqual([["fee_waiver", "family", null]]);
    expect(short("自愿参加评审的单位经认定合格的，由市人民政府授予示范称号。")).toEqual([
      ["honour", "unit", null],
    ]);
    expect(short("对节水改造项目给予补助。")).toEqual([["cash_reward", "unspecified", null]]);
  });

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

  it("takes points of an assessed unit from the unit, whoever is named as the cause", () => {
    expect(read("东岭镇卫生工作目标管理责任书\n\n1、专干缺席一次扣1分。\n")).toEqual([
      ["points_deduction", "unit"],
    ]);
    expect(read("东岭镇卫生工作目标管理责任书\n\n1、每缺一次扣组长1分。\n")).toEqual([
      ["points_deduction", "leader"],
    ]);
  });

  it.each([
    ["东岭镇小学教师绩效考核办法", "staff", "staff"],
    ["东岭织布厂员工奖惩规定", "party", "staff"],
    ["东岭村村规民约", "party", "family"],
    ["东岭镇消防工作办法", "party", "unspecified"],
  ])("means whom the document is about where a clause names nobody: %s", (title, sanctioned, rewarded) => {
    const text = `${title}\n\n第一条 每次罚款50元。\n第二条 提出建议被采纳的，奖励100元。\n`;
    expect(read(text)).toEqual([
      ["fine", sanctioned],
      ["cash_reward", rewarded],
    ]);
  });

  it("means whom the document says that it assesses", () => {
    const text = "东岭县卫生评比细则\n\n第一条 考核对象为各乡镇。\n第二条 瞒报的，取消评先资格。\n";
    expect(read(text)).toEqual([["award_ineligibility", "unit"]]);
  });

  it("leaves what an authority does to anyone to the party, also where a document assesses units", () => {
    const text = "东岭县卫生评比细则\n\n第一条 考核对象为各乡镇。\n第二条 向河道倾倒垃圾的，没收工具。\n";
    expect(read(text)).toEqual([["confiscation", "party"]]);
  });

  it("lets a plain verb carry the benefit named after its amount", () => {
    expect(short("九十岁以上的老人每月发100元。")).toEqual([["subsidy", "family", 100]]);
    expect(short("宣传员每月发放不低于50元的补助。")).toEqual([["subsidy", "staff", 50]]);
  });

  it("takes neither whom the breach is done to nor where it happens for whom it hits", () => {
    expect(short("工作人员对来访者态度粗暴的，通报批评。")).toEqual([["criticism", "staff", null]]);
    expect(short("在车间、仓库内吸烟的，罚款100元。")).toEqual([["fine", "party", 100]]);
    expect(short("盗窃公司财物的，罚款100元。")).toEqual([["fine", "party", 100]]);
  });

  it("takes bodies and persons named in one breath for offenders of one kind", () => {
    expect(short("单位、业主违反规定的，处一千元罚款。")).toEqual([["fine", "party", 1000]]);
  });
});

/** type and addressee in a text with a title */
function read(text: string): string[][] {
  const bytes = new TextEncoder().encode(text).length;
  const document = { source: "made.txt", text, encoding: "utf-8" as const, bytes, sha256: "" };
  return consequences(structure(document)).map(({ type, addressee }) => [type, addressee]);
}
