import type { Span } from "../span.js";
import { personNames } from "./person-names.js";
import { type PersonalDatum, personalData } from "./personal-data.js";

/** What was masked in a text; it never holds the text itself. */
export interface Redaction extends Span {
  readonly kind: "name" | PersonalDatum["kind"];
}

/**
 * A text in which names of persons, telephone, identity-card and bank-card numbers and e-mail addresses are masked: 某 for each
 * character of a name, * for each of a number or address. Spaces inside a name stay.
 *
 * The text keeps its length in UTF-16 code units, and all other characters, so that every offset stays valid.
 *
 * @param text any text
 * @returns the masked text, and what was masked, in order, not overlapping
 * @example
 * redact("联系人：张小满，电话13800138000。").text // "联系人：某某某，电话***********。"
 * @see personNames for what is found and what is missed
 */
export function redact(text: string): { readonly text: string; readonly masked: readonly Redaction[] } {
  const numbers: readonly Redaction[] = personalData(text);
  const names = personNames(text).map((span): Redaction => ({ ...span, kind: "name" })); // Han only: no number overlaps
  const masked = [...numbers, ...names].sort((a, b) => a.start - b.start);
  let at = 0;
  let result = "";
  for (const { start, end, kind } of masked) {
    const printed = text.slice(start, end);
    result += text.slice(at, start);
    result += kind === "name" ? printed.replace(/[^ \u3000]/g, "某") : "*".repeat(printed.length);
    at = end;
  }
  return { text: result + text.slice(at), masked };
}
