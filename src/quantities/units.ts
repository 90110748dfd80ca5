import type { QuantityKind } from "./records.js";

/** A unit word with the factor that turns its number into the kind's unit. */
export interface Unit {
  readonly kind: QuantityKind;
  readonly factor: number;
  readonly end: number;
}

interface UnitWord {
  readonly word: string;
  readonly kind: QuantityKind;
  readonly factor: number;
  /** first characters of what must not follow, such as 化 after 元 */
  readonly notBefore?: string;
  /** the characters of which one, or the text's end, must follow: 200块, but 两块地 */
  readonly onlyBefore?: string;
}

const DAY = 1 / 30;

/** longest words first */
const UNIT_WORDS: readonly UnitWord[] = [
  { word: "个工作日", kind: "duration", factor: DAY },
  { word: "个自然日", kind: "duration", factor: DAY },
  { word: "元人民币", kind: "money", factor: 1 },
  { word: "个百分点", kind: "percent", factor: Number.NaN },
  { word: "百分点", kind: "percent", factor: Number.NaN },
  { word: "个千分点", kind: "percent", factor: Number.NaN },
  { word: "工作日", kind: "duration", factor: DAY },
  { word: "个季度", kind: "duration", factor: 3 },
  { word: "个星期", kind: "duration", factor: 7 * DAY },
  { word: "个小时", kind: "duration", factor: DAY / 24 },
  { word: "个年度", kind: "duration", factor: 12 },
  { word: "块钱", kind: "money", factor: 1 },
  { word: "块", kind: "money", factor: 1, onlyBefore: ",;。、)!误保补押奖罚工路伙营学红" },
  { word: "个月", kind: "duration", factor: 1 },
  { word: "周岁", kind: "age", factor: 1 },
  { word: "小时", kind: "duration", factor: DAY / 24 },
  { word: "星期", kind: "duration", factor: 7 * DAY, notBefore: "一二三四五六日天" },
  { word: "元", kind: "money", factor: 1, notBefore: "结化素月旦件老首宵勋帅凶气代年" },
  { word: "圆", kind: "money", factor: 1, notBefore: "形满桌心点周柱" },
  { word: "毛钱", kind: "money", factor: 0.1 },
  { word: "毛", kind: "money", factor: 0.1, onlyBefore: ",;。、)!" },
  { word: "角", kind: "money", factor: 0.1, onlyBefore: ",;。、)!" },
  { word: "倍", kind: "multiple", factor: 1, notBefore: "增率数感" },
  // 三成 and 八折: tenths, of what is paid where a price is meant
  {
    word: "成",
    kind: "fraction",
    factor: 0.1,
    notBefore: "为立功果本员绩年效交都人熟就长型分品份天群名了因语见色批套活形家规正片不对双",
  },
  { word: "折", kind: "fraction", factor: 0.1, notBefore: "合算旧价腾断磨返叠子射弯半现回线页桥臂中" },
  { word: "%", kind: "percent", factor: 0.01 },
  { word: "‰", kind: "permille", factor: 0.001 },
  {
    word: "分",
    kind: "points",
    factor: 1,
    notBefore: "落靠练之钟管别公类工级布散析辨支店行局米贝院部期批组成层区子量兵享裂数线",
  },
  { word: "年", kind: "duration", factor: 12, notBefore: "度级龄初末底终代纪轮月" },
  { word: "月", kind: "duration", factor: 1, notBefore: "" },
  { word: "周", kind: "duration", factor: 7 * DAY, notBefore: "年岁边围末长期报" },
  { word: "天", kind: "duration", factor: DAY, notBefore: "然津安地线才气" },
  { word: "日", kind: "duration", factor: DAY, notBefore: "常报本用益志历光前起" },
  { word: "岁", kind: "age", factor: 1, notBefore: "末月" },
];
const BY_FIRST = new Map<string, UnitWord[]>();
for (const unit of UNIT_WORDS) {
  const first = unit.word[0] as string;
  const list = BY_FIRST.get(first);
  if (list) list.push(unit);
  else BY_FIRST.set(first, [unit]);
}

/** Reads the unit that begins at an offset of a folded text; null where none does. */
export function readUnit(text: string, at: number): Unit | null {
  for (const unit of BY_FIRST.get(text[at] ?? "") ?? []) {
    if (!text.startsWith(unit.word, at)) continue;
    const end = at + unit.word.length;
    if (unit.notBefore?.includes(text[end] ?? "\0")) continue;
    if (unit.onlyBefore?.includes(text[end] ?? unit.onlyBefore) === false) continue;
    return { kind: unit.kind, factor: unit.factor, end };
  }
  return null;
}
