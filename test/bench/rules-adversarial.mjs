// Growth of the index on a text made to hold it up: the first parts of its literals, over and over.
// node rules-adversarial.mjs CHARACTERS
import { defaultRules } from "../../dist/provisions/default-rules.js";
import { findLiterals, indexLiterals } from "../../dist/provisions/literal-index.js";
import { report } from "./report.mjs";

const { cues, addressees, triggers, markers } = defaultRules();
const rules = [...cues, ...addressees, ...triggers, ...markers];
const firsts = rules
  .flatMap(({ match }) => match)
  .map((literal) => literal.split("…")[0].slice(0, -1) || "的");
const piece = firsts.join("");
const size = Number(process.argv[2]);
const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const index = indexLiterals(rules);
findLiterals(index, text.slice(0, 100_000), 0, 100_000);
report(() => ({ hits: findLiterals(index, text, 0, text.length).length }));
