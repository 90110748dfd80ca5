import { toRepaired } from "../repair/offsets.js";
import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import type { Reading } from "./passages.js";
import type { TargetRecord } from "./records.js";
import { decimalsOf, tidy } from "./rounding.js";
import { commonRun } from "./sentences.js";

/** Plans that a report quotes, against what it says was reached, and the distance that it prints. */
export function planClaims(reading: Reading, part: Part, records: readonly TargetRecord[]): Claim[] {
  const { text, structured } = reading;
  const found: Claim[] = [];
  const range = toRepaired(structured.repaired, part);
  for (const plan of records.filter((r) => r.part === part.part)) {
    if (plan.role !== "reported" || plan.value === null || plan.comparator === null) continue;
    const at = toRepaired(structured.repaired, plan);
    if (/占[^,。;\d]{0,8}\d/.test(text.slice(at.start - 2, at.end)) || /^的\s?\d/.test(text.slice(at.end)))
      continue;
    const reached = besideOf(text, plan, at) ?? statementOf(text, plan, at, range.end);
    if (!reached) continue;
    const scale = plan.unit === "count" && plan.value >= 10000 ? 10000 : 1;
    const inScale = reached.scale === scale ? scale : 1;
    const target = plan.value / inScale;
    const value = tidy(reached.value / inScale);
    const reachedIt = plan.comparator === "<=" ? value <= target : value >= target;
    const admitted = (plan.comparator === "<=" ? EXCEEDED : SHORT).test(text.slice(reached.end, at.end));
    const said = CLAIMED.test(
      text.slice(Math.min(reached.start, at.start) - 12, Math.max(reached.end, at.end) + 12),
    );
    const holds = reachedIt === admitted && !admitted && !said ? null : reachedIt !== admitted;
    found.push({
      start: reached.start,
      end: reached.end,
      type: "target_attained",
      claim: `${plan.item} against the plan of ${target}`,
      operands: [value, target],
      formula: (plan.comparator === "<=") === admitted ? "a>=b" : "a<=b",
      stated: target,
      computed: value,
      holds,
      tolerance: "exact",
      note: noteOf(reachedIt, admitted, said),
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

function noteOf(reached: boolean, admitted: boolean, said: boolean): string {
  if (reached) return admitted ? "the plan is met" : "";
  if (admitted) return "the text says that the plan is missed";
  return said
    ? "the plan is missed"
    : "cannot be decided: the plan is missed, the text does not say that it was reached";
}

/** words with which a text says that a plan was reached */
const CLAIMED = /超额|圆满|全面完成|已?达到了?|实现了?|达标|优于|好于|突破|之内|以内|控制在/;
/** words with which a text owns that a plan was missed */
const SHORT = /(?<!不)低于|未达|未能达|没有?(?:达到|完成)|未完成|不足|尚差|还差/;
const EXCEEDED = /(?<!不得?)(?:高于|超过|超出|突破)/;
/** how far after its plan a result may stand */
const AHEAD = 6_000;

/** the result stands directly before the limit: 平均值54.6分贝，控制在55分贝以内 */
function besideOf(text: string, plan: TargetRecord, at: { start: number; end: number }): Statement | null {
  if (plan.unit !== "count" && plan.unit !== "percent") return null;
  const before = /([^,。;\d]{2,20})(\d+(?:\.\d+)?)([^\d,。;]{1,3}),$/.exec(
    text.slice(Math.max(0, at.start - 40), at.start),
  );
  if (!before || !text.slice(at.start, at.end).includes(before[3] as string)) return null;
  return {
    start: at.start - (before[0] as string).length,
    end: at.start - 1,
    value: Number(before[2]),
    scale: 1,
  };
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
  const forward = text.slice(at.end, Math.min(limit, at.end + AHEAD));
  const read = (m: RegExpExecArray, base: number): Statement => {
    const scale = m[3] === "万" ? 10000 : 1;
    return {
      start: base + m.index,
      end: base + m.index + m[0].length,
      value: Number(m[2]) * scale,
      scale: plan.unit === "count" ? scale : 1,
    };
  };
  if (/^的(?:目标|要求|指标)/.test(text.slice(at.end, at.end + 4))) {
    const from = Math.max(0, at.start - 40);
    const last = [...text.slice(from, at.start).matchAll(pattern)].at(-1);
    if (last) return read(last as RegExpExecArray, from);
  }
  const after = pattern.exec(forward);
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
