import type { Candidate, ClauseView } from "./clause-view.js";
import { pastClosing } from "./cues.js";
import type { Drop } from "./licence.js";
import { isSanction } from "./records.js";
import type { Segment } from "./segments.js";

/** cues that are a verb and the benefit that is its object */
const GRANTS =
  /^(?:给予|予以|给以|进行|享受|享有|获得|领取|申领|申请|发给|发放|颁发|授予|追授|提供|实行|落实)/;
/** 享受优惠的电价, 给予免费的培训: benefits that describe a thing */
const DESCRIBES = /(?:免费|优惠|优先|半价|减半|减免|优待|照顾|税率|减收)$/;
/** 享受补贴的单位, 领取津贴的期限: the benefit only says which body or what about it */
const NOMINAL = /^(?:金|费|款|待遇|政策|服务)*的(?![,;。:]|$)/;
const DESCRIBED =
  /^(?:金|费|款|待遇|政策|服务)*的[^,;。的]{0,8}(?:期限|条件|资格|标准|范围|对象|单位|企业|机构|人员|家庭|个人|情况|手续|程序|办法|项目|时间|年龄)/;
/** 免税的船舶, 减征关税的货物 */
const SPARED = /^(?:[^,;。的]{0,6}[税费])?的(?!税|费|优惠|待遇|政策|照顾|[,;。:]|$)/;
/** 给予奖励时, 领取保险金期间: a benefit that only says when */
const WHEN =
  /^[^,;。]{0,8}期(?:满|限届满)|^[^,;。的]{0,8}税后,|^(?:金|费|款|待遇|政策|服务)*(?:时(?!间)|期间|之日|后(?=[,;。应按可由不])|前(?=[,;。应按可由不]))/;
/** 奖励分为：嘉奖、记三等功: a list of kinds */
const KINDS = /(?:奖励|荣誉|表彰|待遇)[^,;。:]{0,6}(?:分为|分成|包括|种类|的等级)/;
/** 与记功、晋升挂钩 */
const TIED = /^[^,;。]{0,60}(?:相挂钩|挂钩|相结合|相衔接)/;

/** Why a cue of a reward only speaks of it: it describes a noun, says when, lists kinds or is what somebody is encouraged to do. */
export function mentionDrop(view: ClauseView, cue: Candidate): Drop | null {
  if (isSanction(cue.rule.type)) return null;
  const segment = view.segments[cue.segment] as Segment;
  const right = view.text.slice(pastClosing(view.text, cue.end), segment.end);
  if (/^(?:[减免](?:税|征|缴|收|交)(?:或者|、)?){1,2}$/.test(cue.literal) && SPARED.test(right))
    return { rule: "structure.relative", reason: "describes the noun after it" };
  if (GRANTS.test(cue.literal)) {
    const described = DESCRIBES.test(cue.literal) ? DESCRIBED : NOMINAL;
    if (described.test(right)) return { rule: "structure.relative", reason: "describes the noun after it" };
  }
  if (WHEN.test(right) && (GRANTS.test(cue.literal) || /^[减免]/.test(cue.literal)))
    return { rule: "structure.when", reason: "says only when something else is done" };
  if (cue.rule.type === "honour" && KINDS.test(view.text.slice(view.start, cue.start)))
    return { rule: "structure.kinds", reason: "a list of kinds of rewards" };
  if (TIED.test(right) && /[与同]/.test(view.text.slice(segment.start, cue.start)))
    return { rule: "structure.tied", reason: "what a result is tied to" };
  if (LEADS_IN.test(view.text.slice(cue.start, cue.end + 14)))
    return { rule: "structure.carrier", reason: "its list names the benefits one by one" };
  return encouraged(view, cue)
    ? { rule: "structure.encouraged", reason: "somebody is encouraged to give it" }
    : null;
}

/** 享受下列照顾：学费减免50%；…, in one paragraph */
const LEADS_IN = /^[^,;。:]{2,6}(?:下列|以下|如下)[^,;。:单位人员个条件情形行为]{0,12}:[^\n]/;
const ENCOURAGED =
  /^\s*(?:第[一二三四五六七八九十百零〇0-9]+条)?(?:[一二三四五六七八九十、().0-9\s]*)(?:[^,;。的应可对]{0,14})?(?:鼓励|提倡|倡导|引导)/;
/** what makes the rest of the sentence a rule of its own */
const RULED =
  /应当|可以|应予|[,、并](?:且|同时)?(?:对|为|给予|予以|享受|按|依|由|优先|授予|免|减|发|实行|进行)|并(?:按|依|给|予|对|享|在|根据|可|由|视)|的,/;

/** 国家鼓励金融机构为中小企业提供贷款: nothing between the word and the benefit obliges anybody to give it */
function encouraged(view: ClauseView, cue: Candidate): boolean {
  const text = view.text.slice(view.start, cue.end);
  const word = ENCOURAGED.exec(text);
  return word !== null && !RULED.test(text.slice(word[0].length));
}
