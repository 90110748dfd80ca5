import { type Atom, RANGE_LINKS, readAtom } from "./atoms.js";
import type { Quantity, QuantityKind } from "./records.js";

const AT_LEAST_BEFORE = [
  "不低于",
  "不少于",
  "不得低于",
  "不得少于",
  "不小于",
  "至少",
  "最低",
  "高于",
  "超过",
  "多于",
  "大于",
  "最少",
  "低限",
  "≥",
  ">",
];
const AT_MOST_BEFORE = [
  "不超过",
  "不高于",
  "不多于",
  "不得超过",
  "不得高于",
  "不大于",
  "至多",
  "封顶",
  "上限",
  "最高",
  "最多",
  "最长",
  "低于",
  "少于",
  "不足",
  "不满",
  "未满",
  "小于",
  "不到",
  "未达到",
  "≤",
  "<",
];
const AT_LEAST_AFTER = ["及以上", "(含)以上", "以上", "及其以上", "起步"];
const AT_MOST_AFTER = ["及以下", "(含)以下", "以下", "以内", "之内", "封顶"];

/** what opens the upper end after 以上 */
const BELOW = ["不满", "不足", "未满", "不到", "低于", "少于"];

/** kinds that may close an interval that the other opened: 百分之五十以上一倍以下 */
function compatible(lower: QuantityKind, upper: QuantityKind): boolean {
  const share = (kind: QuantityKind) =>
    kind === "percent" || kind === "permille" || kind === "fraction" || kind === "multiple";
  return lower === upper || (share(lower) && share(upper));
}

/** The upper end that follows a lower one, and where the range ends; null where none follows. */
export function readUpper(text: string, lower: Atom): { atom: Atom; end: number } | null {
  let from = lower.end;
  const suffix = AT_LEAST_AFTER.find((word) => text.startsWith(word, from));
  if (suffix) {
    from += suffix.length;
    if (text[from] === "、" || text[from] === ",") from++;
    if (text.startsWith("至", from)) from++;
    const below = BELOW.find((word) => text.startsWith(word, from)); // 60分以上不满70分
    const upper = readAtom(text, from + (below?.length ?? 0));
    if (!upper || "skip" in upper || !compatible(lower.kind, upper.kind)) return null;
    if (below) return { atom: upper, end: upper.end };
    const close = AT_MOST_AFTER.find((word) => text.startsWith(word, upper.end));
    return close ? { atom: upper, end: upper.end + close.length } : null;
  }
  const link = RANGE_LINKS.find((word) => text.startsWith(word, from));
  const adjacent =
    !link &&
    lower.numeral !== null &&
    lower.end === lower.numeral.end &&
    lower.kind !== "percent" &&
    lower.kind !== "fraction";
  if (!link && !adjacent) return null;
  if (link) from += link.length;
  if (text.startsWith("最高", from)) from += 2;
  const upper = readAtom(text, from);
  if (!upper || "skip" in upper || !compatible(lower.kind, upper.kind)) return null;
  if (upper.value !== null && lower.value !== null && upper.value < lower.value) return null;
  const close = AT_MOST_AFTER.find((word) => text.startsWith(word, upper.end));
  return { atom: upper, end: upper.end + (close?.length ?? 0) };
}

/** Two ends as one quantity. */
export function range(lower: Atom, upper: Atom, end: number): Quantity {
  const masked = lower.value === null || upper.value === null;
  return {
    kind: lower.kind,
    start: lower.start,
    end,
    min: lower.value,
    max: upper.value,
    form: "range",
    flags: masked ? ["masked"] : [],
  };
}

/** One number with the words around it that make it a bound. */
export function withWords(text: string, { start, end, kind, value, bareDigits }: Atom): Quantity {
  if (value === null) return { kind, start, end, min: null, max: null, form: "exact", flags: ["masked"] };
  const flags: Quantity["flags"] =
    kind === "money" && bareDigits && value >= 2001 && value <= 2035 && value % 10 !== 0
      ? ["year_artifact"]
      : [];
  const least = AT_LEAST_AFTER.find((word) => text.startsWith(word, end));
  if (least) return { kind, start, end: end + least.length, min: value, max: null, form: "at_least", flags };
  const most = AT_MOST_AFTER.find((word) => text.startsWith(word, end));
  if (most) return { kind, start, end: end + most.length, min: null, max: value, form: "at_most", flags };
  const before = text.slice(Math.max(0, start - 6), start);
  const form = boundBefore(before);
  const bound = form !== "exact" && kind !== "fraction";
  if (!bound) return { kind, start, end, min: value, max: value, form, flags };
  return form === "at_least"
    ? { kind, start, end, min: value, max: null, form, flags }
    : { kind, start, end, min: null, max: value, form, flags };
}

function boundBefore(before: string): Quantity["form"] {
  const bare = before.replace(/(?:人民币|为|达|￥|¥)$/, "");
  const most = AT_MOST_BEFORE.some((word) => bare.endsWith(word));
  const least = AT_LEAST_BEFORE.some((word) => bare.endsWith(word));
  if (least && most)
    return AT_MOST_BEFORE.some((word) => bare.endsWith(word) && word.startsWith("不") && word.length > 2)
      ? "at_most"
      : "at_least";
  return most ? "at_most" : least ? "at_least" : "exact";
}
