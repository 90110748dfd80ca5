import { type Candidate, type ClauseView, segmentAt } from "./clause-view.js";
import { endsAt, findLiterals, type Hit, type LiteralIndex, startsAt } from "./literal-index.js";
import { type ConsequenceType, isSanction } from "./records.js";
import { nearestFirst } from "./rows.js";
import type { CueRule } from "./rule-types.js";

/** The cues of a clause. */
export interface CuesFound {
  /** those whose immediate neighbours fit their rules, in clusters of overlapping ones, best first */
  readonly clusters: Candidate[][];
  /** those that what stands beside them makes a mention or another word (乱罚款, 罚款收入) */
  readonly barred: Candidate[];
}

/**
 * Finds the cues of a clause.
 *
 * A longer expression whose neighbours forbid it (免予行政处分) also forbids the shorter ones of its type inside it.
 */
export function findCues(index: LiteralIndex<CueRule>, view: ClauseView): CuesFound {
  const hits = findLiterals(index, view.text, view.start, view.end).filter(
    (hit) => required(hit, view.text) && !givesElsewhere(hit, view.text),
  );
  const barred = hits.filter((hit) => forbidden(hit, view.text));
  const fit = hits.filter(
    (hit) =>
      !barred.some(
        (other) =>
          other.rule.type === hit.rule.type &&
          (other.rule === hit.rule ||
            isSanction(hit.rule.type) ||
            (other.rule.licence !== IN_ROW && width(other) > width(hit))) &&
          other.start <= hit.start &&
          hit.end <= other.end,
      ),
  );
  const clusters: Candidate[][] = [];
  let reach = -1;
  for (const hit of fit) {
    const candidate = located(hit, view);
    if (hit.start < reach) (clusters[clusters.length - 1] as Candidate[]).push(candidate);
    else clusters.push([candidate]);
    reach = Math.max(reach, hit.end);
  }
  for (const cluster of clusters) {
    cluster.sort(
      (a, b) => b.rule.priority - a.rule.priority || b.end - b.start - (a.end - a.start) || a.start - b.start,
    );
  }
  return {
    clusters: clusters.map((cluster) => nearestFirst(view, cluster)),
    barred: barred.map((hit) => located(hit, view)),
  };
}

/** a rule for what stands further on in a row says nothing of the word elsewhere */
const IN_ROW = "in_row";

const width = ({ start, end }: Hit<CueRule>): number => end - start;

const GIVES = /给予|予以|给以|享受|提供/;
const HANDS = /^(?:给予|予以|给以|享受|享有|获得|领取|申领|申请|提供|发给|发放|付给|支付|颁发)/;

/** a literal with a gap that takes the verb of another reward (予以奖励或者对其费用给予补助) or what was given (提供的资助) */
function givesElsewhere({ start, end, literal, rule }: Hit<CueRule>, text: string): boolean {
  // 奖励分为五个等级 is no 奖…五个
  if (literal.startsWith("奖…") && /[励金项惩状章]/.test(text[start + 1] ?? "")) return true;
  if (end - start > literal.length - 1 + rule.reach) return true;
  if (literal.startsWith("送…") && /[达交检审往至回报符]/.test(text[start + 1] ?? "")) return true; // 送达
  // 扣当日工资并罚100元: the sum is another sanction's
  if (literal === "扣…元" && /罚|并处/.test(text.slice(start, end))) return true;
  if (!literal.includes("…") || isSanction(rule.type) || !HANDS.test(literal)) return false;
  // 给予…各2万元奖励 is money
  if (rule.type === "honour" && /\d[\d.]*[万千百]?元/.test(text.slice(start, end))) return true;
  return text[start + 2] === "的" || GIVES.test(text.slice(start + 2, end));
}

function located(hit: Hit<CueRule>, view: ClauseView): Candidate {
  return { ...hit, segment: segmentAt(view.segments, hit.start) };
}

/** quotation marks beside a cue are looked through: “一票否决”制 */
export const OPENING = '“"‘„《';
export const CLOSING = '”"’‟》';

/** the offset after closing quotation marks and blanks */
export function pastClosing(text: string, at: number): number {
  let end = at;
  while (CLOSING.includes(text[end] ?? "\0") || text[end] === " ") end++;
  return end;
}

/** the offset before opening quotation marks */
export function pastOpening(text: string, at: number): number {
  let start = at;
  while (OPENING.includes(text[start - 1] ?? "\0") || text[start - 1] === " ") start--;
  return start;
}

function required({ start, end, rule }: Hit<CueRule>, text: string): boolean {
  if (rule.before.length > 0 && endsAt(text, pastOpening(text, start), rule.before) === null) return false;
  return rule.after.length === 0 || startsAt(text, pastClosing(text, end), rule.after) !== null;
}

/** 参加培训的免学费, 出了大案的辞退: what was done and, without a comma, what follows from it; no noun with 的 before it */
const DID =
  /(?:[了过满]|[前第][一二三四五六七八九十0-9]{1,3}[名位]|[不没未超达参违][^,;。的]{1,10}|[次回年月天起户例分个]以上|\d[次回年月天起])的$/;

const BRANDS = new Set<ConsequenceType>(["watchlist", "veto", "criticism"]);
const BREACHED =
  /(?:[了过满]|[不没未超达参违][^,;。的]{1,10}|[次回年月天起户例分个]以上|\d[次回年月天起]|[日天]以[上下]|伤人|伤亡|缺席|旷工|旷课|打人|酒后[^,;。的]{0,4}|(?:给予|处以?|予以)[^,;。的]{1,16}|[,;。:]是[^,;。的]{2,12})的$/;
/** 数额较大的解聘: a ground that fills the sub-clause up to its sanction and ends in no person or body */
const OPENS =
  /[,;。:\n][^,;。:\n的]{3,18}[^,;。:\n的单位业司工员者其人会校院门关府厂村局所店队组方处罚外上下内中后前时]的$/;

function forbidden({ start, end, rule }: Hit<CueRule>, text: string): boolean {
  if (rule.not_before.length > 0) {
    const word = endsAt(text, pastOpening(text, start), rule.not_before);
    // 两个乡被黄牌警告，: said of bodies in a decision
    if (
      word === "被" &&
      BRANDS.has(rule.type) &&
      /[乡镇村局厂校院所站社位县区队]被$/.test(text.slice(Math.max(0, start - 2), start)) &&
      /[,;。\n]/.test(text[end] ?? "\n")
    )
      return false;
    const before = text.slice(Math.max(0, start - 24), start);
    const did = isSanction(rule.type)
      ? BREACHED.test(before) || (rule.type !== "discipline" && OPENS.test(before))
      : DID.test(before);
    const follows = word === "的" && /[,;。\n]/.test(text[end] ?? "\n") && did;
    if (word !== null && !follows) return true;
  }
  return rule.not_after.length > 0 && startsAt(text, pastClosing(text, end), rule.not_after) !== null;
}
