import { consequences } from "../../src/provisions/consequences.js";
import type { Scorecard } from "../../src/targets/scorecard-records.js";
import { scorecards } from "../../src/targets/scorecards.js";
import { structured } from "../structure/document.js";

/** A contract with two priced items of 90 points in 100, three weighted components, four bands and a veto. */
export const TEXT = `某镇消防工作目标管理责任书
为落实责任，特制定本责任书。
一、责任内容（分值100分）
（一）器材完好率达100％，每低于一个百分点扣5分，扣完为止。（40分）
（二）隐患整改率达95％以上，每低于一个百分点扣2分，扣完为止。（50分）
二、考核办法
平时抽查由镇消防办进行，以30％的比例计入综合评分；半年考核以30％的比例计入综合评分；年终考核按40％的比例进入综合评分。
三、奖惩
年终综合评分90分以上的，奖励5000元。综合评分低于90分（不含90分）—80分（含80分）的，取消评先资格，只按照50％计发奖金；综合评分低于80分（不含80分）—70分（含70分）的，对主要负责人进行诫勉谈话，取消评先资格，取消奖金；综合评分在70以下的，责令主要负责人辞去领导职务。若发生重大火灾事故的，实行“一票否决”，并追究有关人员责任。
`;
/** The scorecards of a text, linked to its consequences. */
export const read = (text: string): Scorecard[] => {
  const document = structured(text);
  return scorecards(document, consequences(document));
};
/** The scorecard of the contract. */
export const card = read(TEXT)[0] as Scorecard;
/** Full marks in the components that are not the items' own. */
export const full = { 平时抽查: 100, 半年考核: 100 };
