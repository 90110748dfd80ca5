// How indicators, points and deductions are worded: one construction a row, about one in five negative.
import { describe, expect, test } from "vitest";
import { targets } from "../../src/targets/targets.js";
import { structured } from "../structure/document.js";

const contract = (items: string): string =>
  `某镇消防工作目标管理责任书\n为落实责任，特制定本责任书。\n一、责任目标\n${items}\n`;
const read = (items: string) => targets(structured(contract(items)));

describe("values", () => {
  test.each([
    ["1、住户知晓率达九成以上。", [[">=", 90, "percent"]]],
    ["1、器材完好率达到六成五。", [[">=", 65, "percent"]]],
    ["1、伤亡率控制在25/10万以下。", [["<=", 0.00025, "ratio"]]],
    ["1、每万人查处一例以上。", [[">=", 0.0001, "ratio"]]],
    ["1、亿元产值死亡率控制在0.12以内。", [["<=", 0.12, "ratio"]]],
    ["1、出生人口性别比控制在107以内。", [["<=", 107, "ratio"]]],
    ["1、隐患整改率保持在90％—95％。", [[">=", 90, "percent"]]],
    [
      "1、演练合格率：学校98％，商场95％。",
      [
        ["=", 98, "percent"],
        ["=", 95, "percent"],
      ],
    ],
    [
      "1、新建微型消防站12个，改造管网3公里。",
      [
        ["=", 12, "count"],
        ["=", 3, "count"],
      ],
    ],
    ["1、外出三个月以上的须报告，每月检查一次。", []],
    ["1、器材完好率每季95％。", [["=", 95, "percent"]]],
    ["1、外来人员登记、办证率90％以上。", [[">=", 90, "percent"]]],
    [
      "1、外来人员持证、办证率90％以上。",
      [
        [">=", 90, "percent"],
        [">=", 90, "percent"],
      ],
    ],
    ["1、平均出警日3.5天以下。", [["<=", 3.5, "count"]]],
    ["1、盘点误差率控制在千分之三以内。", [["<=", 3, "permille"]]],
    ["1、去年全镇起火21起，完好率93.5％，投入业务费80万元。", []],
    [
      "1、培训骨干500人次，死亡人数不超过3人。",
      [
        ["=", 500, "count"],
        ["<=", 3, "count"],
      ],
    ],
    ["1、争取专项资金200万元。", [["=", 2000000, "yuan"]]],
    ["1、火灾起数比上年下降5％以上。", [[">=", 5, "percent"]]],
    ["1、完好率达到80％，比上年提高5个百分点。", [[">=", 80, "percent"]]],
    [
      "1、杜绝重大火灾，力争零投诉。",
      [
        ["=", 0, "count"],
        ["=", 0, "count"],
      ],
    ],
    ["1、无偿配发器材，无正当理由不得缺席。", []],
    ["1、已举办培训班12期，完成了改造3处。", []],
    [
      "1、器材完好率≥95％，误报率≤2％。",
      [
        [">=", 95, "percent"],
        ["<=", 2, "percent"],
      ],
    ],
    [
      "1、责任书签订100％，隐患100％整改到位。",
      [
        ["=", 100, "percent"],
        ["=", 100, "percent"],
      ],
    ],
    ["1、覆盖面达到百分之百。", [[">=", 100, "percent"]]],
    [
      "1、疏通消防通道12公里，新栽防火林3千米。",
      [
        ["=", 12, "count"],
        ["=", 3, "count"],
      ],
    ],
    ["1、每月检查2次，有成员5人，共有消火栓30个。", []],
    ["1、建立巡查制度、交接班制度等2项制度。", []],
    ["1、重大火灾零发生。", [["=", 0, "count"]]],
    ["1、出生人口性别比。压到110以内（5分）。", [["<=", 110, "ratio"]]],
    ["1、“三查”（查灯、查门、查栓）到位率每次都在95％以上。", [[">=", 95, "percent"]]],
    ["1、器材完好率达到95％，掉到80％以下，该项按零分记。", [[">=", 95, "percent"]]],
    ["1、组建志愿队伍2000余人。", []],
    ["1、建档率不能低于九成五。", [[">=", 95, "percent"]]],
    ["1、用电量比上年削减8％。", [[">=", 8, "percent"]]],
    ["1、按时上报12月份报表，第3季度汇总。", []],
  ])("%s", (items, expected) => {
    expect(read(items).map((r) => [r.comparator, r.value, r.unit])).toEqual(expected);
  });
  test("a base of zero is no base", () => {
    expect(read("1、伤亡率控制在25/0万以下。").map((r) => r.unit)).not.toContain("ratio");
  });
  test("a change on the year before is flagged as relative, a range keeps its upper end", () => {
    expect(read("1、火灾起数下降5％。")[0]).toMatchObject({ value: 5, flags: ["relative"] });
    expect(read("1、每村配备巡查员1—2名。")[0]).toMatchObject({ value: 1, value_max: 2, flags: ["range"] });
  });
});

