import type { Span } from "../span.js";
import { countTerms } from "./counts.js";
import type { Dictionary } from "./dictionary.js";
import { keyness } from "./keyness.js";
import { byCodePoint } from "./matrix.js";
import { clauseNeighbours } from "./neighbours.js";
import { byRate, compareRankings, type RankedTerm, type RankingComparison } from "./rankings.js";
import { createSegmenter, type Segmenter } from "./segmenter.js";
import { type Selection, selectTerms } from "./selection.js";
import type { Token } from "./token.js";

/** A text to be cut by several segmenters. */
export interface PlainText {
  readonly id: string;
  readonly text: string;
  /** default 1 */
  readonly weight?: number;
  /** whether the text belongs to the target of a comparison of rates; default false */
  readonly target?: boolean;
  /** its clauses, in order, for the neighbours of node words; default none */
  readonly clauses?: readonly Span[];
}

export interface SensitivityOptions {
  /** which tokens are counted */
  readonly selection?: Selection;
  /** how many terms to compare; default 30 */
  readonly top?: number;
  /** node words with the forms that stand for them; default none */
  readonly nodes?: readonly { readonly term: string; readonly forms: readonly string[] }[];
}

/** One segmenter of a sensitivity report with its table and its comparison with the first segmenter. */
export interface SensitivityRow extends RankingComparison {
  /** `terms`: by rate; `keyness`: by signed G² of the target texts against the others; `neighbours of …`: by logDice in the clause */
  readonly table: string;
  readonly segmenter: string;
  /** engine and version */
  readonly engine: string;
  readonly fingerprint: string;
  readonly tokens: number;
  readonly types: number;
}

/**
 * Whether headline tables depend on the segmenter: the same texts under several, each set against the first.
 *
 * The tables: the most frequent terms; where some texts are marked as target, the key terms of those; for each node word the
 * words in at least three clauses with it (texts of weight 0 left out), where the first segmenter finds any.
 *
 * @param texts texts, as repaired
 * @param segmenters named segmenters, the one in use first
 * @param options see `SensitivityOptions`
 * @returns a row a table and segmenter, the first compared with itself
 * @throws RangeError when no segmenter is given
 */
export function segmenterSensitivity(
  texts: readonly PlainText[],
  segmenters: Readonly<Record<string, Segmenter>>,
  options: SensitivityOptions = {},
): SensitivityRow[] {
  const { top = 30 } = options;
  const results = Object.entries(segmenters).map(([name, segmenter]) => {
    const cut = texts.map((text) => ({ ...text, tokens: segmenter.segment(text.text) }));
    return { name, segmenter, ...tablesOf(cut, options) };
  });
  const [first] = results;
  if (first === undefined)
    throw new RangeError("segmenterSensitivity requires at least one segmenter, got none");
  return [...first.tables.keys()].flatMap((table) =>
    results.map(({ name, segmenter, tokens, types, tables }) => ({
      table,
      segmenter: name,
      engine: `${segmenter.engine} ${segmenter.version}`,
      fingerprint: segmenter.fingerprint,
      tokens,
      types,
      ...compareRankings(first.tables.get(table)!, tables.get(table) ?? [], {
        top,
        names: [first.name, name],
      }),
    })),
  );
}

type CutText = PlainText & { readonly tokens: readonly Token[] };

/** The headline tables of texts cut by one segmenter, as rankings. */
function tablesOf(
  texts: readonly CutText[],
  { selection = {}, nodes = [] }: SensitivityOptions,
): { tokens: number; types: number; tables: Map<string, RankedTerm[]> } {
  const counted = texts.map(({ id, weight = 1, target = false, tokens }) => ({
    id,
    weight,
    target,
    terms: selectTerms(tokens, selection),
  }));
  const rows = countTerms(counted);
  const tables = new Map([["terms", byRate(rows)]]);
  const side = (target: boolean) => ({
    counts: new Map(
      countTerms(counted.filter((text) => text.target === target)).map((r) => [r.term, r.count]),
    ),
  });
  if (counted.some((text) => text.target) && counted.some((text) => !text.target)) {
    const keys = keyness(side(true), side(false)).map(({ term, g2 }) => ({ term, value: g2 ?? 0 }));
    tables.set(
      "keyness",
      keys.sort((a, b) => b.value - a.value || byCodePoint(a.term, b.term)),
    );
  }
  const clauses = texts
    .filter(({ weight = 1 }) => weight > 0)
    .flatMap((text) => clauseTerms(text, selection));
  for (const { term: node, forms } of nodes) {
    const named = clauses.map((terms) => terms.map((term) => (forms.includes(term) ? node : term)));
    const near = clauseNeighbours(named, node);
    const ranked = near.map(({ term, log_dice }) => ({ term, value: log_dice ?? 0 }));
    if (ranked.length > 0) tables.set(`neighbours of ${node}`, ranked);
  }
  return { tokens: rows.reduce((sum, row) => sum + row.count, 0), types: rows.length, tables };
}

/** The counted terms of each clause that holds tokens. */
function clauseTerms({ tokens, clauses = [] }: CutText, selection: Selection): string[][] {
  let at = 0;
  return clauses.map(({ start, end }) => {
    while (at < tokens.length && tokens[at]!.start < start) at++;
    const from = at;
    while (at < tokens.length && tokens[at]!.start < end) at++;
    return selectTerms(tokens.slice(from, at), selection);
  });
}

/**
 * The segmenters of a sensitivity report: the one in use (jieba with our dictionary), then without the dictionary, with
 * guessing (HMM), jieba as it comes, character bigrams, and ICU, whose words change with the version of Node.
 */
export function comparedSegmenters(dictionary: Dictionary, icu = true): Record<string, Segmenter> {
  return {
    "jieba + dictionary": createSegmenter({ dictionary, hmm: false }),
    jieba: createSegmenter({ hmm: false }),
    "jieba + dictionary + HMM": createSegmenter({ dictionary }),
    "jieba + HMM": createSegmenter(),
    "character bigrams": createSegmenter({ engine: "bigrams" }),
    ...(icu && { ICU: createSegmenter({ engine: "icu" }) }),
  };
}
