import { toRepaired } from "../repair/offsets.js";
import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import { commonRun } from "./counts.js";
import type { Reading } from "./passages.js";
import { statedTotals } from "./point-marks.js";
import type { TargetRecord } from "./records.js";
import { decimalsOf, tidy } from "./rounding.js";

/** Claims that rest on the indicators of a part: points that make a total, plans reached, distances to a plan. */
export function indicatorClaims(reading: Reading, part: Part, records: readonly TargetRecord[]): Claim[] {
  const own = records.filter((r) => r.part === part.part);
  return [...pointTotals(reading, part, own), ...nestedPoints(reading, own), ...plans(reading, part, own)];
}

function pointsClaim(
  span: { start: number; end: number },
  stated: number,
  items: readonly TargetRecord[],
  what: string,
): Claim {
  const values = items.map((i) => i.points as number);
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
      const items = under.length >= 2 ? under : siblings;
      if (items.length < 2) continue;
      const at = toRepaired(structured.repaired, {
        start: Math.min(...items.map((i) => i.start)),
        end: Math.max(...items.map((i) => i.end)),
      });
      const start = Math.min(total.start, at.start);
      found.push(
        pointsClaim(
          {
            start: under.length >= 2 ? passage.start : start,
            end: Math.max(total.end, under.length >= 2 ? at.end : total.end),
          },
          total.points,
          items,
          "the printed total",
        ),
      );
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

const parentPath = (path: string): string => path.split("/").slice(0, -1).join("/");

/** the items that no other scored item holds */
function topmost(records: readonly TargetRecord[]): TargetRecord[] {
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
    found.push(pointsClaim(at, item.points as number, inside, `those of item ${item.label}`));
  }
  return found;
}

/** plans that a report quotes, against what it says was reached */
function plans(reading: Reading, part: Part, own: readonly TargetRecord[]): Claim[] {
  const { text, structured } = reading;
  const found: Claim[] = [];
  const range = toRepaired(structured.repaired, part);
  for (const plan of own) {
    if (plan.role !== "reported" || plan.value === null || plan.comparator === null) continue;
    const at = toRepaired(structured.repaired, plan);
    const reached = statementOf(text, plan, at, range.end);
    if (!reached) continue;
    const scale = plan.unit === "count" && plan.value >= 10000 ? 10000 : 1;
    const inScale = reached.scale === scale ? scale : 1;
    const target = plan.value / inScale;
    const value = tidy(reached.value / inScale);
    const holds = plan.comparator === "<=" ? value <= target : value >= target;
    found.push({
      start: reached.start,
      end: reached.end,
      type: "target_attained",
      claim: `${plan.item} against the plan of ${target}`,
      operands: [value, target],
      formula: plan.comparator === "<=" ? "a<=b" : "a>=b",
      stated: target,
      computed: value,
      holds,
      tolerance: "exact",
      note: holds ? "" : "the plan is missed",
    });
    const distance = distanceAfter(text, reached.end);
    if (!distance) continue;
    const computed = tidy(Math.abs(value - target));
    const up = value >= target;
    const right = Math.abs(computed - distance.value) < 0.5 * 10 ** -distance.decimals && distance.up === up;
    found.push({
      start: reached.start,
      end: distance.end,
      type: "difference",
      claim: `${distance.value} points ${distance.up ? "above" : "below"} the plan`,
      operands: up ? [value, target] : [target, value],
      formula: "a-b",
      stated: distance.value,
      computed,
      holds: right,
      tolerance: "exact",
      note: right ? "" : `the difference is ${computed}`,
    });
  }
  return found;
}

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly scale: number;
}

/** where the report states the same indicator's result: after the plan, or just before it (率为72.92%，高于65%的目标值) */
function statementOf(
  text: string,
  plan: TargetRecord,
  at: { start: number; end: number },
  limit: number,
): Statement | null {
  const name = plan.item.replace(/达到?$/, "");
  const key = name.slice(-8);
  const unit =
    plan.unit === "percent"
      ? "%"
      : plan.unit === "permille"
        ? "‰"
        : plan.unit === "count"
          ? "[人户件起例对]"
          : null;
  if (unit === null || key.length < 2) return null;
  const pattern = new RegExp(
    `([^,。;:\\s]{0,6}${key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")})(?:为|达到?|已达|是)(\\d+(?:\\.\\d+)?)(万?)${unit}`,
    "g",
  );
  const forward = text.slice(at.end, limit);
  const after = pattern.exec(forward);
  const read = (m: RegExpExecArray, base: number): Statement => {
    const scale = m[3] === "万" ? 10000 : 1;
    return {
      start: base + m.index,
      end: base + m.index + m[0].length,
      value: Number(m[2]) * scale,
      scale: plan.unit === "count" ? Math.max(scale, 1) : 1,
    };
  };
  if (/^的(?:目标|要求|指标)/.test(text.slice(at.end, at.end + 4))) {
    const from = Math.max(0, at.start - 40);
    const last = [...text.slice(from, at.start).matchAll(pattern)].at(-1);
    if (last) return read(last as RegExpExecArray, from);
  }
  if (after) return read(after, at.end);
  return related(text, plan, at, limit);
}

/** a requirement without its own name (80%以上的育龄妇女要享有…的要求): the next rate that speaks of the same persons */
function related(
  text: string,
  plan: TargetRecord,
  at: { start: number; end: number },
  limit: number,
): Statement | null {
  if (plan.unit !== "percent") return null;
  const asked = /^[^,。]{2,40}的要求/.exec(text.slice(at.end, limit));
  if (!asked) return null;
  const ahead = text.slice(at.end, Math.min(limit, at.end + 260)).split("\n")[0] as string;
  for (const match of ahead.matchAll(/([^,。;:]{2,20}[率面])(?:已达|达到?|为)(\d+(?:\.\d+)?)%/g)) {
    if (commonRun(match[1] as string, asked[0]) < 4) continue;
    const start = at.end + match.index;
    return { start, end: start + match[0].length, value: Number(match[2]), scale: 1 };
  }
  return null;
}

function distanceAfter(
  text: string,
  from: number,
): { value: number; decimals: number; up: boolean; end: number } | null {
  const ahead = text.slice(from, from + 40);
  const match =
    /^,比[^,。]{0,16}(?:计划|目标|指标|任务)[^,。\d]{0,4}(低|高|少|多)(\d+(?:\.\d+)?)个?(?:千分点|百分点)/.exec(
      ahead,
    ) ?? /^,(高|低)于[\d.]+[%‰]的目标值?(\d+(?:\.\d+)?)个?(?:千分点|百分点)/.exec(ahead);
  if (!match) return null;
  return {
    value: Number(match[2]),
    decimals: decimalsOf(match[2] as string),
    up: /高|多/.test(match[1] as string),
    end: from + match[0].length,
  };
}
