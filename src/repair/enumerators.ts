import { readLexicon } from "./lexicon.js";
import { chineseOrdinal, foldDigits, glyphOrdinal } from "./ordinals.js";

/** Where inside a line an enumerator may open an item. */
export type InlinePlace = "anywhere" | "after-stop" | "after-comma" | "never";

interface EnumeratorStyle {
  readonly style: string;
  readonly family: string;
  readonly rank: number | null;
  readonly inline: InlinePlace;
  readonly path: string;
  readonly pattern: RegExp;
}

/** An enumerator as printed at one place of a text. */
export interface Enumerator {
  readonly style: string;
  readonly family: string;
  /** rank of a legal unit (编 1 … 条 5); null where the level is learned from nesting */
  readonly rank: number | null;
  readonly inline: InlinePlace;
  readonly ordinal: number;
  /** as printed */
  readonly label: string;
  /** as written in a path: half-width digits, full-width brackets */
  readonly step: string;
  readonly start: number;
  readonly end: number;
}

const CHINESE = "[一二三四五六七八九十百千〇○零]{1,7}";
const DIGITS = "[0-9０-９]{1,3}";

const styles: readonly EnumeratorStyle[] = readLexicon(
  "enumerators",
  ["style", "family", "pattern", "inline", "path", "note"],
  ["rank"],
).map((row) => ({
  style: row.style,
  family: row.family,
  rank: row.rank === "" ? null : Number(row.rank),
  inline: row.inline as InlinePlace,
  path: row.path,
  pattern: new RegExp(`(?:${row.pattern.replaceAll("{c}", CHINESE).replaceAll("{d}", DIGITS)})`, "uy"),
}));

const ANY = new RegExp(styles.map(({ pattern }) => pattern.source).join("|"), "uy");

/** Whether an enumerator can begin with a code unit, for skipping quickly through a line. */
const OPENS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  /[第一二三四五六七八九十（(〔0-9０-９⑴-⒇⒈-⒛①-⑳]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Words after a number or an enumerator-like string that make it part of the sentence. */
const REFERENCE_AFTER = /^(?:项(?!目)|款(?!项)|目(?![标录的前])|至第?[（(]|[、和或][（(])/u;

/**
 * The enumerator that begins at an offset.
 *
 * @param text any text
 * @param start offset in UTF-16 code units
 * @returns the enumerator, or null where none begins there
 * @example
 * readEnumerator("（二）表彰", 0)?.step // "（二）"
 * readEnumerator("1.5倍以上", 0) // null
 */
export function readEnumerator(text: string, start: number): Enumerator | null {
  if (OPENS[text.charCodeAt(start)] !== 1) return null;
  ANY.lastIndex = start;
  if (!ANY.test(text)) return null;
  for (const known of styles) {
    known.pattern.lastIndex = start;
    const match = known.pattern.exec(text);
    if (!match) continue;
    const { pattern, path, ...style } = known;
    const label = match[0];
    const numeral = foldDigits(label.replace(/[^一二三四五六七八九十百千〇○零0-9０-９⑴-⒇⒈-⒛①-⑳之]/gu, ""));
    const ordinal = /\d/.test(numeral)
      ? Number(numeral)
      : Number.isNaN(glyphOrdinal(numeral))
        ? chineseOrdinal(numeral.split("之")[0] as string)
        : glyphOrdinal(numeral);
    if (Number.isNaN(ordinal)) continue;
    const n = Number.isNaN(glyphOrdinal(numeral)) || style.style === "circle" ? numeral : String(ordinal);
    const step = numeral.includes("之")
      ? path.replace("{n}条", () => `${numeral.replace("之", "条之")}`)
      : path.replace("{n}", () => n);
    return { ...style, ordinal, label, step, start, end: start + label.length };
  }
  return null;
}

/** Whether what stands before or after shows that an enumerator-like string is only mentioned (本条第（一）项, 二、三级). */
export function isMention(text: string, enumerator: Enumerator): boolean {
  const before = text.slice(Math.max(0, enumerator.start - 1), enumerator.start);
  return before === "第" || REFERENCE_AFTER.test(text.slice(enumerator.end, enumerator.end + 4));
}