describe("points", () => {
  test.each([
    ["1、建立台账，得5分。", [5]],
    ["1、建立台账，计5分；专人管理，计3分。", [5, 3]],
    ["1、完好率达到95％得10分，90％—95％得8分，90％以下不得分。", [10]],
    ["1、（10分）建立台账，缺一项扣1分。", [10]],
    ["1、台账齐全【10分】。", [10]],
    ["1、台账齐全（10 分，每缺一项扣1分）。", [10]],
    ["1、巡查（20分（其中白天12分，夜间8分））。", [20]],
    ["1、台账齐全，共20分，每缺一项扣2分。", [20]],
    ["1、党建20分、综治30分、民政50分。", [20, 30, 50]],
    ["1、台账齐全（半分）。\n2、例会按时（一点五分）。", [0.5, 1.5]],
    ["（一）台账（满分20分）\n（二）例会（满分30分）", [20, 30]],
    ["1、受到表扬的加2分，每完成一项得1分，综合得分90分以上的为优秀。", []],
    ["1、满分100分，其中检查60分、测评40分。", []],
    ["1、建立机构、制定方案、落实经费各3分，其他1分。", [3, 3, 3, 1]],
    ["1、登记率、签订率分别达到98％和100％，各计5分。", [5, 5]],
    ["1、台账齐全，缺一项扣1分。10分", [10]],
    ["1、到检率达到90％，给30分，每少1个百分点减1分。", [30]],
    ["1、台账齐全（标准分20分，自评18分）。", [20]],
    ["1、建档率95％、验收率90％（6分），每项3分。", [6, 3, 3]],
    ["1、按得分排队，得95分（含95分）以上的奖励。", []],
  ])("%s", (items, expected) => {
    expect(
      read(items)
        .map((r) => r.points)
        .filter((p) => p !== null),
    ).toEqual(expected);
  });
  test("a total over the whole list is no item", () => {
    const found = targets(
      structured(contract("1、台账（60分）。\n2、例会（40分）。").replace("目标\n", "目标（100分）\n")),
    );
    expect(found.map((r) => r.points)).toEqual([60, 40]);
  });
});

describe("deductions", () => {
  test.each([
    ["每低于一个百分点扣2分", { per: "percentage_point", points: 2, floor: null }],
    ["每低0.5个百分点，扣1分，扣完该项分值为止", { per: "percentage_point", points: 1, floor: 0, step: 0.5 }],
    ["缺一项扣1分", { per: "occurrence", points: 1, floor: null }],
    ["发现一例扣2分", { per: "case", points: 2, floor: null }],
    ["迟报一天扣0.5分", { per: "day", points: 0.5, floor: null }],
    ["少一名扣1分", { per: "person", points: 1, floor: null }],
    ["每少100万元扣0.5分", { per: "amount", points: 0.5, floor: null, step: 1000000 }],
    ["少一次扣1分，最多扣3分", { per: "occurrence", points: 1, floor: 7 }],
    ["未完成的，扣5分", { per: "occurrence", points: 5, floor: null }],
    ["因灾未完成的不扣分", null],
  ])("%s", (rule, expected) => {
    expect(read(`1、器材完好率达到95％以上（10分），${rule}。`)[0]?.deduction).toEqual(expected);
  });
  test("a rule belongs to the points before it", () => {
    const found = read("1、检查不少于12次（6分），每少一次扣0.5分；演练2次以上（4分）。");
    expect(found.map((r) => [r.value, r.points, r.deduction?.points ?? null])).toEqual([
      [12, 6, 0.5],
      [2, 4, null],
    ]);
  });
});

