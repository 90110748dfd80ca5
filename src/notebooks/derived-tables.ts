import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../study/analyse.js";
import { saveStudy, studyFiles } from "../study/tables.js";
import type { Finding } from "./finding.js";

/**
 * Derives the tables of a study from the original texts again and compares them byte by byte with the committed ones.
 *
 * @param originals folder of the original texts, or null where this machine does not have them
 * @param folder the committed tables
 * @param update write the tables instead of comparing
 * @returns a finding a table; none without the originals
 */
export function derivedTables(originals: string | null, folder: string, update = false): Finding[] {
  if (originals === null) return [];
  const study = analyse(originals);
  if (update) saveStudy(study, folder);
  return [...studyFiles(study)].map(([file, text]): Finding => {
    const name = `study/${file}`;
    if (update) return { name, status: "written", note: "derived from the original texts" };
    const path = join(folder, file);
    const committed = existsSync(path) ? readFileSync(path, "utf8") : null;
    if (committed === text) return { name, status: "equal", note: "derived again from the original texts" };
    return {
      name,
      status: "differs",
      note: committed === null ? "not committed" : firstDifference(committed, text),
    };
  });
}

/** The first line in which two texts differ. */
function firstDifference(committed: string, derived: string): string {
  const a = committed.split("\n");
  const b = derived.split("\n");
  const line = a.findIndex((text, i) => text !== b[i]);
  const at = line < 0 ? a.length : line;
  return `line ${at + 1}: committed ${quote(a[at])}, derived ${quote(b[at])}`;
}

const quote = (text: string | undefined): string =>
  text === undefined ? "nothing" : JSON.stringify(text.slice(0, 80));
