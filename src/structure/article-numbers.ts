import { chineseNumeral, chineseOrdinal } from "../repair/ordinals.js";
import type { StructuredDocument } from "./records.js";

/** Whether the articles of a document are numbered one after the other from 1. */
export interface ArticleNumbers {
  /** articles found, those inserted later (第十条之一) left out */
  readonly articles: number;
  readonly consecutive: boolean;
  /** why not, null where they are */
  readonly reason: string | null;
}

/**
 * Checks that the articles of a document run from 1 without a gap, which shows that none was missed or invented.
 *
 * @param structured a document with its outline
 * @returns the number of articles, whether they are consecutive, and the first reason why not
 * @example
 * articleNumbers(structure({ source: "a", text: "第一条 甲。\n第二条 乙。", encoding: "utf-8", bytes: 0, sha256: "" })) // {"articles":2,"consecutive":true,"reason":null}
 */
export function articleNumbers(structured: StructuredDocument): ArticleNumbers {
  const numbers = structured.outline.flatMap(({ label }) => {
    const numeral = /^第([一二三四五六七八九十百千零〇○0-9]+)条$/u.exec(label ?? "")?.[1];
    return numeral ? [/^\d+$/.test(numeral) ? Number(numeral) : chineseOrdinal(numeral)] : [];
  });
  const at = numbers.findIndex((n, i) => n !== i + 1);
  const articles = numbers.length;
  if (at < 0) return { articles, consecutive: true, reason: null };
  const found = numbers[at] as number;
  const steady = numbers.every((n, i) => i === 0 || n === (numbers[i - 1] as number) + 1);
  if (steady) return { articles, consecutive: false, reason: `numbering starts at ${found}` };
  const wanted = `第${chineseNumeral(at + 1)}条`;
  const { text } = structured.document;
  const printed = new RegExp(`^[#\\s\\u3000]*${wanted}`, "mu").test(text);
  if (printed) return { articles, consecutive: false, reason: `${wanted} stands where ${found} was found` };
  const inside = text.includes(`${wanted}　`) || text.includes(`${wanted} `);
  return {
    articles,
    consecutive: false,
    reason: inside
      ? `${wanted} is printed inside a line, not at the start of one`
      : `the label ${wanted} is missing from the text`,
  };
}