describe("quotas and thresholds", () => {
  test("a list of parts that a plan hands out gives quotas, the rest is nobody's", () => {
    const found = read("1、改造任务500处，分解如下：东村200处、西村150处、北村100处，其余3个村50处。");
    expect(found.map((r) => [r.value, r.role, r.addressee])).toEqual([
      [500, "target", null],
      [200, "quota", "东村"],
      [150, "quota", "西村"],
      [100, "quota", "北村"],
    ]);
  });
  test("cases that something follows are watched, in a list of grounds those beyond a number too", () => {
    const found = read(
      "1、虚报整改5件以上的，追究责任。\n2、有下列情形之一的，通报批评：\n（1）有效投诉超过30件；\n（2）发生火灾2起以上。",
    );
    expect(found.map((r) => [r.comparator, r.value, r.role])).toEqual([
      ["<", 5, "watchlist_threshold"],
      ["<=", 30, "watchlist_threshold"],
      ["<", 2, "watchlist_threshold"],
    ]);
  });
  test("a report plans under a heading of its own or after words that announce a plan", () => {
    const text =
      "某镇消防工作总结\n一、成效\n完好率达到92％。\n2014年工作计划：1.完好率达到95％；2.误报率控制在2％以内。\n";
    expect(targets(structured(text)).map((r) => [r.value, r.role])).toEqual([
      [95, "target"],
      [2, "target"],
    ]);
  });
  test("names that owe a part are quotas without a printed total too, kinds of a total are targets", () => {
    const list = read("1、青山镇80亩、柳河镇70亩、石桥乡90亩。");
    expect(list.map((r) => [r.role, r.addressee])).toEqual([
      ["quota", "青山镇"],
      ["quota", "柳河镇"],
      ["quota", "石桥乡"],
    ]);
    const kinds = read("1、新建投放点45处，其中智能式18处、棚式27处。");
    expect(kinds.map((r) => [r.role, r.value])).toEqual([
      ["target", 45],
      ["target", 18],
      ["target", 27],
    ]);
  });
  test.each([
    ["1、完好率低于70％的；", ["veto_threshold", ">=", 70]],
    ["1、事故数超过控制指标20％的；", ["veto_threshold", "<=", 20]],
    ["1、瞒报火灾2起以上的；", ["veto_threshold", "<", 2]],
    ["1、火灾中死亡3人以上的；", ["veto_threshold", "<", 3]],
  ])("%s", (item, expected) => {
    const [one] = targets(structured(`某镇办法\n一、有下列情形之一的，一票否决：\n${item}\n`));
    expect([one?.role, one?.comparator, one?.value]).toEqual(expected);
  });
  test("a watch list and a veto of one item keep their thresholds apart", () => {
    const found = targets(
      structured("某镇办法\n一、管理\n1、完好率低于70％的，黄牌警告；连续两年低于70％的，一票否决。\n"),
    );
    expect(found.map((r) => [r.role, r.value])).toEqual([
      ["watchlist_threshold", 70],
      ["veto_threshold", 70],
    ]);
  });
  test("a rate whose fall is punished is watched, a number of things is not", () => {
    const punished = (clause: string) => targets(structured(`某镇办法\n一、管理\n1、${clause}。\n`));
    expect(punished("完好率低于70％的村，通报批评").map((r) => [r.role, r.comparator, r.value])).toEqual([
      ["watchlist_threshold", ">=", 70],
    ]);
    expect(punished("酒席超过15桌的，罚款500元")).toEqual([]);
  });
});

test("a task that is shared out in bare numbers gives quotas, in the unit that its head prints", () => {
  const counted = read("1、植树任务150亩：青石60、白沙50、柳林40。");
  expect(counted.map((r) => [r.value, r.unit, r.addressee])).toEqual([
    [150, "count", null],
    [60, "count", "青石"],
    [50, "count", "白沙"],
    [40, "count", "柳林"],
  ]);
  const money = read("1、收费任务（万元）：青石1.2、白沙0.8、柳林0.5，合计2.5。");
  expect(money.map((r) => [r.value, r.unit, r.addressee])).toEqual([
    [12000, "yuan", "青石"],
    [8000, "yuan", "白沙"],
    [5000, "yuan", "柳林"],
    [25000, "yuan", null],
  ]);
});

test("parts are bound as their total is, or as the words before the list or the number say", () => {
  const bounds = (item: string) => read(item).map((r) => [r.comparator, r.value]);
  expect(bounds("1、起火数控制在14起以内，其中甲村5起、乙村6起、丙村3起。")).toEqual([
    ["<=", 14],
    ["<=", 5],
    ["<=", 6],
    ["<=", 3],
  ]);
  expect(bounds("1、起火最多不突破14起，其中甲村不超过5起，乙村不超过6起。")).toEqual([
    ["<=", 14],
    ["<=", 5],
    ["<=", 6],
  ]);
  expect(bounds("1、各村至少完成：甲村5处，乙村6处，丙村3处。")).toEqual([
    [">=", 5],
    [">=", 6],
    [">=", 3],
  ]);
});

test("budgets by the head, their whole, and plans that were missed", () => {
  expect(read("1、业务费按每人每年5元提取，全镇一年安排12万元。").map((r) => [r.value, r.unit])).toEqual([
    [5, "yuan"],
    [120000, "yuan"],
  ]);
  const missed = targets(structured("某镇办法\n一、管理\n1、征收任务没有完成七成的村，通报批评。\n"));
  expect(missed.map((r) => [r.comparator, r.value, r.role])).toEqual([[">=", 70, "watchlist_threshold"]]);
});

test("a report that scores itself prints the points of its items, not what it gave itself", () => {
  const text =
    "某镇消防工作自查报告\n一、得分\n组织领导20分，自评18分；日常巡查50分，自评46分；宣传培训30分，自评27分。\n";
  const points = targets(structured(text)).flatMap((r) => (r.points === null ? [] : [r.points]));
  expect(points).toEqual([20, 50, 30]);
});

test("a report on half a year sets what its section on the other half asks for, and quotes what a level above set", () => {
  const text =
    "某街道关于上半年消防工作完成情况的通报\n一、完成情况\n1.完好率92％，达到市里90％以上的标准；误报率3％，超出1％的允许范围。\n二、下半年任务\n1.完好率95％以上。\n";
  expect(targets(structured(text)).map((r) => [r.comparator, r.value, r.role])).toEqual([
    [">=", 90, "reported"],
    ["<=", 1, "reported"],
    [">=", 95, "target"],
  ]);
});
