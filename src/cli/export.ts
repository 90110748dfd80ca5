import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceDocument } from "../corpus/document.js";
import { toBrat } from "../evaluation/brat.js";
import { toCodingCsv } from "../evaluation/coding-csv.js";
import { toIgScript } from "../evaluation/ig-script.js";
import { toLabelStudio } from "../evaluation/label-studio.js";
import { FIGURE_FORMS, type FigureForm } from "../figures/export.js";
import { consequences } from "../provisions/consequences.js";
import { defaultRules } from "../provisions/default-rules.js";
import type { Consequence } from "../provisions/records.js";
import { structure } from "../structure/structure.js";
import { toBibtex } from "../study/bibtex.js";
import { madeWith } from "../study/version.js";
import { studySegmenter } from "../terms/segmenter.js";
import { writeWhole } from "../whole-file.js";
import { oneOf, readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { exportFigures, type FigureWishes } from "./export-figures.js";
import { type Io, UsageError } from "./io.js";

const CITATION = new URL("../../CITATION.cff", import.meta.url);

const TEXT_FORMS = ["csv", "label-studio", "brat", "ig-script", "bibtex"] as const;
type TextForm = (typeof TEXT_FORMS)[number];

/** Forms in which a text can be coded from nothing. */
const BLANK: readonly (TextForm | FigureForm)[] = ["csv", "label-studio", "brat"];

/**
 * `guizhang export --to csv|label-studio|brat|ig-script|bibtex PATH…`: the extracted consequences in the form of a coder's tool, to
 * be corrected there and read back with `guizhang import`; as `bibtex`, how to cite the program and the texts.
 * `guizhang export --to svg|png|pdf NOTEBOOK…`: the figures of notebooks with metadata in them.
 *
 * `brat` writes a `.txt` and an `.ann` for each text, figures a file each into the folder that `--output` names; the others write
 * one file, or standard output. Offsets are converted where the tool counts code points.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("export", args);
  const form = oneOf(values, "to", [...TEXT_FORMS, ...FIGURE_FORMS], "csv");
  const output = typeof values.output === "string" ? values.output : null;
  if (form === "brat" && output === null)
    throw new UsageError("--to brat expects --output FOLDER for its pairs of files");
  if (isFigureForm(form)) {
    if (output === null) throw new UsageError(`--to ${form} expects --output FOLDER for its figures`);
    if (positionals.length === 0)
      throw new UsageError("expected a notebook or a folder of notebooks, found none");
    await exportFigures(positionals, form, { ...(values as Partial<FigureWishes>), output }, io);
    return 0;
  }
  const blank = values.blank === true;
  if (blank && !BLANK.includes(form))
    throw new UsageError(`--blank expects --to ${BLANK.join(", ")}, found ${form}`);
  const { documents, status } = await readPaths(positionals, values, io);
  const found = documents.map((document) => ({
    document,
    records: blank || form === "bibtex" ? [] : consequences(structure(document)),
  }));
  if (form === "brat") {
    for (const one of found) writeBrat(one, output as string);
    return status;
  }
  const text = asOneFile(found, form);
  if (output === null) io.stdout(text);
  else writeWhole(output, text);
  return status;
}

function isFigureForm(form: TextForm | FigureForm): form is FigureForm {
  return (FIGURE_FORMS as readonly string[]).includes(form);
}

/** A text and what is said of it: found there, or nothing yet. */
interface Exported {
  readonly document: SourceDocument;
  readonly records: readonly Consequence[];
}

function asOneFile(found: readonly Exported[], form: Exclude<TextForm, "brat">): string {
  if (form === "bibtex") {
    const documents = found.map(({ document }) => document);
    return toBibtex(readFileSync(CITATION, "utf8"), madeWith(studySegmenter(), defaultRules()), documents);
  }
  if (form === "csv") return toCodingCsv(found.flatMap(({ records }) => records));
  if (form === "ig-script")
    return found.flatMap(({ records }) => records.map((record) => `${toIgScript(record)}\n`)).join("");
  const tasks = found.map(({ document, records }) =>
    toLabelStudio(records, document.text, document.source, defaultRules().version),
  );
  return `${JSON.stringify(tasks, null, 1)}\n`;
}

function writeBrat({ document, records }: Exported, folder: string): void {
  const stem = join(folder, document.source.replace(/[\\/]/g, "__").replace(/\.(?:txt|md)$/, ""));
  writeWhole(`${stem}.txt`, document.text);
  writeWhole(`${stem}.ann`, toBrat(records, document.text));
}
