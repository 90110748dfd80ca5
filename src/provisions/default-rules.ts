import { readRules } from "./read-rules.js";
import type { RuleSet } from "./rule-types.js";

let rules: RuleSet | null = null;

/** All layers that come with the package, read once. */
export function defaultRules(): RuleSet {
  rules ??= readRules();
  return rules;
}
