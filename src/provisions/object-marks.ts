/** what may not follow or precede a mark: 对照, 绝对, 给予, 罚款, 处罚, 为了, 作为 */
const MARKS = {
  对: ["照比应策待外内面象", "绝针相反面核应"],
  给: ["予款以与", "供"],
  罚: ["款金没", "处惩责受刑奖"],
  为: ["了此主准由", "作认行成称视列因即定最较分以人"],
  向: ["", "方意倾导趋"],
} as const;

/** words that open the object of a sanction, and of a reward besides */
const SANCTION_MARKS = ["对于", "对", "给", "罚"];
const REWARD_MARKS = [...SANCTION_MARKS, "为", "向"];

/** The offset of the last word that opens whom it is about (对…, 给…, 罚…; for a reward 为…, 向… too), -1 where none does. */
export function objectMark(text: string, reward: boolean): number {
  return Math.max(...(reward ? REWARD_MARKS : SANCTION_MARKS).map((word) => markAt(text, word)));
}

/** The offset of the last word 对 or its like that opens an object, -1 where none does. */
export function markAt(text: string, word: string): number {
  let at = text.lastIndexOf(word);
  while (at >= 0) {
    const after = text[at + word.length] ?? "";
    const before = text[at - 1] ?? "";
    const [notAfter, notBefore] = MARKS[word[0] as keyof typeof MARKS];
    const wrong = (after !== "" && notAfter.includes(after)) || (before !== "" && notBefore.includes(before));
    if (!wrong) return at;
    at = at === 0 ? -1 : text.lastIndexOf(word, at - 1);
  }
  return -1;
}
