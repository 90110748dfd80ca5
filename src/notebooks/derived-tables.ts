import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import { analyse } from "../study/analyse.js";
import { saveStudy, studyFiles } from "../study/tables.js";
import { writeWhole } from "../whole-file.js";
import type { Finding } from "./finding.js";
import { readSettings, studyTables, studyTexts } from "./own-study.js";

/**
 * Derives the tables of a study from the original texts again and compares them byte by byte with the committed ones.
 *
 * @param originals folder of the original texts
 * @param folder the committed tables
 * @param update write the tables instead of comparing
 * @returns a finding a table
 */
export function derivedTables(originals: string, folder: string, update = false): Finding[] {
  const study = analyse(originals);
  if (update) saveStudy(study, folder);
  return [...studyFiles(study)].map(([file, text]) =>
    finding(`study/${file}`, join(folder, file), text, update),
  );
}

/**
 * The same for a study of one's own: its manifest, and its tables under its own words and rules.
 *
 * @param folder the study's folder
 * @param update write instead of comparing
 * @returns a finding a file, first those texts that could not be read; null where the texts are not at hand
 */
export async function ownTables(folder: string, update: boolean): Promise<Finding[] | null> {
  const texts = await studyTexts(folder, readSettings(folder));
  if (texts === null) return null;
  const unread = texts.problems.filter(({ severity }) => severity === "error");
  const files = studyTables(folder, texts.documents);
  if (update) for (const [name, text] of files) writeWhole(join(folder, name), text);
  return [
    ...unread.map(({ path, row, message }): Finding => {
      return { name: row === undefined ? path : `${path}, row ${row}`, status: "failed", note: message };
    }),
    ...[...files].map(([name, text]) => finding(name, join(folder, name), text, update)),
  ];
}

function finding(name: string, path: string, text: string, written: boolean): Finding {
  if (written) return { name, status: "written", note: "derived from the original texts" };
  const committed = existsSync(path) ? readFileSync(path, "utf8") : null;
  if (committed === text) return { name, status: "equal", note: "derived again from the original texts" };
  const note = committed === null ? "not committed" : firstDifference(committed, text);
  return { name, status: "differs", note };
}

/** The same comparison in a thread of its own, so that notebooks run meanwhile. */
export async function derivedTablesBeside(originals: string, folder: string): Promise<Finding[]> {
  const filename = fileURLToPath(import.meta.url);
  const pool = new Tinypool({ filename, minThreads: 1, maxThreads: 1 });
  try {
    return await pool.run({ originals, folder }, { name: "compareTables" });
  } finally {
    await pool.destroy();
  }
}

/** The task of that thread. */
export function compareTables(task: { readonly originals: string; readonly folder: string }): Finding[] {
  return derivedTables(task.originals, task.folder);
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
