import { readNumeral } from "../quantities/numerals.js";
import { itemsOf, type Listed } from "./listed.js";

const GROUP = "(?:[一二两三四五六七八九十][^\\d一二两三四五六七八九十、,。;:“”()《》\\s]{1,2})";
/** A slogan of several announced numbers: 三网一库, 三卷两卡两帐一档案 */
export const COMPOUND = new RegExp(`${GROUP}{2,5}(?=”|的|[(:即])`, "g");

function groupsOf(compound: string): string[] {
  return compound.match(new RegExp(GROUP, "g")) ?? [];
}

/** The sum of the numbers that a slogan announces. */
export function compoundTotal(compound: string): number {
  return groupsOf(compound).reduce((sum, g) => sum + (readNumeral(g[0] as string, 0)?.value ?? 0), 0);
}

/** “三网一库(…)”, 三卷两卡…，三卷即…。两卡即… */
export function compoundList(text: string, compound: string, from: number, limit: number): Listed | null {
  const groups = groupsOf(compound);
  const stated = compoundTotal(compound);
  const ahead = text.slice(from, Math.min(limit, from + 260));
  const each = groups.map((g) => new RegExp(`${escaped(g)}”?,?(?:即|为)([^。;()]{2,80})`).exec(ahead));
  const first = each[0];
  if (first && each.filter((e) => e).length >= groups.length - 1) {
    const counts = groups.map((g, i) => {
      const list = each[i]?.[1];
      if (list) return itemsOf(list, /[、,]|和(?!谐)/);
      const alone = new RegExp(`${escaped(g[0] as string)}[^。,]{1,2}为([^。;,]{2,40})`).exec(ahead);
      return alone ? [alone[1] as string] : [];
    });
    const items = counts.flat();
    const last = each.filter((e) => e).at(-1) as RegExpExecArray;
    const end = from + last.index + last[0].length;
    return {
      count: items.length,
      holds: items.length === stated ? true : null,
      end,
      items,
      note: items.length === stated ? "" : "cannot be decided: a list may be cut",
    };
  }
  const open = /^”?\(/.exec(ahead) ?? /^[^。,;]{0,10}\(/.exec(ahead) ?? /^”?:?即?:/.exec(ahead);
  if (!open) return null;
  const start = from + open[0].length;
  const end = open[0].endsWith("(")
    ? text.indexOf(")", start)
    : text.slice(start, limit).search(/[。\n]/) + start;
  if (end <= start || end > limit) return null;
  const readings = [/[、;]/, /[、;,]/].map((separator) => itemsOf(text.slice(start, end), separator));
  const items = readings.find((r) => r.length === stated) ?? (readings[0] as string[]);
  if (items.length < 2) return null;
  const fits = items.length === stated;
  const bracketed = open[0].endsWith("(");
  return {
    count: items.length,
    holds: fits ? true : bracketed ? false : null,
    end,
    items,
    note: fits
      ? ""
      : bracketed
        ? `${items.length} are listed`
        : "cannot be decided: what is listed is not said",
  };
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
