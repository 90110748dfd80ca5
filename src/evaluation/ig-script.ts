import type { Consequence } from "../provisions/records.js";

/** signs that IG Script reads as its own */
const OWN: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "{": "｛",
  "}": "｝",
  "[": "［",
  "]": "］",
};

/**
 * Writes a consequence as a statement of Institutional Grammar: the or-else of the rule that was broken.
 *
 * Who imposes it is the attribute A, the escalation step and the ground are the activation condition Cac, discretion is the
 * deontic D, the cue is the aim I, whom it hits the direct object Bdir, amounts, shares and durations the execution constraint Cex.
 * What the text does not print is given by its code in square brackets, as an annotation.
 *
 * @param record a consequence with its trail
 * @returns one line of IG Script
 * @example
 * // Cac(未按规定分类) A(街道办事处) I(罚款) Bdir[addressee=party](经营者) Cex(二百元以上五百元以下)
 * @see https://github.com/chrfrantz/IG-Parser
 */
export function toIgScript(record: Consequence): string {
  const printed = (field: string) => record.why.filter((step) => step.field === field && step.text !== "");
  const ground = [record.tier, ...printed("trigger").map(({ text }) => text)].filter((text) => text !== null);
  const whom = printed("addressee").map(({ text }) => text);
  const numbers = ["amount", "multiple", "months"].flatMap((field) => printed(field).map(({ text }) => text));
  return [
    `Cac[trigger=${record.trigger}](${plain(ground.join(" "))})`,
    record.authority === null ? "" : `A(${plain(record.authority)})`,
    record.optional ? "D(可以)" : "",
    `I[type=${record.type}](${plain(record.cue)})`,
    `Bdir[addressee=${record.addressee}](${plain(whom.join(" "))})`,
    ...numbers.map((text) => `Cex(${plain(text)})`),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[(){}[\]]/g, (sign) => OWN[sign] as string);
}
