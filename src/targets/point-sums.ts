import { toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import type { Reading } from "./passages.js";
import { pointsInLine, statedTotals } from "./point-marks.js";
import type { TargetRecord } from "./records.js";
import { tidy } from "./rounding.js";

/** Points of the items of a part against the total that is printed for them, at every level of nesting. */
export function pointSumClaims(reading: Reading, part: Part, records: readonly TargetRecord[]): Claim[] {
  const own = records.filter((r) => r.part === part.part);
  return [...pointTotals(reading, part, own), ...nestedPoints(reading, own)];
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
function pointTotals(reading: Reading, part: Part, own: readonly TargetRecord[]): Claim[] {
  const { text, structured } = reading;
  const found: Claim[] = [];
  for (const passage of reading.passages) {
    if (passage.part.part !== part.part) continue;
    for (const total of statedTotals(text, passage)) {
      const scored = own.filter((r) => r.points !== null && r.label !== null);
      const under = topmost(
        scored.filter((r) => r.path.startsWith(`${passage.path}/`) && passage.path !== ""),
      );
      const siblings = topmost(
        scored.filter((r) => parentPath(r.path) === parentPath(passage.path) || r.path === passage.path),
      );
      const whole = topmost(scored);
      const near = under.length >= 2 ? under : siblings;
      const items = near.length >= 2 ? near : /考核|百分制|责任/.test(sentenceOf(text, total)) ? whole : [];
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
      found.push(unlessCut(reading, items, claim));
    }
  }
  if (found.length === 0) {
    const items = topmost(own.filter((r) => r.points !== null && r.label !== null));
    const sum = tidy(items.reduce((s, r) => s + (r.points as number), 0));
    const first = items[0];
    if (first && items.length >= 5 && sum === 100) {
      const end = Math.max(...items.map((i) => i.end));
      found.push({
        ...pointsClaim(toRepaired(structured.repaired, { start: first.start, end }), 100, items, "100"),
        stated: null,
        holds: null,
        note: "no total is printed; the items make 100",
      });
    }
  }
  return found;
}

/** items that end where the text breaks off may lack others: nothing is decided */
function unlessCut(reading: Reading, items: readonly TargetRecord[], claim: Claim): Claim {
  const last = items.at(-1);
  if (claim.holds !== false || !last || (claim.computed ?? 0) > (claim.stated ?? 0)) return claim;
  const { passages, text } = reading;
  const labelled = passages.filter((p) => p.part.part === last.part && p.label !== null);
  const final = labelled.at(-1);
  const lines = final?.path === last.path ? text.slice(final.from, final.end).split("\n") : [];
  const cut = lines.some((line) => /[\u4e00-\u9fff]\s*$/.test(line) && line.trim().length > 20);
  return cut ? { ...claim, holds: null, note: "cannot be decided: the text breaks off" } : claim;
}

function sentenceOf(text: string, { start, end }: Span): string {
  return text.slice(Math.max(text.lastIndexOf("。", start), text.lastIndexOf("\n", start)) + 1, end);
}

const parentPath = (path: string): string => path.split("/").slice(0, -1).join("/");

/** The items that no other scored item holds. */
export function topmost(records: readonly TargetRecord[]): TargetRecord[] {
  return records.filter((r) => !records.some((o) => o !== r && r.path.startsWith(`${o.path}/`)));
}

/** an item's points against those of the items inside it */
function nestedPoints(reading: Reading, own: readonly TargetRecord[]): Claim[] {
  const found: Claim[] = [];
  const scored = own.filter((r) => r.points !== null);
  for (const item of scored) {
    if (item.label === null) continue;
    const depth = item.path.split("/").length;
    const inside = scored.filter(
      (r) =>
        r !== item &&
        ((r.path.startsWith(`${item.path}/`) && r.path.split("/").length === depth + 1) ||
          (r.path === item.path && r.label === null && r.parent === item.label)),
    );
    if (inside.length < 2) continue;
    const at = toRepaired(reading.structured.repaired, item);
    const end = Math.max(...inside.map((r) => toRepaired(reading.structured.repaired, r).end), at.end);
    const claim = pointsClaim(
      { start: at.start, end },
      item.points as number,
      inside,
      `those of item ${item.label}`,
    );
    found.push(unlessCut(reading, inside, claim));
  }
  return found;
}
