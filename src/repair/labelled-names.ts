import type { Span } from "../span.js";
import { isBoundary, isNameForm } from "./name-form.js";
import { anyOf } from "./name-words.js";

/** Items that a label's list may have; what is longer is a paragraph. */
const MOST_ITEMS = 60;

/** Names in the list behind a label and a colon: 成员：甲、乙（科员）、丙. */
export function labelledNames(text: string): Span[] {
  const label = new RegExp(
    `(?:${anyOf("label", "before")})(?:[（(][^（()）\\n]{0,12}[）)])?[ \\t\\u3000]{0,8}[：:]`,
    "gu",
  );
  return [...text.matchAll(label)].flatMap((match) => listOfNames(text, match.index + match[0].length));
}

const ITEM =
  /[ \t\u3000]*(?:[\u3400-\u9fff][ \u3000]{1,4}[\u3400-\u9fff](?![\u3400-\u9fff])|[\u3400-\u9fff]{1,20})/uy;
const BETWEEN = new RegExp(
  `(?:[（(][^（()）\\n]{0,40}[）)])?[ \\t\\u3000]*(?:(?:${anyOf("after", "office_after")})[ \\t\\u3000]*)?[、，,；;/ \\t\\u3000]*`,
  "uy",
);

function listOfNames(text: string, from: number): Span[] {
  const found: Span[] = [];
  let at = from;
  for (let item = 0; item < MOST_ITEMS; item++) {
    ITEM.lastIndex = at;
    const match = ITEM.exec(text);
    if (!match) break;
    const start = at + match[0].length - match[0].trimStart().length;
    const end = endOfItem(text, start, at + match[0].length);
    if (end !== null) found.push({ start, end });
    BETWEEN.lastIndex = end ?? at + match[0].length;
    const between = BETWEEN.exec(text)![0];
    if (between === "" || (end === null && found.length === 0)) break;
    at = BETWEEN.lastIndex;
  }
  return found;
}

const TITLE = new RegExp(`(?:${anyOf("after", "office_after")}|等|和|与)`, "uy");

/** Where the name at the start of an item ends: with the item, or before a title; null where the item is no name. */
function endOfItem(text: string, start: number, itemEnd: number): number | null {
  if (isNameForm(text.slice(start, itemEnd)) && isBoundary(text, itemEnd)) return itemEnd;
  for (const end of [start + 4, start + 3, start + 2]) {
    TITLE.lastIndex = end;
    if (end < itemEnd && TITLE.test(text) && isNameForm(text.slice(start, end))) return end;
  }
  return null;
}
