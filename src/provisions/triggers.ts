import type { ClauseView } from "./clause-view.js";
import type { Hit } from "./literal-index.js";
import type { How, Trigger } from "./records.js";
import type { TriggerRule } from "./rule-types.js";

export interface TriggerFinding {
  readonly value: Trigger;
  readonly rule: string;
  readonly ground: Hit<TriggerRule> | null;
  readonly how: How;
}

/** a trigger of this priority or less says only that some rule was broken */
export const GENERIC = 20;

/** what a reward can be given for */
export const REWARDED = new Set<Trigger>(["compliance", "achievement", "other"]);

/**
 * The ground that a stretch of text names: highest priority first, then the first named.
 *
 * @param masked spans that are consequences themselves and name no ground
 */
export function groundIn(
  view: ClauseView,
  start: number,
  end: number,
  polarity: "sanction" | "reward",
  masked: readonly { readonly start: number; readonly end: number }[],
): Hit<TriggerRule> | null {
  let best: Hit<TriggerRule> | null = null;
  for (const ground of view.grounds) {
    if (ground.rule.due || ground.start < start || ground.end > end) continue;
    if (ground.rule.polarity !== null && ground.rule.polarity !== polarity) continue;
    if (polarity === "reward" && !REWARDED.has(ground.rule.value)) continue;
    if (masked.some((span) => ground.start < span.end && span.start < ground.end)) continue;
    if (best === null || (ground.rule.priority > best.rule.priority && !alternative(view.text, best, ground)))
      best = ground;
  }
  return best;
}

/** a ground of this priority names by itself what was done */
const NAMED = 46;

const OR = /^[^;。:]{0,40}(?:或者|,或)[^,;。:]*$/;

/** 拒绝检查或者提供虚假材料的: of two grounds in one sub-clause the first named counts, where it names a ground by itself */
function alternative(text: string, first: Hit<TriggerRule>, second: Hit<TriggerRule>): boolean {
  const between = text.slice(first.end, second.start);
  return first.rule.priority >= NAMED && OR.test(between) && !between.includes("手段");
}
