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
): Claim | null {
  const phrase = rate.start - rate.link.length;
  const inside = here.find((c) => c.start >= phrase);
  const all = [...earlier, ...here].filter((c) => c !== inside);
  const part = partOf(
    text,
    rate,
    here.filter((c) => c !== inside),
    all,
  );
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
  const fitting = bases.find(
    (b) =>
      agreement(((part.value as number) / (b.value as number)) * rate.scale, rate.value, rate.decimals).holds,
  );
  const base =
    fitting ??
    inside ??
    bases.filter((b) => commonRun(b.label, named) >= 2).at(-1) ??
    (/总|全/.test(named) || bases.length === 1 ? largest(bases) : undefined);
  const start = Math.min(rate.from, part.from);
  if (base) return { ...quotientClaim(rate, part, base), type: "share", start };
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

/** the count whose words stand before 占, else the one that 占 follows directly */
function partOf(text: string, rate: Rate, here: readonly Count[], all: readonly Count[]): Count | undefined {
  const label = rate.label.slice(-6);
  if (label.length >= 2) {
    const own = here.filter((c) => c.from >= rate.from).at(-1);
    return own ?? all.filter((c) => commonRun(c.label, label) >= 2 && c.unit !== "元").at(-1);
  }
  const near = here.at(-1);
  return near && /^[^,。;]{0,6}[,(]?$/.test(text.slice(near.end, rate.from)) ? near : undefined;
}

function largest(counts: readonly Count[]): Count | undefined {
  return [...counts].sort((a, b) => (b.value as number) - (a.value as number))[0];
}
