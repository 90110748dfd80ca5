// What the audit reads of balances, remainders, shares in words and lists: a construction a row with its verdict.
import { describe, expect, test } from "vitest";
import { audit } from "../../src/targets/audit.js";
import { structured } from "../structure/document.js";

const verdicts = (text: string): unknown[] => audit(structured(text)).map((c) => [c.type, c.stated, c.holds]);

describe("balances", () => {
  test.each([
    ["上年末380人，出生12人，死亡4人，迁入6人，迁出9人，年末385人。", ["sum", 385, true]],
    ["上年末380人，出生12人，死亡4人，迁入6人，迁出9人，年末395人。", ["sum", 395, false]],
    [
      "上年结余300元。本年收入：承包费500元，捐款200元，合计700元。本年支出：修路400元，照明100元，合计500元。年末结余500元。",
      ["sum", 500, true],
    ],
    ["应收30户，已收25户，还有5户未收。", ["difference", 5, true]],
    ["债务18万元，已偿还4万元，还剩15万元。", ["difference", 15, false]],
    ["项目42个，已开工29个；尚有13个未开工。", ["difference", 13, true]],
    ["应到会96人，实到91人，请假5人。", ["difference", 5, true]],
    ["基本分85分，加分6分，扣分3.5分，总分87.5分。", ["sum", 87.5, true]],
    ["实绩65.9分，测评17.9分，加分3.5分，综合得分88.3分。", ["sum", 88.3, false]],
    [
      "综合得分=季度考核得分×40%+年终考核得分×60%。甲局季度考核92分，年终考核88分，综合得分89.6分。",
      ["sum", 89.6, true],
    ],
    [
      "综合得分=季度考核得分×40%+年终考核得分×60%。乙局季度考核90分，年终考核91分，综合得分91.4分。",
      ["sum", 91.4, false],
    ],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
});

describe("shares", () => {
  test.each([
    ["18个站所中有12个达标，占三分之二。", ["share", 66.66666667, true]],
    ["6个中队中有2个达标，占一半。", ["share", 50, false]],
    ["全队86人，其中党员47人，占半数以上。", ["share", 50, true]],
    ["职工80人，其中女职工31人，占近四成。", ["share", 40, true]],
    ["党员47人，占半数以上。", ["share", 50, null]],
    ["案件由120起减少到84起，减少三成。", ["growth", 30, true]],
    ["案件由120起减少到100起，减少三成。", ["growth", 30, false]],
    ["网点由36家发展到72家，翻了一番。", ["growth", 2, true]],
    ["出生的40人中，一孩24人，二孩12人，多孩4人，分别占60％、30％和12％。", ["share", 12, false]],
    ["支出31.5亿元，其中教育8.2亿元，占26.0％；社保4.4亿元，占14.8％。", ["share", 14.8, false]],
    ["登记流动人口1286人。已验证1235人，验证率96.8％。", ["rate", 96.8, false]],
    ["上年末人口10000人，年末人口10200人，出生人口101人，出生率10.00‰。", ["rate", 10, true]],
    ["总人口426180人。床位1620张，每千人口拥有床位3.8张。", ["rate", 3.8, true]],
    ["全年接警4015次，平均每天11次。", ["derived", 11, true]],
    ["三次产业结构为22.1：42.2：36.7。", ["sum", 100, false]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
});

describe("lists and products", () => {
  test.each([
    ["全乡参保1260人。东桥260人、上坝180人、石佛310人、柳林220人、何家沟300人。", ["sum", 1260, false]],
    ["五个村共80口：东桥20口，上坝15口，石佛18口，柳林12口，何家沟15口。", ["sum", 80, true]],
    ["出生427人。男婴231人，女婴196人。", ["sum", 427, true]],
    ["一等奖2个，二等奖3个。一等奖各奖5000元，二等奖各奖3000元，共计19000元。", ["sum", 19000, true]],
    ["一类9人，每人每月120元；二类11人，每人每月90元，全年共发放24840元。", ["sum", 24840, true]],
    ["稻田628亩，每亩86.5元，金额54232元。", ["product", 54232, false]],
    ["五村共80口。每口补助1500元，计14.4万元。", ["product", 144000, false]],
    ["水渠1100米，每米35元，计38500元。", ["product", 38500, true]],
    ["下列4个单位未达标：县甲局、县乙局、县丙局。", ["enumeration", 4, false]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
});

describe("what is no claim that fails", () => {
  test.each([
    ["查处案件64起，降至48起。查处治安案件57起，同比增加9起。"],
    ["第一百一十三条 除第一百零三条第二款、第一百零五条、第一百零七条外，从其规定。"],
    ["处三年以上六个月以下：（一）甲；（二）乙；（三）丙。"],
    ["五级、六级伤残的，享受以下待遇：\n（一）补助金；\n（二）津贴。"],
    ["第二百零七条第六项规定的情形：\n（一）甲的；\n（二）乙的。"],
    ["两个以上法院都有管辖权的，可以向其中一个起诉；向两个以上法院起诉的，由先立案的管辖。"],
    ["季度考核92分，年终考核88分，综合得分89.6分。"],
    ["党员会议须有三分之二以上的党员参加。"],
    ["年初库存50吨，购进20吨，另有损耗3吨，售出30吨，年末库存36吨。"],
    ["登记1286人，男604人。已验证980人，验证率96.8％。"],
  ])("%s", (text) => {
    expect(verdicts(text).filter((v) => (v as unknown[])[2] === false)).toEqual([]);
  });
});
