import { explainConsequences } from "./consequences.js";
import { indexesOf, readContext } from "./context.js";
import { ruleOfTitle } from "./document-subject.js";
import { plainDocument } from "./plain-document.js";
import type { Rule, RuleSet } from "./rule-types.js";

/** An example that does not come out as its rule says. */
export interface FailedExample {
  readonly rule: Rule;
  readonly example: string;
  /** `yes`: the rule should have taken effect; `no`: it should not have */
  readonly expected: "yes" | "no";
  /** `file:line: rule id: …`, ready to print */
  readonly message: string;
}

/**
 * Runs the `yes` and `no` sentences of every rule against the whole rule set.
 *
 * @param rules the set in force
 * @returns the examples that fail, in the order of the rules
 */
export function checkExamples(rules: RuleSet): FailedExample[] {
  const all: Rule[] = [
    ...rules.cues,
    ...rules.licences.values(),
    ...rules.guards,
    ...rules.addressees,
    ...rules.triggers,
    ...rules.markers,
    ...rules.documents,
  ];
  return all.flatMap((rule) => [
    ...rule.yes.filter((text) => !takesEffect(rules, rule, text)).map((text) => failure(rule, text, "yes")),
    ...rule.no.filter((text) => takesEffect(rules, rule, text)).map((text) => failure(rule, text, "no")),
  ]);
}

function failure(rule: Rule, example: string, expected: "yes" | "no"): FailedExample {
  const told = expected === "yes" ? "takes no effect in" : "takes effect in";
  return {
    rule,
    example,
    expected,
    message: `${rule.file}:${rule.line}: rule ${rule.id} ${told} its example “${example}”`,
  };
}

function takesEffect(rules: RuleSet, rule: Rule, text: string): boolean {
  if (rule.kind === "document") return ruleOfTitle(indexesOf(rules), text)?.id === rule.id;
  const document = plainDocument(text);
  if (rule.kind === "cue" || rule.kind === "licence" || rule.kind === "guard") {
    const { records, rejected } = explainConsequences(document, { rules });
    if (rule.kind === "guard") return rejected.some(({ because }) => because === rule.id);
    return records.some(({ why }) => why.some((step) => step.rule === rule.id));
  }
  return readContext(document, indexesOf(rules)).views.some(({ nouns, grounds, markers }) =>
    [...nouns, ...grounds, ...markers].some((hit) => hit.rule.id === rule.id),
  );
}
