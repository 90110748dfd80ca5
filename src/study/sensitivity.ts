import type { Column } from "../csv.js";

const column = (name: string, type: Column["type"], description: string): Column => ({
  name,
  type,
  description,
});

/** Columns of `data/study/segmenters.csv`, the report of `guizhang sensitivity`. */
export const SENSITIVITY_COLUMNS: readonly Column[] = [
  column(
    "table",
    "string",
    "terms: by rate; keyness: by signed G² of the target genre against the rest; neighbours of a node word: by logDice in the clause",
  ),
  column("segmenter", "string", "name in the report; the first is the one in use"),
  column("engine", "string", "engine and version"),
  column("fingerprint", "string", "fingerprint of engine, dictionary and options"),
  column("tokens", "integer", "words counted"),
  column("types", "integer", "different words"),
  column("a", "string", "segmenter compared with"),
  column("b", "string", "segmenter of this row"),
  column("top", "integer", "words at the head of each ranking"),
  column("shared", "integer", "words in both heads"),
  column("spearman", "number", "rank correlation over the words of both heads"),
  column("kendall", "number", "Kendall's tau-b over the same"),
  column("entered", "json", "words that come in"),
  column("left", "json", "words that drop out"),
];
