/** characters that fold to another single character, besides the full-width block */
const SINGLE: Readonly<Record<string, string>> = {
  "\u3000": " ",
  "．": ".",
  "﹪": "%",
  "—": "-",
  "–": "-",
  "―": "-",
  "─": "-",
  "－": "-",
  "﹣": "-",
  "∼": "~",
  "〜": "~",
  "〔": "(",
  "〕": ")",
};
const FOLDABLE =
  /(?<=[0-9０-９])[OoＯｏ○]+|[OoＯｏ○l](?=[0-9０-９%％OoＯｏ○])|[\u3000\uff01-\uff5e．﹪—–―─﹣∼〜〔〕]/g;
const NEXT_TO_DIGIT = /[0-9%]/;

/**
 * The text with full-width forms, dashes and letters that stand for digits folded, character for character.
 *
 * The length never changes, so every offset into the folded text is an offset into the text. Letter O (and ○) next to
 * a digit reads 0, small l before a digit reads 1.
 *
 * @param text any text
 * @returns text of the same length in UTF-16 code units
 * @example
 * fold("罚款１OO％，") // "罚款100%,"
 */
export function fold(text: string): string {
  return text.replace(FOLDABLE, (match: string, at: number) => {
    if (match.length > 1) return "0".repeat(match.length);
    const single = SINGLE[match];
    if (single !== undefined) return single;
    if (match === "O" || match === "o" || match === "○" || match === "Ｏ" || match === "ｏ") {
      return digitNear(text, at) ? "0" : plain(match);
    }
    if (match === "l") return "1";
    return plain(match);
  });
}

function plain(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** whether the nearest character right of a run of O (or left of it) is a digit or a percent sign */
function digitNear(text: string, at: number): boolean {
  let right = at + 1;
  const last = at + 6;
  while (right < last && "OoＯｏ○".includes(text[right] ?? " ")) right++;
  if (NEXT_TO_DIGIT.test(plain(text[right] ?? " "))) return true;
  return NEXT_TO_DIGIT.test(plain(text[at - 1] ?? " "));
}
