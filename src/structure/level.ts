import { readLexicon } from "../repair/lexicon.js";
import type { Level } from "./records.js";

const rows = readLexicon("levels", ["level", "place", "pattern", "weight", "note"]).map((row) => ({
  level: row.level as Level,
  place: row.place,
  pattern: new RegExp(row.pattern, "gu"),
  weight: Number(row.weight),
}));

const COUNTIES = /县[（(]?市|各县|县市区|县级|县、/u;

/**
 * The administrative level that a document speaks from, by how its author names himself (我县, 全镇) and by its title.
 *
 * 我市 is a city of prefecture rank, unless no county is named below it and townships are: then it ranks as a county.
 *
 * @param name title and collection heading
 * @param text the document's text
 * @param statute whether only the place named first in the title counts (no place: national)
 */
export function levelOf(name: string, text: string, statute = false): Level {
  const sums = new Map<Level, number>();
  for (const { level, place, pattern, weight } of rows) {
    if ((place === "statute") !== statute) continue;
    const count = (place === "text" ? text : name).match(pattern)?.length ?? 0;
    if (count > 0) sums.set(level, (sums.get(level) ?? 0) + weight * count);
  }
  let best: Level = "unknown";
  let most = statute ? 0 : 1;
  for (const [level, sum] of sums) {
    if (sum > most) [best, most] = [level, sum];
  }
  if (statute) return best;
  return best === "prefecture" && !COUNTIES.test(text) && /乡镇|街道办事处/u.test(text) ? "county" : best;
}
