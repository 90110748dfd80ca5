import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { ReadProblem, SourceDocument } from "../corpus/document.js";
import { readDocuments } from "../corpus/stream.js";
import { loadRules } from "../provisions/load-rules.js";
import { analyseDocuments } from "../study/analyse.js";
import { manifestCsv, parseSettings, type StudySettings } from "../study/own-study.js";
import type { Study } from "../study/study.js";
import { dataPath, studyFiles } from "../study/tables.js";
import { VERSION } from "../study/version.js";
import { dictionary } from "../terms/dictionary.js";
import { termDictionary } from "../terms/lists.js";
import { createSegmenter } from "../terms/segmenter.js";
import { writeWhole } from "../whole-file.js";

/** Where the files of a new study come from, and where they go. */
const TEMPLATES = {
  "first-look.ipynb": "notebooks/01-first-look.ipynb",
  "words.txt": "data/lexicon/words.txt",
  "rules.yaml": "data/lexicon/rules.yaml",
  "README.md": "README.md",
} as const;

/** Whether a folder is a study of one's own. */
export function isStudy(folder: string): boolean {
  return existsSync(join(folder, "study.json"));
}

/**
 * Makes the folder of a study: settings, lexicon overlay, notebook. Tables and figures are made by {@link studyTables} and
 * `reproduce`.
 *
 * @param folder a new or empty folder
 * @param corpus files and folders of the texts
 * @throws TypeError where the folder holds something
 */
export function createStudy(
  folder: string,
  corpus: readonly string[],
  columns: Pick<StudySettings, "text_column" | "id_column">,
): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new TypeError(`expected a new or empty folder, found ${folder}`);
  }
  const name = resolve(folder).split(sep).at(-1)!;
  for (const [from, to] of Object.entries(TEMPLATES)) {
    const text = readFileSync(dataPath(`new-study/${from}`), "utf8");
    writeWhole(join(folder, to), text.replaceAll("{{name}}", name).replaceAll("{{version}}", VERSION));
  }
  const settings: StudySettings = {
    guizhang: VERSION,
    corpus: corpus.map((path) => relative(resolve(folder), resolve(path)).split(sep).join("/")),
    ...columns,
  };
  writeWhole(join(folder, "study.json"), `${JSON.stringify(settings, null, 2)}\n`);
  writeWhole(join(folder, ".gitignore"), "node_modules\n.cache\n");
}

/** The settings of a study's folder. */
export function readSettings(folder: string): StudySettings {
  return parseSettings(readFileSync(join(folder, "study.json"), "utf8"), join(folder, "study.json"));
}

/** The texts of a study; null where none of its paths is there. */
export async function studyTexts(
  folder: string,
  { corpus, text_column, id_column }: StudySettings,
): Promise<{ documents: readonly SourceDocument[]; problems: readonly ReadProblem[] } | null> {
  const paths = corpus.map((path) => (isAbsolute(path) ? path : join(folder, path)));
  if (!paths.some((path) => existsSync(path))) return null;
  const documents: SourceDocument[] = [];
  const problems: ReadProblem[] = [];
  const columns = {
    ...(text_column !== null && { textColumn: text_column }),
    ...(id_column !== null && { idColumn: id_column }),
  };
  for await (const { document, problem } of readDocuments(paths, columns)) {
    if (document) documents.push(document);
    if (problem) problems.push(problem);
  }
  documents.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  return { documents, problems };
}

/** Every derived file of a study, by its path in the folder: manifest and tables. */
export function studyTables(folder: string, documents: readonly SourceDocument[]): Map<string, string> {
  const files = new Map([["data/manifest.csv", manifestCsv(documents)]]);
  for (const [name, text] of studyFiles(derived(folder, documents))) files.set(`data/study/${name}`, text);
  return files;
}

/** The study under its overlay of words and rules. */
function derived(folder: string, documents: readonly SourceDocument[]): Study {
  const rulesFile = join(folder, "data", "lexicon", "rules.yaml");
  const { rules } = loadRules(existsSync(rulesFile) ? [rulesFile] : []);
  const wordsFile = join(folder, "data", "lexicon", "words.txt");
  const own = existsSync(wordsFile)
    ? readFileSync(wordsFile, "utf8")
        .split(/\r?\n/)
        .map((w) => w.trim())
    : [];
  const known = new Set(termDictionary().entries.map(({ word }) => word));
  const added = own.filter((word) => word !== "" && !known.has(word));
  const words =
    added.length === 0 ? termDictionary() : dictionary("own", [...termDictionary().entries, ...added]);
  return analyseDocuments(documents, {
    rules,
    segmenter: createSegmenter({ dictionary: words, hmm: false }),
  });
}

/**
 * Lets the notebooks of a study find the library: a link to the packages of the installation that is running. It is no part
 * of the study (`.gitignore`) and is made again on another machine.
 */
export function linkPackages(folder: string, root: string): void {
  const link = join(folder, "node_modules");
  const target = join(root, "node_modules");
  if (existsSync(link)) {
    if (!lstatSync(link).isSymbolicLink()) return;
    rmSync(link);
  } else rmSync(link, { force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(target, link, "junction");
}
