import type { Claim } from "./claims.js";
import type { Count } from "./counts.js";
import { openClaim } from "./judged.js";
import type { Rate } from "./printed-rates.js";
import { quotientClaim } from "./rates.js";
import { agreement } from "./rounding.js";
import { commonRun } from "./sentences.js";

/** 占总数的r%: the part is the count that the share names or follows, the base the one that 占…的 names. */
export function shareClaim(
  text: string,
  rate: Rate,
  here: readonly Count[],
  earlier: readonly Count[],
  after: readonly Count[],
  group: number,
  everything: readonly Count[],
): Claim | null {
  const phrase = rate.start - rate.link.length;
  const inside = here.find((c) => c.start >= phrase) ?? after.find((c) => inBrackets(text, rate, c));
  const all = [...earlier, ...here].filter((c) => c !== inside);
  const now = here.filter((c) => c !== inside && !(inside && /去年|上年|同期/.test(c.label)));
  const made = (part: Count, base: Count): boolean =>
    agreement(((part.value as number) / (base.value as number)) * rate.scale, rate.value, rate.decimals)
      .holds;
  const part =
    (inside && now.filter((c) => c.unit === inside.unit && made(c, inside)).at(-1)) ??
    partOf(text, rate, now, all);
  if (!part) return null;
  const named = rate.link.replace(/^占|的$/g, "");
  const bases = inside
    ? [inside]
    : all.filter(
        (c) =>
          c !== part &&
          c.unit === part.unit &&
          (c.value as number) >= (part.value as number) &&
          !/去年|上年|同期|比/.test(c.label),
      );
  const fitting = bases.find((b) => made(part, b));
  const base =
    fitting ??
    inside ??
    bases.filter((b) => commonRun(b.label, named) >= 2).at(-1) ??
    (/总|全/.test(named)
      ? largest(bases.filter((b) => !text.slice(b.end, part.start).includes("\n")))
      : undefined) ??
    (bases.length === 1 && sameSentence(text, bases[0] as Count, part) ? bases[0] : undefined);
  const start = Math.min(rate.from, part.from);
  const far = everything.filter((c) => c.end <= part.from && c.unit === part.unit && made(part, c)).at(-1);
  if (far && (!base || base !== fitting)) return { ...quotientClaim(rate, part, far), type: "share", start };
  const apart = base && base.end <= group && base.start >= sentenceStart(text, group) && part.start >= group;
  if (base && !(apart && base !== fitting))
    return { ...quotientClaim(rate, part, base), type: "share", start };
  return openClaim(
    {
      start,
      end: rate.end,
      type: "share",
      claim: `${part.printed}${part.unit} are ${rate.value} percent`,
      operands: [part.value, null],
      formula: `a/b*${rate.scale}`,
    },
    rate.value,
    "the base is not printed",
  );
}

/** 完成年度任务的52%(任务5亿元): the base stands in brackets after its share */
const inBrackets = (text: string, rate: Rate, c: Count): boolean =>
  text[rate.end] === "(" && text[c.end] === ")" && c.start - rate.end < 12;

const sameSentence = (text: string, a: Count, b: Count): boolean =>
  !/[。\n]/.test(text.slice(a.end, b.start));

const sentenceStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf("。", at), text.lastIndexOf("\n", at)) + 1;

/** the count whose words stand before 占, else the one that 占 follows directly */
function partOf(text: string, rate: Rate, here: readonly Count[], all: readonly Count[]): Count | undefined {
  const label = rate.label.slice(-6);
  if (label.length >= 2) {
    const own = here.filter((c) => c.from >= rate.from).at(-1);
    return (
      own ?? closest(all, label) ?? all.findLast((c) => c.unit === "元" && sameName(c.label, rate.label))
    );
  }
  const near = here.at(-1);
  return near && /^[^,。;]{0,14}[,(]?$/.test(text.slice(near.end, rate.from)) ? near : undefined;
}

/** the last of the counts whose words share most with a label, two characters at least */
function closest(counts: readonly Count[], label: string): Count | undefined {
  const shared = counts.map((c) => (c.unit === "元" ? 0 : commonRun(c.label, label)));
  const most = Math.max(0, ...shared);
  return most >= 2 ? counts[shared.lastIndexOf(most)] : undefined;
}

/** 教育 and 教育支出 */
function sameName(label: string, name: string): boolean {
  const core = name.replace(/(?:支出|收入|资金|投入)$/, "");
  return core.length >= 2 && label.replace(/(?:支出|收入|资金|投入)$/, "").endsWith(core);
}

function largest(counts: readonly Count[]): Count | undefined {
  return [...counts].sort((a, b) => (b.value as number) - (a.value as number))[0];
}
