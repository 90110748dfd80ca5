import { fold } from "../quantities/fold.js";
import type { ClauseView } from "./clause-view.js";
import { type Context, viewOf } from "./context.js";
import type { Reading } from "./drafts.js";
import { findLiterals } from "./literal-index.js";
import { GENERIC, groundIn, type TriggerFinding } from "./triggers.js";

/** how many clauses of a lead-in are read, from its last one back */
const LEADING = 12;

/** the ground of what stands above the clause: lead-ins (…的，处罚款；构成犯罪的，…：) with the clauses before them, a question, headings, the title */
export function outerGround(reading: Reading, polarity: "sanction" | "reward"): TriggerFinding | null {
  const { context, view, indexes } = reading;
  for (const lead of [...(context.leads[view.index] ?? []), ...questionBefore(context, view)]) {
    for (let i = lead; i > lead - LEADING && i >= 0 && context.item[i] === context.item[lead]; i--) {
      const there = context.views[i] as ClauseView;
      const ground = groundIn(there, there.start, there.end, polarity, []);
      if (ground) return { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" };
    }
  }
  for (const span of [...view.clause.headings].reverse()) {
    const there = viewOf(view.clause, view.index, context.text, span, [], indexes);
    const ground = groundIn(there, there.start, there.end, polarity, []);
    if (ground && ground.rule.priority > GENERIC)
      return { value: ground.rule.value, rule: ground.rule.id, ground, how: "heading" };
  }
  return polarity === "reward" ? groundOfTitle(reading) : null;
}

/** what the document's own title says that its rewards are given for */
function groundOfTitle({ structured, view, indexes }: Reading): TriggerFinding | null {
  const part = structured.parts.find(({ part }) => part === view.clause.part);
  const title = fold(`${part?.title ?? ""} ${part?.heading ?? ""}`);
  const ground = findLiterals(indexes.grounds, title, 0, title.length).find(
    ({ rule }) => rule.polarity === "reward" && rule.value === "compliance",
  );
  return ground ? { value: ground.rule.value, rule: ground.rule.id, ground: null, how: "document" } : null;
}

/** a question that stands alone leads in the answers after it */
const ANSWERS = 14;

function questionBefore(context: Context, view: ClauseView): number[] {
  for (let i = view.index - 1; i >= 0 && i >= view.index - ANSWERS; i--) {
    const other = context.views[i] as ClauseView;
    if (other.clause.part !== view.clause.part) return [];
    if (context.text.slice(other.start, other.end).trimEnd().endsWith("?")) return [i];
  }
  return [];
}
