import type { Licence } from "./licence.js";
import type { PrintedValue } from "./values.js";

/** A limit that another text sets, quoted to say how things stand: 低于4‰的年度控制线, 距95%的要求差2个百分点; null for other values. */
export function quotedLimit(text: string, v: PrintedValue): Licence | null {
  if (v.unit === "count" || v.unit === "points_of_percent") return null;
  const kind = LIMIT.exec(text.slice(v.end, v.end + 12))?.[1];
  const lead = text.slice(Math.max(0, v.number - 16), v.number);
  const issued = ISSUED.test(lead) || (OF_ABOVE.test(lead) && STANDARD.test(text.slice(v.end, v.end + 12)));
  if (v.unit === "yuan" && !(issued && /人均/.test(lead))) return null;
  if (!issued && (kind === undefined || !COMPARES.test(lead))) return null;
  const most = kind === undefined ? v.comparator === "<=" : /控制|上限|红线|警戒|允许/.test(kind);
  return { role: "reported", comparator: most ? "<=" : ">=", value: v.value, unit: v.unit, flags: v.flags };
}

/** 达到市里85%以上的标准 */
const OF_ABOVE = /(?:[省市县区州乡镇](?:里|级)|上级)(?:人均)?$/;
const STANDARD = /^的[^,。;\d]{0,4}?(?:标准|规定|要求|目标|指标)/;
const LIMIT =
  /^的[^,。;\d]{0,4}?(控制线|控制数|控制指标|控制目标|允许范围|上限|下限|底线|要求|红线|警戒线|(?:责任)?目标值?)/;
const COMPARES =
  /(?:[%‰\d],(?:仍|均|已|虽|但|也|还)?(?:没有?|未)?(?:低于|高于|超过|突破了?|超出)|[距比离])[^,。;\d]{0,8}$|(?:没有?|未)(?:能)?(?:达到?|完成|实现)$/;
/** 市里要求的90%, 达到区里85%以上的标准: a level above sets the value, and the text only says how things stand beside it */
const ISSUED =
  /(?:[国省市县区州乡镇](?:里|级|政府|委)?|上级)(?:定|要求|规定|下达|核定|确定)的?(?:控制数|控制指标|目标)?(?:人均|为)?$/;
