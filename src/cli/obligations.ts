import { consequences } from "../provisions/consequences.js";
import { obligationWords } from "../provisions/obligation-words.js";
import { structure } from "../structure/structure.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/**
 * `guizhang obligations PATH…`: how often each text says 应当, 必须, 不得, 禁止, beside how many sanctions and rewards it holds.
 *
 * The counts are a baseline: they measure how much a text demands, not what it threatens or promises.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("obligations", args);
  checkFormat(values);
  const { documents, status } = await readPaths(positionals, values, io);
  const rows = documents.map((document) => {
    const records = consequences(structure(document));
    const sanctions = records.filter(({ polarity }) => polarity === "sanction").length;
    return {
      source: document.source,
      ...obligationWords(document.text),
      sanctions,
      rewards: records.length - sanctions,
    };
  });
  writeRecords(rows, values, io);
  return status;
}
