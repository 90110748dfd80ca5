import { toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import type { Reading } from "./passages.js";
import { pointsInLine } from "./point-marks.js";
import type { TargetRecord } from "./records.js";
import { tidy } from "./rounding.js";
import { parentPath, type ScoredTree, scoredTree } from "./scored-tree.js";
import { statedTotals } from "./stated-totals.js";

/** Points of the items of a part against the total that is printed for them, at every level of nesting. */
export function pointSumClaims(reading: Reading, part: Part, records: readonly TargetRecord[]): Claim[] {
  const own = records.filter((r) => r.part === part.part);
  const tree = scoredTree(own);
  return [...pointTotals(reading, part, tree), ...nestedPoints(reading, tree)];
}

/** The claim that the points of items make a number that is printed for them. */
export function pointsClaim(
  span: { start: number; end: number },
  stated: number,
  items: readonly { readonly points: number | null }[],
  what: string,
): Claim {
  const values = items.map((i) => i.points ?? 0);
  const sum = tidy(values.reduce((s, v) => s + v, 0));
  const holds = Math.abs(sum - stated) < 1e-9;
  return {
    ...span,
    type: "sum",
    claim: `the points of ${items.length} items make ${what}`,
    operands: values,
    formula: "sum",
    stated,
    computed: sum,
    holds,
    tolerance: "exact",
    note: holds
      ? ""
      : `the items make ${sum}: ${tidy(Math.abs(stated - sum))} points ${sum < stated ? "are missing" : "too many"}`,
  };
}

/** 满分100分 against the items under the heading that says so, or beside it */
function pointTotals(reading: Reading, part: Part, tree: ScoredTree): Claim[] {
  const { text, structured } = reading;
  const found: Claim[] = [];
  for (const passage of reading.passages) {
    if (passage.part.part !== part.part) continue;
    for (const total of statedTotals(text, passage)) {
      if (tree.at(passage.path).some((r) => r.points === total.points)) continue;
      const under = tree.under(passage.path);
      if (total.sharedOut && under.length < 2) continue;
      const near = under.length >= 2 ? under : tree.beside(passage.path);
      const whole = /考核|百分制|责任|以上|上述|各项|指标|项目|评分/.test(sentenceOf(text, total))
        ? tree.top
        : [];
      const items = counted(near.length >= 2 ? near : whole, total.points);
      if (items.length < 2 || pointsInLine(text, passage).length >= 2) continue;
      const at = toRepaired(structured.repaired, {
        start: Math.min(...items.map((i) => i.start)),
        end: Math.max(...items.map((i) => i.end)),
      });
      const start = Math.min(total.start, at.start);
      const claim = pointsClaim(
        {
          start: under.length >= 2 ? passage.start : near.length >= 2 ? start : total.start,
          end: Math.max(total.end, at.end),
        },
        total.points,
        items,
        "the printed total",
      );
      found.push(unlessOpen(reading, items, claim));
    }
  }
  const items = tree.top.filter((r) => r.label !== null);
  const first = items[0];
  const sum = tidy(items.reduce((s, r) => s + (r.points as number), 0));
  if (found.length === 0 && first && items.length >= 5 && sum === 100) {
    const end = Math.max(...items.map((i) => i.end));
    found.push({
      ...pointsClaim(toRepaired(structured.repaired, { start: first.start, end }), 100, items, "100"),
      stated: null,
      holds: null,
      note: "no total is printed; the items make 100",
    });
  }
  return found;
}

/** points on top of the total (加分项目, 附加分) count only where the total needs them */
function counted(items: readonly TargetRecord[], total: number): readonly TargetRecord[] {
  const plain = items.filter((i) => !/加分|附加|奖励分/.test(i.item));
  const sum = items.reduce((s, i) => s + (i.points as number), 0);
  return Math.abs(sum - total) < 1e-9 || plain.length < 2 ? items : plain;
}

/** items that end where the text breaks off, or beside one whose points are worded otherwise, may lack others: nothing is decided */
function unlessOpen(reading: Reading, items: readonly TargetRecord[], claim: Claim): Claim {
  const last = items.at(-1);
  if (claim.holds !== false || !last || (claim.computed ?? 0) > (claim.stated ?? 0)) return claim;
  const { passages, text } = reading;
  if (otherwisePriced(reading, items))
    return {
      ...claim,
      holds: null,
      note: "cannot be decided: an item beside them words its points otherwise",
    };
  const labelled = passages.filter((p) => p.part.part === last.part && p.label !== null);
  const final = labelled.at(-1);
  const lines = final?.path === last.path ? text.slice(final.from, final.end).split("\n") : [];
  const cut =
    !final?.pointsCell && lines.some((line) => /[\u4e00-\u9fff]\s*$/.test(line) && line.trim().length > 20);
  return cut ? { ...claim, holds: null, note: "cannot be decided: the text breaks off" } : claim;
}

function sentenceOf(text: string, { start, end }: Span): string {
  return text.slice(Math.max(text.lastIndexOf("。", start), text.lastIndexOf("\n", start)) + 1, end);
}

/** whether an item of the same list has no points of its own, but prints some that are no deduction and no bonus */
function otherwisePriced(reading: Reading, items: readonly TargetRecord[]): boolean {
  const parents = new Set(items.map((i) => (i.label === null ? i.path : parentPath(i.path))));
  const scored = new Set(items.map((i) => i.path));
  return reading.passages.some(
    (p) =>
      p.label !== null &&
      p.part.part === items[0]?.part &&
      parents.has(parentPath(p.path)) &&
      !scored.has(p.path) &&
      OTHER_POINTS.test(reading.text.slice(p.from, p.end)),
  );
}

const OTHER_POINTS = /(?<![扣加减奖罚于满足到达\d.]|不足|低于)[\d.]{1,4}分(?![以之钟别及])/;

/** an item's points against those of the items inside it */
function nestedPoints(reading: Reading, tree: ScoredTree): Claim[] {
  return tree.scored.flatMap((item) => {
    const inside = tree.directlyIn(item);
    if (inside.length < 2) return [];
    const at = toRepaired(reading.structured.repaired, item);
    const end = Math.max(...inside.map((r) => toRepaired(reading.structured.repaired, r).end), at.end);
    const items = counted(inside, item.points as number);
    const claim = pointsClaim(
      { start: at.start, end },
      item.points as number,
      items,
      `those of item ${item.label}`,
    );
    return [unlessOpen(reading, items, claim)];
  });
}
