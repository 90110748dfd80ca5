import { readLexicon } from "../repair/lexicon.js";
import type { Genre, Level } from "./records.js";

const rows = readLexicon("genres", ["genre", "place", "pattern", "note"]).map((row) => ({
  genre: row.genre as Genre,
  place: row.place,
  pattern: new RegExp(row.pattern, "u"),
}));

/** The number of a title among others of the same words: 责任书1, 责任书二. */
const NUMBER = /(?<=[^\d一二三四五六七八九十])(?:[一二三四五六七八九十]{1,2}|\d{1,2})$/u;
/** Words that a collection adds to the title it prints as heading. */
const ADDED = /(?:范文|模版|模板|定稿|大全|精选|集锦|汇编)$/u;

/** Levels whose rules (规定, 办法, 制度) bind their own members only. */
const OWN_MEMBERS: ReadonlySet<Level> = new Set(["village", "enterprise"]);

/**
 * The genre of a document, by the last words of its title, else of the collection's heading, else by formulas of its text.
 *
 * Measures of a village or an enterprise are a rules manual.
 *
 * @param title the document's own title, null where it is lost
 * @param heading the collection's heading
 * @param text the document's text
 * @param level who speaks
 */
export function genreOf(title: string | null, heading: string | null, text: string, level: Level): Genre {
  const genre = namedGenre(title, heading, text);
  return genre === "measures" && OWN_MEMBERS.has(level) ? "rules_manual" : genre;
}

function namedGenre(title: string | null, heading: string | null, text: string): Genre {
  for (const name of [title, heading]) {
    if (name === null) continue;
    const bare = bareTitle(name);
    for (const { genre, place, pattern } of rows) {
      if (place === "title" && pattern.test(bare)) return genre;
    }
  }
  const opening = text.slice(0, 6000);
  return rows.find(({ place, pattern }) => place === "text" && pattern.test(opening))?.genre ?? "other";
}

/** Whether a title ends with the name of a genre (…通知, …办法, …责任书). */
export function endsWithGenre(title: string): boolean {
  const bare = bareTitle(title);
  return rows.some(({ place, pattern }) => place === "title" && pattern.test(bare));
}

/** A title without white space, without brackets at its end (dates, remarks), the collection's additions and number. */
export function bareTitle(title: string): string {
  let bare = title.replace(/\s+/gu, "").replace(/[。！]+$/u, "");
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare
      .replace(/[（([【][^（()）[\]【】]{0,30}[）)\]】]$/u, "")
      .replace(ADDED, "")
      .replace(NUMBER, "");
  }
  return bare;
}
