// Where the literals of all rules stand: our index, one pass. node rules-trie.mjs FOLDER EVERY RULES
// Writes the rules and the folded texts to RULES, for the peer.
import { writeFileSync } from "node:fs";
import { defaultRules } from "../../dist/provisions/default-rules.js";
import { findLiterals, indexLiterals } from "../../dist/provisions/literal-index.js";
import { fold } from "../../dist/quantities/fold.js";
import { report, textsOf } from "./report.mjs";

const texts = textsOf(process.argv[2], Number(process.argv[3])).map(fold);
const { cues, addressees, triggers, markers } = defaultRules();
const literals = [
  ...new Set([...cues, ...addressees, ...triggers, ...markers].flatMap(({ match }) => match)),
].sort();
writeFileSync(process.argv[4], JSON.stringify({ literals, texts }));
const index = indexLiterals(literals.map((literal) => ({ match: [literal] })));
report(() => {
  let hits = 0;
  for (const text of texts) {
    const ends = new Map(); // as the peer, which begins no match of a literal within the last one
    for (const { literal, start, end } of findLiterals(index, text, 0, text.length)) {
      if ((ends.get(literal) ?? 0) > start) continue;
      ends.set(literal, end);
      hits++;
    }
  }
  return { hits };
});
