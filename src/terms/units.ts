import { createHash } from "node:crypto";
import type { Span } from "../span.js";

/**
 * Kinds of expressions that a reader takes as one unit and that segmenters break: `document_number` 国发〔2009〕2号, 第357号,
 * `date` 2009年3月1日, 二〇〇九年, `percent` 3.5％, 百分之三点五, `amount` 2,000元, 五十万元, `number` 10,000, 5万, `title` 《…》.
 */
export const UNIT_KINDS = ["document_number", "date", "percent", "amount", "number", "title"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export interface Unit extends Span {
  readonly kind: UnitKind;
}

const DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\\.[0-9]+)?";
const CHINESE = "[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,20}";
const SPACE = "[ \\t]?";
// 元 in these words is no unit of money
const YUAN = `[余多]?${SPACE}元(?!旦|月|素|件|首|老|化|结构)`;
const part = (unit: string) => `(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})${SPACE}${unit}`;
const DAY = `${part("月")}(?:${SPACE}${part("日")})?`;
const PATTERNS: Readonly<Record<UnitKind, string>> = {
  document_number: `[〔﹝\\[(【（［](?:19|20)[0-9]{2}[〕﹞\\])】）］]${SPACE}第?${SPACE}[0-9]{1,5}${SPACE}号|第${SPACE}(?:[0-9]{1,5}|${CHINESE})${SPACE}号`,
  date: `(?:(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})${SPACE}年(?:度|${SPACE}${DAY})?|[0-9]{1,2}月(?:${part("日")})?`,
  percent: `${DIGITS}${SPACE}[%‰]|[百千万]分之(?:${DIGITS}|${CHINESE}(?:点[〇零一二三四五六七八九]+)?)`,
  amount: `${DIGITS}${SPACE}(?:[十百千]?[万亿]|[百千])?${YUAN}|${CHINESE}${YUAN}`,
  number: `${DIGITS}(?:[十百千]?[万亿])?`,
  title: "《[^《》\\n]{1,60}(?:《[^《》\\n]{1,60}》[^《》\\n]{0,60})?》",
};
// the agency code before the bracket of a document number (国办发, 鲁政字): at most four characters and its kind,
// none of them one of the prepositions and conjunctions that lead up to it
const AGENCY = /[^按照据依和与及由以在将的见经等从向于\P{Script=Han}]{1,4}[发字函办令规通文]$/u;

/** First 16 hexadecimal digits of the sha256 of the patterns: with other patterns, other units. */
export const UNIT_PATTERNS_SHA256 = createHash("sha256")
  .update(JSON.stringify([PATTERNS, AGENCY.source]))
  .digest("hex")
  .slice(0, 16);

/**
 * The form that a unit is counted under: without spaces, numbers without separators, document numbers with the brackets 〔〕.
 *
 * @param printed characters of the unit, width folded
 * @param kind its kind
 * @example
 * unitTerm("国发 [2009]2 号", "document_number") // "国发〔2009〕2号"
 */
export function unitTerm(printed: string, kind: UnitKind): string {
  if (kind === "title") return printed;
  const close = printed.replace(/\s/g, "");
  if (kind === "date") return close;
  if (kind !== "document_number") return close.replaceAll(",", "");
  return close.replace(/[^\p{Script=Han}0-9]([0-9]{4})[^\p{Script=Han}0-9]/u, "〔$1〕");
}

/**
 * Full-width digits, letters and signs as their ASCII forms and the ideographic space as a space.
 *
 * One code unit stands for one code unit, so offsets stay valid.
 *
 * @example
 * foldWidth("５００元，３．５％") // "500元,3.5%"
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

/**
 * The expressions of the given kinds in a text, in order, not overlapping; where two kinds compete the earlier start
 * wins, then the order of `UNIT_KINDS` (a title, if asked for, before what stands in it).
 *
 * Digits that continue a word of Latin letters (H7N9, A4) are part of that word and no number. One space may stand between
 * a number and its unit (3 %, 1000 元).
 *
 * @param text text after `foldWidth`
 * @param kinds which kinds to find
 * @returns spans in the text with their kind
 * @example
 * findUnits("罚款2,000元", ["amount"]) // [{ start: 2, end: 8, kind: "amount" }]
 */
export function findUnits(text: string, kinds: readonly UnitKind[]): Unit[] {
  const wanted = UNIT_KINDS.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return [];
  const pattern = new RegExp(wanted.map((kind) => `(?<${kind}>${PATTERNS[kind]})`).join("|"), "g");
  const units: Unit[] = [];
  for (const match of text.matchAll(pattern)) {
    const kind = wanted.find((k) => match.groups?.[k] !== undefined);
    if (kind === undefined) continue;
    let start = match.index;
    const end = start + match[0].length;
    if (kind === "document_number" && match[0][0] !== "第") {
      const agency = AGENCY.exec(text.slice(Math.max(units.at(-1)?.end ?? 0, start - 5), start));
      if (agency) start -= agency[0].length;
    } else if (/[A-Za-z]/.test(text[start - 1] ?? "") || /[A-Za-z]/.test(text[end] ?? "")) continue;
    units.push({ start, end, kind });
  }
  return units;
}
