import type { Numeral } from "./numerals.js";

/** 2011年, 9月, 30日前, 每月20日: parts of dates and years, not lengths of time */
export function isCalendar(text: string, at: number, numeral: Numeral, unitAt: number): boolean {
  const unit = text[unitAt] as string;
  const before = text[at - 1] ?? " ";
  if (unit === "年") {
    if (numeral.script === "arabic" && numeral.value >= 1800 && numeral.value < 2200) return true;
    if (numeral.end - at >= 4 && numeral.value >= 1800 && numeral.value < 2200) return true;
    return numeral.end - at === 2 && numeral.script === "arabic" && text.startsWith("月", unitAt + 3);
  }
  if (unit === "月") return true;
  if (unit === "日") {
    if (before === "月" || before === "、" || before === "." || before === "/") return true;
    if ((before === "-" || before === "至") && /月\d{1,2}.$/.test(text.slice(Math.max(0, at - 5), at)))
      return true;
    return /[每于]月$|每个月$|当月$|于$/.test(text.slice(Math.max(0, at - 3), at));
  }
  return false;
}

/** 十分重要: an adverb unless points are being given or taken, or a bound follows */
export function isAdverb(text: string, at: number, numeral: Numeral): boolean {
  if (numeral.script !== "chinese" || text.slice(at, numeral.end) !== "十") return false;
  if (/[扣加得减记满给计为值了]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
  return !/^(?:以上|以下|[,。;)、]|$)/.test(text.slice(numeral.end + 1, numeral.end + 3));
}
