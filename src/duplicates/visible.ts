import type { Content } from "./shingles.js";

/**
 * What a reader sees of a text: every character but white space, in order, with its place.
 *
 * Full-width letters, digits and marks count as half-width ones, and the Chinese comma, full stop and quotation marks as
 * their Latin counterparts, so that a change of type is no difference. Unlike `contentOf` marks stay, because a mask
 * (～, ×, **) is one.
 *
 * @param text any text
 * @returns characters and their offsets in `text`
 * @example
 * String.fromCodePoint(...visibleOf("罚 ２０００元。").characters) // "罚2000元."
 */
export function visibleOf(text: string): Content {
  const characters = new Uint32Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  let last = 0;
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at) as number;
    const width = point > 0xffff ? 2 : 1;
    if (!isSpace(point)) {
      characters[count] = SAME.get(point) ?? (point >= 0xff01 && point <= 0xff5e ? point - 0xfee0 : point);
      offsets[count++] = at;
      last = at + width;
    }
    at += width;
  }
  offsets[count] = last;
  return { characters: characters.slice(0, count), offsets: offsets.slice(0, count + 1) };
}

const SAME = new Map(
  [..."。. 、, “\" ”\" ‘' ’' 〔[ 〕] 【[ 】] ·. ━- —- －- ─- –-".split(" ")].map((pair) => {
    const [mark, plain] = [...pair] as [string, string];
    return [mark.codePointAt(0) as number, plain.codePointAt(0) as number];
  }),
);

function isSpace(point: number): boolean {
  return (
    point <= 0x20 ||
    point === 0xa0 ||
    point === 0x3000 ||
    (point >= 0x2000 && point <= 0x200b) ||
    point === 0xfeff
  );
}
