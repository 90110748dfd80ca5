// What the audit reads: one construction of a claim a row with its verdict; negatives expect no claim.
import { describe, expect, test } from "vitest";
import { audit } from "../../src/targets/audit.js";
import { structured } from "../structure/document.js";

const verdicts = (text: string): unknown[] => audit(structured(text)).map((c) => [c.type, c.stated, c.holds]);

describe("changes", () => {
  test.each([
    ["去年发放120万元，今年发放150万元，比去年增加30万元。", ["difference", 300000, true]],
    ["收到来信56件，较去年减少14件，下降20％。", ["growth", 20, true]],
    ["收到来信56件，较去年减少14件，下降25％。", ["growth", 25, false]],
    ["新建公厕由去年的15座增加到22座，增加了7座。", ["difference", 7, true]],
    ["合格率由2010年的45.2％提高到63.7％，提高了17.5个百分点。", ["difference", 17.5, false]],
    ["实现收入3.2亿元，同比增长8.5％。", ["growth", 8.5, null]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
});

describe("products and means", () => {
  test.each([
    ["一次性发给8×12×14=1344元。", ["product", 1344, true]],
    ["每年发放720元（60元×12个月）。", ["product", 720, true]],
    ["每年发放700元（60元×12个月）。", ["product", 700, false]],
    ["按8元×12月×14年计算。", ["product", null, null]],
    ["每户补助500元，共补助260户，发放资金13万元。", ["product", 130000, true]],
    ["卫生费每户每月5元，全年72元。", ["product", 72, false]],
    ["“标兵”“能手”各5名，每人奖200元，共2000元。", ["product", 2000, true]],
    ["举办培训12期，培训3600人次，平均每期300人次。", ["derived", 300, true]],
    ["为40户发放奖励金20万元。", ["derived", null, null]],
    ["低保户8人每人每月150元，特困户5人每人每月200元，半年共发13200元。", ["product", 13200, true]],
    ["低保户8人每人每月150元，特困户5人每人每月200元，半年共发13000元。", ["product", 13000, false]],
    ["每月发养护费20元，发满5年，合计1200元。", ["product", 1200, true]],
    ["每月发养护费20元，发满5年，合计1100元。", ["product", 1100, false]],
    ["护林补贴45户每月8元共4320元。", ["product", 4320, true]],
    ["巡查任务480次（每季120次）。", ["product", 480, true]],
    ["修渠任务230米：4个社区每个社区35米，3个村每个村30米。", ["product", 230, true]],
    ["修渠任务230米：4个社区每个社区35米，3个村每个村40米。", ["product", 230, false]],
    ["举办夜校7期，每期40人，培训280人次。", ["product", 280, true]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
  test("the amount per household is computed where it is not printed", () => {
    const [claim] = audit(structured("为40户发放奖励金20万元。"));
    expect(claim).toMatchObject({
      computed: 5000,
      note: "cannot be decided: the amount for each is not printed",
    });
  });
});

describe("totals", () => {
  test.each([
    ["甲镇12台次，乙镇8台次，丙镇6台次，合计26台次。", ["sum", 26, true]],
    ["一季度完成30件，二季度完成45件，三季度完成20件，四季度完成20件，全年完成120件。", ["sum", 120, false]],
    ["发现隐患48个，已整改46个，未整改3个。", ["sum", 48, false]],
    ["分别奖励3万元、2万元、1万元，合计7万元。", ["sum", 7, false]],
    ["全县造林3000亩。任务分解如下：\n青山镇1000亩\n柳河镇1200亩\n石桥乡900亩\n", ["sum", 3000, false]],
    ["考核时平时占30％、半年占30％、年终占50％。", ["sum", 100, false]],
    ["三项得分按30％、20％、50％的权重计入总分。", ["sum", 100, true]],
    ["实行百分制：巡查40分，台账45分，演练15分。", ["sum", 100, true]],
    ["职工中男性占52％，女性占47％。", ["sum", 100, false]],
    ["病种构成中，甲类占20％、乙类占45％、丙类占35％。", ["sum", 100, true]],
    ["补助300人次、60万元，其中住院100人次、45万元，门诊200人次、15万元。", ["sum", 60, true]],
    ["东村52例，西村47例，北村61例，三个村合计160例。", ["enumeration", 3, true]],
    ["东村52例，西村47例，北村61例，三个村合计161例。", ["sum", 161, false]],
    ["征收任务54万元，上半年入库30万元，下半年入库25万元。", ["sum", 54, false]],
    ["一次奖给2600元，县里拿1600元，镇里拿1000元。", ["sum", 2600, true]],
    ["村集体出6000元，企业赞助4500元，共10000元。", ["sum", 10000, false]],
    ["台账（标准分20分，自评17分，扣2分）。", ["difference", 2, false]],
    [
      "自评得分90分。\n一、台账（标准分40分，自评37分）。\n二、演练（标准分40分，自评36分）。\n三、宣传（标准分20分，自评18分）。\n",
      ["sum", 90, false],
    ],
    ["平均合格率93％（第一次92％、第二次94％）。", ["derived", 93, true]],
    ["失火由去年的34起降到今年的21起，降幅38.2％。", ["growth", 38.2, true]],
    ["今年办证1200本，比去年的900本增加300本，是去年的1.4倍。", ["growth", 1.4, false]],
    ["投资从2008年的120万元增加到2010年的300万元，增长1.5倍。", ["growth", 1.5, true]],
    ["今年办证1800本，比去年的900本翻了一番。", ["growth", 2, true]],
    ["应建档480份，已建450份，还差20份。", ["difference", 20, false]],
    ["水库拨款30万元，支出26.5万元，节余3.5万元。", ["difference", 35000, true]],
    ["应参加演练325人，参加312人，参演率96％，还有13人没来。", ["difference", 13, true]],
    ["收水费356万元，完成年任务400万元的89％，欠44万元。", ["difference", 44, true]],
    ["4月份植树35亩，5月份42亩，6月份28亩，三个月共植树106亩。", ["sum", 106, false]],
    ["组织3支小分队，每队4人，共12人。", ["product", 12, true]],
    ["赔偿款由厂方承担15％、保险公司承担25％、施工队承担60％。", ["sum", 100, true]],
    ["应检820人次，实检831人次，检查率101.3％。", ["subset", 820, false]],
    ["流出187人，办证170人，办证率90.9。", ["rate", 90.9, true]],
    ["该交水费114户，交了49户，占百分之四十三。", ["share", 43, true]],
    ["三个人值班：队长管水，会计管账，出纳管钱，文书管表。", ["enumeration", 3, false]],
    ["台账共五本：户籍册、收支册、用水册、值班册、奖惩册。", ["enumeration", 5, true]],
    ["先进单位5个：东桥村、上坝村、石佛村、青石村。", ["enumeration", 5, false]],
    ["植树任务150亩：青石60、白沙50、柳林45。", ["sum", 150, false]],
    ["收费任务（万元）：青石1.2、白沙0.8、柳林0.5，合计2.5。", ["sum", 25000, true]],
    ["按百分计，台账40分，巡查35分，演练20分。", ["sum", 100, false]],
    ["年底打分，满分100：台账40分，巡查35分，演练25分。", ["sum", 100, true]],
    ["收到投诉31件，属噪声17件、油烟8件、渗漏5件，办结29件。", ["sum", 31, false]],
    ["全年罚款收入8600元，支出垃圾清运5400元、慰问3100元，结余100元。", ["difference", 100, true]],
    ["应收水费86万元，到账52万元，尚有34万元没有收上来。", ["difference", 34, true]],
    ["出生209人，其中政策内出生196人，出生率8‰，政策外出生13人。", ["difference", 13, true]],
    ["住建报376件，城管报391件，两家相差15件。", ["difference", 15, true]],
    ["由第15位升到第3位，前移13位。", ["difference", 13, false]],
    ["合格率93.8％，超过全年93％的目标0.8个百分点。", ["difference", 0.8, true]],
    ["到位率60％，离全年90％的要求还差20个百分点。", ["difference", 20, false]],
    ["7月2日至8日用7天时间逐户核对。", ["difference", 7, true]],
    ["全年400例，比任务380例超20例。", ["difference", 20, true]],
    ["查出漏报12例，差错率1.0％（共核查1200例）。", ["rate", 1, true]],
    ["全村412户，每户投工3个，共投工1236个。", ["product", 1236, true]],
    ["总分＝月查平均分×20％＋季评平均分×30％＋年考得分×40％。", ["sum", 100, false]],
    ["一等奖1名，奖励3000元；二等奖2名，各奖励2000元，共计8000元。", ["sum", 8000, false]],
    ["全乡村收入18万元，支出15万元，结余2万元。", ["difference", 20000, false]],
    ["改厕任务1860座，每座补助1200元，共需资金223.2万元。", ["product", 2232000, true]],
    ["以人均收入3000元为基数，按2倍征收6500元。", ["product", 6500, false]],
    ["对夫妻二人各征收6000元，合计12000元。", ["product", 12000, true]],
    ["集中整治（4月1日至4月30日，共31天）。", ["difference", 31, false]],
    ["集中整治（4月1日至4月30日，共29天）。", ["difference", 29, true]],
    ["整治从3月1日至5月31日，为期三个月。", ["difference", 3, true]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
});

describe("rates and what cannot be", () => {
  test.each([
    ["全年空气质量优良天数301天，优良率达82.5％。", ["rate", 82.5, true]],
    ["参合率达到98.6％，参合农民31.2万人，应参合31.65万人。", ["rate", 98.6, true]],
    ["完成投资2400万元，占年度计划3000万元的80％。", ["share", 80, true]],
    ["出生男孩3010人，女孩2822人，出生人口性别比106.7。", ["rate", 106.7, true]],
    ["在抽查的25人中，知晓率为85％。", ["integer_feasibility", 85, false]],
    ["在抽查的25人中，知晓率为84％。", ["integer_feasibility", 84, true]],
    ["连续三年（2009—2010年）达标。", ["enumeration", 3, false]],
    ["目标为100人，实际完成120人，超额完成20人。", ["difference", 20, true]],
    ["完成出口1860件，比去年同期的1550件多收310件，增长20％。", ["growth", 20, true]],
    ["北乡到位2.6亿元，完成年度任务的52％（任务5亿元）。", ["share", 52, true]],
    ["管理患者640人，管理率为78.1％（500人）。", ["rate", 78.1, true]],
    ["全乡有13个村。村村通了水。有3个村没有专干，占23.1％。", ["share", 23.1, true]],
    ["合格率只有82％，比目标90％低10个百分点。", ["difference", 10, false]],
    ["1680人，人均耕地1.2亩，耕地总面积2016亩。", ["derived", 1.2, true]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
  test("a rate that another group of numbers does not give is left alone", () => {
    const text = "监测断面12个，达标11个，达标率91.7％；水源地4个，水质达标率100％。";
    expect(verdicts(text).filter((v) => (v as unknown[])[2] === false)).toEqual([]);
  });
});

describe("announced numbers", () => {
  test.each([
    [
      "某局要点\n二、抓好五项工作\n（一）宣传。\n（二）培训。\n（三）检查。\n（四）考核。\n三、其他\n",
      ["enumeration", 5, false],
    ],
    ["要突出三个重点。一是人群，二是地区，三是环节。", ["enumeration", 3, true]],
    [
      "实行“六个一”工程：一个机构、一支队伍、一套制度、一个阵地、一本台账、一笔经费。",
      ["enumeration", 6, true],
    ],
    ["建立县、乡、村两级网络。", ["enumeration", 2, false]],
    ["做好三个强化：强化宣传、强化服务、强化征收。", ["enumeration", 3, true]],
    ["做好四个强化：强化宣传、强化服务、强化征收。", ["enumeration", 4, false]],
    ["通报三起典型案件如下：\n东厂仓库失火案。罚款。\n西厂车间失火案。罚款。\n", ["enumeration", 3, false]],
    ["要完成两项任务：1、建档；2、建卡；3、建网。", ["enumeration", 2, false]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toContainEqual(expected);
  });
  test("a slogan with a list of something else after it announces nothing", () => {
    expect(verdicts("严厉打击“两非”行为。一是严格监管；二是加强管理；三是逐一排查。")).toEqual([]);
  });
});

test("numbers that are asked for are no claims", () => {
  const text =
    "某镇消防工作目标管理责任书\n一、责任目标\n1、检查50家以上，整改率达到95％以上，火灾起数下降5％。\n";
  expect(verdicts(text)).toEqual([]);
});

describe("what an arithmetic rule must not say", () => {
  test.each([
    "查出问题27个，已经整改21个，正在整改4个，未整改2个。",
    "3月1日至31日用20天时间集中核对。",
    "消防衔设下列两等五级：\n（一）队长：一级、二级、三级；\n（二）队员：一级、二级。",
    "5个社区实行月查、季评、年终总评：\n（一）台账20分；\n（二）巡查30分；\n（三）演练50分。",
    "植树任务65亩，完成58亩，完成率89.2％，甲村任务8亩完成9亩。",
    "应收86户、129万元，已收52户、61.5万元，到位率47.7％。",
    "流出1240人，其中务工486人，办证450人；流入210人，验证198人。",
    "对戊村罚款1000元，己村罚款2000元，村支书、村主任各扣500元，共扣4000元。",
    "书记每月400元，主任每月380元，其余3人每月300元，全年共20160元。",
    "分别奖5万元、3万元、2万元，鼓励奖3个各5000元，共计11.5万元。",
    "先进乡镇3个，奖金各2万元；先进个人20名，每人500元，共需资金7万元。",
    "一、二、三等奖各1名、2名、3名，共6名。",
    "应收费用82万元，实收85万元（含旧欠5万元），收缴率103.7％。",
    "年末流动人口8400人。\n党员56名，占职工总数的32％。",
    "救助困难家庭130户，每户200元至500元，共5万元。",
    "护林员8人，每月发护理费20元，发满5年，合计9600元。",
    "缴费由每户30元提高到60元，两次共收1200户。",
    "下列条文删除第二条、第九条、第三十条。\n第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 丁。",
    "应检820人次，实检831人次，检查率101.3％。",
  ])("%s", (text) => {
    const alarms = audit(structured(text)).filter((c) => c.holds === false);
    expect(alarms.filter((c) => c.type !== "subset").map((c) => c.claim)).toEqual([]);
  });
  test.each([
    "落实手术302例，占任务580例的52.1％，其中放环142例，完成任务270例的52.6％，结扎88例，人流72例。",
    "月工资由300元提高到450元，增长50％。",
    "为412户发放奖励2.97万元，每户72元。",
    "全厂职工300人，其中男工180人、女工120人，党员60人，占20％。",
    "免去2名主任职务，给予警告3人、记过4人，共处分7人。",
    "按照《消防法》第七十条和本省条例第九十条处罚。",
    "抓好五个重点。有3个村没有专干，占23.1％。",
    "新增职工10人，减少3人，共有120人。",
    "先进村3个，每村5000元，先进个人12名，每人500元，共计奖金21000元。",
    "每户3个，共投工1300个，全村412户。",
  ])("%s", (text) => {
    expect(verdicts(text).filter((v) => (v as unknown[])[2] === false)).toEqual([]);
  });
  test("a plan that a share is taken of is no claim that it was reached, and a miss that the text owns is none that fails", () => {
    const attained = (text: string) =>
      audit(structured(`某镇工作总结\n${text}\n`)).filter((c) => c.type === "target_attained");
    expect(attained("放环142例，完成全年任务270例的52.6％。")).toEqual([]);
    expect(attained("政策符合率91.4％，低于93％的指标。").filter((c) => c.holds === false)).toEqual([]);
  });
  test.each([
    ["每月补助50元，每年增加5元。"],
    ["每月发放80元，次年发放90元。"],
    ["分别奖励1.2.3元、1.2.3元，合计1.2.3元。"],
  ])("no failure: %s", (text) => {
    expect(verdicts(text).filter((v) => (v as unknown[])[2] === false)).toEqual([]);
  });
  test("growth on an earlier value of zero is undetermined", () => {
    expect(audit(structured("发放宣传册10件，比上年增加10件，增长100％。"))).toContainEqual(
      expect.objectContaining({
        type: "growth",
        holds: null,
        note: "cannot be decided: the earlier value is zero",
      }),
    );
  });
  test("a mean with two points is no number", () => {
    expect(audit(structured("举办培训12期，培训3600人次，平均每期3.0.0人次。"))).toEqual([]);
  });
  test("an increase printed before births and deaths has a span that runs forward", () => {
    const [claim] = audit(structured("自然增长5人，其中出生20人，死亡15人。")).filter(
      (c) => c.type === "difference",
    );
    expect(claim).toMatchObject({ holds: true, computed: 5 });
    expect(claim?.start).toBeLessThan(claim?.end as number);
  });
  test("a birth rate that rounds to zero names no base that would fit", () => {
    const [claim] = audit(structured("年末总人口5000人，出生人口20人，人口出生率0.00‰。")).filter(
      (c) => c.type === "rate",
    );
    expect(claim?.holds).toBe(false);
    expect(claim?.note).not.toContain("fits a base");
  });
  test("the result that stands before the plan is taken, not a later one", () => {
    const text =
      "某市消防工作总结\n一年来，我市灭火器材使用知晓率为72％，成效明显，超过了灭火器材使用知晓率不低于70％的目标要求。各单位按月巡查、按季演练，台账齐全，整改到位，年底学校灭火器材使用知晓率为65％。\n";
    expect(audit(structured(text)).filter((c) => c.type === "target_attained")).toEqual([
      expect.objectContaining({ computed: 72, stated: 70, holds: true }),
    ]);
  });
});
