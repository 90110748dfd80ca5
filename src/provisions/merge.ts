import type { Draft } from "./drafts.js";
import { isSanction } from "./records.js";

/**
 * Merges runs of one type: 开除、辞退或解除劳动关系 is one consequence.
 *
 * Two neighbours merge when type, addressees, grounds and step are the same, their quantities do not contradict, and no
 * new 对…, ground or count (一是, 二是) stands between them.
 */
export function mergeRuns(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const last = merged[merged.length - 1];
    if (last && isRun(last, draft)) merged[merged.length - 1] = join(last, draft);
    else merged.push(draft);
  }
  return merged;
}

function isRun(left: Draft, right: Draft): boolean {
  if (left.type !== right.type || left.tier !== right.tier || right.licence === "same") return false;
  const values = ({ addressee }: Draft) =>
    addressee.found
      .map(({ value }) => value)
      .sort()
      .join();
  const grounds = ({ triggers }: Draft) =>
    triggers
      .map(({ value }) => value)
      .sort()
      .join();
  if (values(left) !== values(right) || grounds(left) !== grounds(right)) return false;
  const between = left.view.text.slice(left.end, right.start);
  if (/[一二三四五六七八九]是|的,|[;。]|[年月日]后/.test(between)) return false;
  // 统计员撤职，主任引咎辞职: whoever is named anew
  const named = right.addressee.found.some(
    ({ noun }) => noun !== null && noun.start >= left.end && noun.end <= right.start,
  );
  if (named && between.includes(",") && isSanction(left.type) && right.cue.rule.subject === "addressee")
    return false;
  if (/,[^,;。]{2,24}(?:应当|不予)/.test(between)) return false; // a new giver or authority
  // 60分以下的不予发放, 赖着不辞的依法罢免: a ground of its own
  if (/,[^,;。]{2,20}的(?:依法|予以|一律|直接|坚决|再|可以?|应当?|由[^,;。]{2,10})?$/.test(between))
    return false;
  // 免费游览公园，免交挂号费: another fee, in a sub-clause of its own
  const another = left.type === "fee_waiver" && right.cue.literal.startsWith("免");
  if (another && between.includes(",") && !/,(?:并|或)/.test(between)) return false;
  if (/对(?!象)/.test(between) && right.addressee.how === "subclause") return false;
  return agrees(left, right);
}

function agrees(left: Draft, right: Draft): boolean {
  const same = (a: unknown, b: unknown) =>
    a === null || b === null || JSON.stringify(a) === JSON.stringify(b);
  const one = left.amounts;
  const two = right.amounts;
  const before = right.view.text.slice(left.end, right.start);
  if (left.type === "priority" && (one.base === "points") !== (two.base === "points")) return false;
  if (left.type === "points_deduction" && two.base === "points") return false;
  const sums = ({ used }: Draft["amounts"]) => used.some(({ field }) => field === "amount"); // masked ones too
  if (sums(one) && sums(two)) return false;
  // 送鸡蛋十个，另补150元: a thing, and a sum besides
  if (sums(two) && /[,、]$/.test(before) && /^(?:另|再|外加)/.test(right.cue.literal)) return false;
  // 第一年免征，第二年减半征收
  if (
    left.cue.rule.states !== right.cue.rule.states &&
    /年|月/.test(right.view.text.slice(left.end, right.start))
  )
    return false;
  return same(one.multiple, two.multiple) && same(one.months, two.months);
}

function join(left: Draft, right: Draft): Draft {
  const one = left.amounts;
  const two = right.amounts;
  return {
    ...left,
    end: right.end,
    amounts: {
      amount: one.amount ?? two.amount,
      multiple: one.multiple ?? two.multiple,
      base: one.base ?? two.base,
      per: one.per ?? two.per,
      months: one.months ?? two.months,
      used: [...one.used, ...two.used],
    },
    merged: [...left.merged, right.cue],
  };
}

/** whether 或 or 或者 alone joins two consequences of a clause */
export function joinsByOr(left: Draft, right: Draft): boolean {
  if (left.view !== right.view) return false;
  const between = left.view.text.slice(left.end, right.start);
  return between.length <= 40 && /^[^,;。]{0,12}(?:,)?或者?/.test(between);
}
