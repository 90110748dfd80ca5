import { readRules } from "./read-rules.js";
import { checkExamples } from "./rule-examples.js";
import type { RuleSet } from "./rule-types.js";

/**
 * Reads the rules with a user's own on top and runs every example.
 *
 * @param overlays paths of rule files
 * @returns the rules, and one line for each example of the layers below that the overlay breaks
 * @throws RangeError where a file breaks the schema or an example of the overlay itself fails
 */
export function loadRules(overlays: readonly string[]): {
  readonly rules: RuleSet;
  readonly broken: readonly string[];
} {
  const rules = readRules({ overlays });
  const failed = checkExamples(rules);
  const own = failed.filter(({ rule }) => overlays.includes(rule.file));
  if (own.length > 0) throw new RangeError(own.map(({ message }) => message).join("\n"));
  return { rules, broken: failed.map(({ message }) => message) };
}
