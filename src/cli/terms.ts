import { countTerms, type TermRow } from "../terms/counts.js";
import { documentFeatureMatrix, type TermText } from "../terms/matrix.js";
import { selectTerms } from "../terms/selection.js";
import { tokensByClause } from "../terms/tokens.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import {
  readTermParts,
  segmenterOf,
  selectionOf,
  TERM_HELP,
  TERM_OPTIONS,
  type TermPart,
} from "./term-corpus.js";

const BY = ["none", "source", "part", "genre", "level", "year", "section"] as const;

const HELP = `usage: guizhang terms [options] PATH…

One record a term: count, documents that hold it, rate per million, tf-idf (count · log10(N/documents)), dispersion DPnorm
(0 even, 1 one document only). Copies of a text count once.

--by source|part|genre|level|year|section   a table for each group; tf_idf then takes groups as documents
--min-count N                               leave out rarer terms
${TERM_HELP}`;

/** `guizhang terms [--by …] [--min-count N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, {
    by: { type: "string" },
    "min-count": { type: "string" },
    ...TERM_OPTIONS,
  });
  if (values.help) {
    io.stdout(HELP);
    return 0;
  }
  checkFormat(values);
  const by = oneOf(values, "by", BY, "none");
  const minCount = wholeNumber(values, "min-count", 1, 1);
  const selection = selectionOf(values);
  const segmenter = segmenterOf(values);
  const { parts, status } = await readTermParts(positionals, values, segmenter, io);
  const groups = new Map<string, { label: Record<string, string | null>; texts: TermText[] }>();
  for (const part of parts) {
    for (const { label, text } of groupsOf(part, by, (tokens) => selectTerms(tokens, selection))) {
      const key = JSON.stringify(label);
      const group = groups.get(key) ?? { label, texts: [] };
      groups.set(key, group);
      group.texts.push(text);
    }
  }
  writeRecords(rowsOf([...groups.values()], by, minCount), values, io, "terms");
  io.stderr(
    `guizhang: segmenter ${segmenter.engine} ${segmenter.version}, dictionary ${segmenter.dictionary}, ${segmenter.fingerprint}\n`,
  );
  return status;
}

type Group = { readonly label: Record<string, string | null>; readonly texts: readonly TermText[] };

function groupsOf(
  { part, tokens, weight, structured }: TermPart,
  by: (typeof BY)[number],
  select: (tokens: TermPart["tokens"]) => string[],
): { label: Record<string, string | null>; text: TermText }[] {
  const id = `${part.source}#${part.part}`;
  const whole = (label: Record<string, string | null>) => [
    { label, text: { id, terms: select(tokens), weight } },
  ];
  switch (by) {
    case "none":
      return whole({});
    case "part":
      return whole({ source: part.source, part: part.part });
    case "section":
      return tokensByClause(structured, tokens)
        .filter(({ clause }) => clause.part === part.part)
        .map(({ clause, tokens: own }) => ({
          label: { source: part.source, part: part.part, section: clause.path.split("/")[0] ?? "" },
          text: { id, terms: select(own), weight },
        }));
    default:
      return whole({ [by]: part[by] });
  }
}

function rowsOf(groups: readonly Group[], by: string, minCount: number): object[] {
  const fields = ({ note, ...row }: TermRow) => ({ ...row, note: note || undefined });
  if (by === "none") {
    return countTerms(groups[0]?.texts ?? [], { minCount }).map(fields);
  }
  const tables = groups.map(({ label, texts }) => ({
    label,
    rows: countTerms(documentFeatureMatrix(texts)),
  }));
  const held = new Map<string, number>();
  for (const { rows } of tables) for (const { term } of rows) held.set(term, (held.get(term) ?? 0) + 1);
  const counted = tables.filter(({ rows }) => rows.length > 0).length;
  return tables.flatMap(({ label, rows }) =>
    rows
      .filter((row) => row.count >= minCount)
      .map((row) => ({
        ...label,
        ...fields(row),
        tf_idf: row.count * Math.log10(counted / held.get(row.term)!),
      })),
  );
}
