import { bandsIn } from "./bands.js";
import { hasCue } from "./cues.js";
import { linked, type Placed } from "./linked-consequences.js";
import { shortened } from "./names.js";
import { type Passage, type Reading, raw } from "./passages.js";
import type { Veto } from "./scorecard-records.js";

const CONDITION =
  /(?:(?:若|如|凡|对于?|出现|发生)([^。;:]{4,80}?)(?:的?,|的)|([^。;:]{4,80}?)的,)[^。;]{0,40}?(?:一票否决|单项否决)(?![“”]?(?:的?建议|情况|审查|措施|决定|制|对象|事项))/;

/** Grounds of a veto: a condition in the clause, or the items of a list that hangs on it */
export function vetoesOf(reading: Reading, passages: readonly Passage[], links: readonly Placed[]): Veto[] {
  const { text } = reading;
  const found: Veto[] = [];
  for (const passage of passages) {
    const words = text.slice(passage.from, passage.end);
    const lead = passage.leadIns.findIndex((l) => hasCue("veto", l) && /之一|下列|以下|情[形况]/.test(l));
    const leadIn = passage.leadInSpans[lead];
    if (leadIn !== undefined && passage.label !== null) {
      found.push({
        condition: shortened(words, "head"),
        ...raw(reading, { start: passage.from, end: passage.end }),
        consequences: linked(links, leadIn.start, leadIn.end),
      });
      continue;
    }
    for (const clause of passage.clauses) {
      const from = Math.max(clause.at.start, passage.from);
      const sentence = text.slice(from, clause.at.end);
      if (!hasCue("veto", sentence) || clause.is_heading || /[:]\s*$/.test(sentence)) continue;
      const condition = CONDITION.exec(sentence);
      if (
        !condition ||
        bandsIn(text, clause.at).length > 0 ||
        /(?:坚持|制度|被|凡被)[^,]{0,6}[“”]?一票否决/.test(condition[0])
      )
        continue;
      const ground = (condition[1] ?? condition[2]) as string;
      const start = from + condition.index + condition[0].indexOf(ground);
      const cue = from + condition.index;
      found.push({
        condition: shortened(ground, "head"),
        ...raw(reading, { start, end: start + ground.length }),
        consequences: linked(links, cue, clause.at.end),
      });
    }
  }
  return found;
}
