import type { Command } from "./io.js";

/** A line of help, and the module that runs the command (loaded only when called). */
interface Entry {
  readonly help: string;
  readonly load: () => Promise<{ run: Command }>;
}

const entry = (help: string, load: Entry["load"]): Entry => ({ help, load });

/** Every command of `guizhang`, in the order of its help. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  parts: entry("the documents inside each file", () => import("./parts.js")),
  noise: entry("page marks, masked values, overwritten years …", () => import("./noise.js")),
  outline: entry("headings, articles and list items as a tree", () => import("./outline.js")),
  duplicates: entry("texts that repeat each other", () => import("./duplicates.js")),
  consequences: entry(
    "sanctions and rewards: who, for what, how much, how long (--rules FILE, --explain, --at OFFSET)",
    () => import("./consequences.js"),
  ),
  map: entry(
    "count a corpus of any size shard by shard, on all cores (--output DIR)",
    () => import("./map.js"),
  ),
  merge: entry("add up the shards that map counted", () => import("./merge.js")),
  slurm: entry("write job scripts that map and merge on a Slurm cluster", () => import("./slurm.js")),
  agreement: entry(
    "two codings of the same texts compared: F1 by type, kappa and alpha by field",
    () => import("./agreement.js"),
  ),
  export: entry(
    "consequences for a coder's tool (--to csv|label-studio|brat|ig-script)",
    () => import("./export.js"),
  ),
  import: entry("what a coder corrected, as hand-coded records (--from …)", () => import("./import.js")),
  obligations: entry(
    "words of obligation and prohibition beside the number of consequences",
    () => import("./obligations.js"),
  ),
  terms: entry("words with counts, rates, tf-idf and dispersion", () => import("./terms.js")),
  kwic: entry("a word in its contexts", () => import("./kwic.js")),
  keyness: entry("which words set a target apart from a reference", () => import("./keyness.js")),
  collocations: entry("words that keep company", () => import("./collocations.js")),
  diversity: entry("how varied the words of each document are", () => import("./diversity.js")),
  similarity: entry("how alike the words of two documents are", () => import("./similarity.js")),
  correspondence: entry("documents and words on the same axes", () => import("./correspondence.js")),
  sensitivity: entry("whether the tables of words depend on the segmenter", () => import("./sensitivity.js")),
  reference: entry("count a reference corpus for keyness (data/reference)", () => import("./reference.js")),
  targets: entry("indicators with thresholds, points, deductions and quotas", () => import("./targets.js")),
  severity: entry("how severe the sanctions are, by group and scale", () => import("./severity.js")),
  derive: entry("write the study tables from the original texts", () => import("./derive.js")),
  scorecard: entry("scoring systems as data; --results FILE.json runs them", () => import("./scorecard.js")),
  audit: entry("checkable claims and whether they hold", () => import("./audit.js")),
  "reference-sanctions": entry(
    "count the sanctions of a reference corpus",
    () => import("./reference-sanctions.js"),
  ),
  evaluate: entry(
    "measure the extracted consequences against hand-coded ones",
    () => import("./evaluate.js"),
  ),
  verify: entry("compare files with a manifest (name, bytes, sha256)", () => import("./verify.js")),
  reproduce: entry(
    "run every notebook and compare it with what is committed",
    () => import("./reproduce.js"),
  ),
  site: entry("write notebooks, figures, search and receipt as a static site", () => import("./site.js")),
  lab: entry("open the notebooks in Jupyter with the kernel of this project", () => import("./lab.js")),
};
