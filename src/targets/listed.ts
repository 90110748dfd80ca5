/** What a list after (or before) an announced number holds; offsets in the folded text. */
export interface Listed {
  readonly count: number;
  readonly holds: boolean | null;
  readonly end: number;
  readonly note: string;
  readonly items: readonly string[];
}

/** The items of a list's words, without white space. */
export function itemsOf(content: string, separator: RegExp): string[] {
  return content
    .split(separator)
    .map((i) => i.replace(/\s+/g, ""))
    .filter((i) => i !== "");
}

/** 和 and 及 join the last two things of a list: one inside an earlier item (团结和睦) divides nothing */
const LAST_TWO = /、|[和及](?=[^、]*$)/;

/** A list in one run of text (brackets, after a colon): some way to divide it must give the announced number. */
export function inlineList(content: string, end: number, stated: number, strict: boolean): Listed {
  const open = /等$/.test(content.trim());
  const readings = [/、/, /;/, /,/, LAST_TWO, /[、;,]/].map((separator) => itemsOf(content, separator));
  const fit = readings.find((items) => items.length === stated);
  const plain = readings[0] as string[];
  const enumerates =
    strict && !open && plain.length >= 2 && !/[;,]/.test(content) && plain.every((i) => i.length <= 14);
  return {
    count: (fit ?? plain).length,
    holds: fit ? true : enumerates ? false : null,
    end,
    items: fit ?? plain,
    note: fit
      ? ""
      : enumerates
        ? `${plain.length} are listed`
        : "cannot be decided: where one item ends is not clear",
  };
}
