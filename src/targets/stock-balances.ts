import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable, scaleOf } from "./counts.js";
import { exactClaim } from "./judged.js";
import { tidy } from "./rounding.js";

/** what was there at first, what came, what went, and what is there at the end */
const OPENING = /上年(?:末|底)|去年(?:末|底)|上年结|上期|年初|期初|月初|原有/;
const CAME =
  /出生|[迁调流转购]入|收入|可用财力|上级补助|新增|增加|收养|入库|新[收发立]|接收|到账|拨入|筹集(?:资金)?/;
const WENT = /死亡|[迁调流转][出走]|支出|减少|退出|注销|核减|出库|消化|销号|使用资金|开支|灭失/;
const CLOSING = /年[末底终]|期末|月末|现有|结余|结存|余额|剩余|尚有/;
/** 本年收入：…合计129000元: a total is called after the words before the colon */
const TOTAL = /^(?:以上)?(?:合计|共计|总计|小计|共|合共)(?:为|是)?$/;
/** how far apart the two stocks may stand, in characters and in sentences */
const FAR = 1500;
const SENTENCES = 5;

type Kind = "opening" | "came" | "went" | "closing" | null;

/**
 * Balances of four and more terms: 年初380人，出生12人，迁入6人，死亡4人，迁出9人，年末385人.
 *
 * What came and what went between an opening and a closing stock in one unit. One that does not fit is accused only where every
 * number between the two is called by what it does and something came and something went.
 */
export function stockBalanceClaims(text: string, span: Span): Claim[] {
  return lines(text, span).flatMap((line) => {
    const counts = countsIn(text, line).filter(isUsable);
    return counts.flatMap((closing, i) => balanceAt(text, counts, closing, i));
  });
}

function lines(text: string, span: Span): Span[] {
  const found: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\n]+/g))
    found.push({ start: span.start + match.index, end: span.start + match.index + match[0].length });
  return found;
}

function balanceAt(text: string, counts: readonly Count[], closing: Count, at: number): Claim[] {
  if (kindOf(text, closing) !== "closing") return [];
  const same = counts.slice(0, at).filter((c) => c.unit === closing.unit);
  const first = same.findLastIndex((c) => kindOf(text, c) === "opening");
  const opening = same[first];
  if (!opening || closing.start - opening.end > FAR) return [];
  if (text.slice(opening.end, closing.start).split("。").length > SENTENCES) return [];
  const between = same.slice(first + 1);
  const items = between.filter((c) => between.some((total) => holdsItem(text, total, c)));
  const terms = between.filter((c) => !items.includes(c));
  const moves = terms.filter((c) => /came|went/.test(kindOf(text, c) ?? ""));
  const came = moves.filter((c) => kindOf(text, c) === "came");
  const went = moves.filter((c) => kindOf(text, c) === "went");
  if (moves.length < 2 || came.length === 0 || went.length === 0) return [];
  const scale = scaleOf([opening, ...moves, closing]);
  const [start, ...values] = [opening, ...moves].map((c) => tidy((c.value as number) / scale));
  const signed = values.map((v, i) => (came.includes(moves[i] as Count) ? v : -v));
  const computed = tidy(signed.reduce((sum, v) => sum + v, start as number));
  const claim = exactClaim(
    {
      start: opening.from,
      end: closing.end,
      type: "sum",
      claim: `${opening.printed}${opening.unit}, what came and what went leave ${closing.printed}${closing.unit}`,
      operands: [start as number, ...signed],
      formula: "opening+came-went",
    },
    computed,
    tidy((closing.value as number) / scale),
    `the balance is ${computed}`,
  );
  return claim.holds || (moves.length === terms.length && came.length === went.length) ? [claim] : [];
}

/** whether a number is an item of the sentence that a total closes */
const holdsItem = (text: string, total: Count, item: Count): boolean =>
  TOTAL.test(total.label) && item.end <= total.from && !/[。;\n]/.test(text.slice(item.end, total.from));

function kindOf(text: string, count: Count): Kind {
  const label = TOTAL.test(count.label) ? leadOf(text, count) : count.label;
  if (/率|比|每|均/.test(label)) return null;
  if (OPENING.test(label)) return "opening";
  if (CLOSING.test(label)) return "closing";
  return CAME.test(label) ? "came" : WENT.test(label) ? "went" : null;
}

/** the words before the colon of the sentence that a total closes */
function leadOf(text: string, count: Count): string {
  return (
    /([^。;\n:]{2,12}):[^。;\n:]*$/.exec(text.slice(Math.max(0, count.from - 300), count.from))?.[1] ?? ""
  );
}
