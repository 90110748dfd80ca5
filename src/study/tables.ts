import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromCsv, toCsv } from "../csv.js";
import type { SensitivityRow } from "../terms/sensitivity.js";
import { datapackage } from "./datapackage.js";
import { flatten, unflatten } from "./flatten.js";
import { type ManifestEntry, parseManifest } from "./own-study.js";
import { TABLES, type TableName } from "./schema.js";
import { SENSITIVITY_COLUMNS } from "./sensitivity.js";
import type { Study } from "./study.js";

/**
 * The path of a folder or file in the package's own `data/`, wherever the notebook or script runs.
 *
 * @param name path below `data/`
 * @example
 * dataPath("study").endsWith("/data/study") // true
 */
export function dataPath(name: string): string {
  return fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
}

/**
 * The files of a Study as they stand on disk: a CSV a table and `datapackage.json`, which describes every column.
 *
 * @param study plain tables
 * @returns file name to text
 */
export function studyFiles(study: Study): Map<string, string> {
  const files = new Map<string, string>();
  for (const schema of Object.values(TABLES)) {
    const rows = (study[schema.name] as readonly object[]).map((record) => flatten(record, schema.columns));
    files.set(`${schema.name}.csv`, toCsv(rows, schema.columns));
  }
  files.set("datapackage.json", datapackage(study, files));
  return files;
}

/**
 * Writes a Study: every file under a temporary name first, then renamed.
 *
 * @param study plain tables
 * @param folder where to; made if absent
 */
export function saveStudy(study: Study, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const files = studyFiles(study);
  const temporary = (name: string): string => join(folder, `${name}.${process.pid}.tmp`);
  try {
    for (const [name, text] of files) writeFileSync(temporary(name), text);
    for (const name of files.keys()) renameSync(temporary(name), join(folder, name));
  } finally {
    for (const name of files.keys()) rmSync(temporary(name), { force: true });
  }
}

/**
 * Reads a Study that was saved; by default the committed tables of the five collections, so that a reader without
 * the original texts gets every figure.
 *
 * @param folder default: the package's `data/study`
 * @returns the tables; the same records that `analyse` gave
 * @throws TypeError naming file, line and column of a cell that is not of its declared type
 * @example
 * loadStudy().sources.length // 5
 */
export function loadStudy(folder: string = dataPath("study")): Study {
  const tables: Partial<Record<TableName, unknown[]>> = {};
  for (const schema of Object.values(TABLES)) {
    const path = join(folder, `${schema.name}.csv`);
    if (!existsSync(path))
      throw new TypeError(`loadStudy requires ${schema.name}.csv in ${folder}, found none`);
    tables[schema.name] = fromCsv(readFileSync(path, "utf8"), schema.columns, path).map(unflatten);
  }
  const described = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")) as {
    made_with: unknown;
  };
  return { ...tables, made_with: described.made_with } as unknown as Study;
}

/**
 * Reads the committed report on how far the tables of terms depend on the segmenter (made by `guizhang sensitivity`).
 *
 * @param folder default: the package's `data/study`
 * @returns a row a table and segmenter
 * @throws TypeError where a cell is not of its declared type
 * @example
 * loadSensitivity()[0].spearman // 1
 */
export function loadSensitivity(folder: string = dataPath("study")): SensitivityRow[] {
  const path = join(folder, "segmenters.csv");
  return fromCsv(readFileSync(path, "utf8"), SENSITIVITY_COLUMNS, path) as unknown as SensitivityRow[];
}

/**
 * Reads the manifest of a study of one's own (made by `guizhang new`): every text with the columns that came with it.
 *
 * @param path such as `../data/manifest.csv`
 * @returns a row a text
 * @throws TypeError naming file, line and column of a cell that is not of its type
 */
export function loadManifest(path: string): ManifestEntry[] {
  return parseManifest(readFileSync(path, "utf8"), path);
}
