import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { structure } from "../../src/structure/structure.js";
import { neighbourScores } from "../../src/terms/neighbour-scores.js";
import { studySegmenter } from "../../src/terms/segmenter.js";
import { tokenize, tokensByClause } from "../../src/terms/tokens.js";
import { frequentNeighbours, neighbourCounts, placesOf, trackedTerms } from "../../src/terms/tracked.js";

const documents = readCorpus("data/teaching").documents.map((document) => structure(document));
const nodes = trackedTerms().filter(({ role }) => role === "node");

test("places print a form of the tracked term", () => {
  let places = 0;
  for (const { document, repaired, parts } of documents) {
    const [part] = parts;
    for (const { term, start } of placesOf(
      document.source,
      part!.part,
      tokenize(repaired, studySegmenter()),
      trackedTerms(),
    )) {
      const { forms } = trackedTerms().find((t) => t.term === term)!;
      const printed = document.text.slice(start, start + 30).replace(/\s/g, "");
      expect(forms.some((form) => printed.startsWith(form[0]!))).toBe(true);
      places++;
    }
  }
  expect(places).toBeGreaterThan(10);
});

test("clauses with node and word are no more than clauses with the word, and no form of a node is its neighbour", () => {
  for (const structured of documents) {
    const rows = neighbourCounts(structured, tokenize(structured.repaired, studySegmenter()), nodes);
    for (const row of rows) {
      expect(row.both).toBeLessThanOrEqual(row.clauses);
      if (row.term === row.node) expect(row.both).toBe(row.clauses);
      else expect(nodes.find((n) => n.term === row.node)?.forms).not.toContain(row.term);
    }
  }
});

test("counts agree with a count of the clauses by hand", () => {
  const structured = documents.find((d) => d.document.source === "01-birth-contract.txt")!;
  const tokens = tokenize(structured.repaired, studySegmenter());
  const clauses = tokensByClause(structured, tokens).map((c) => c.tokens.map((t) => t.term));
  const word = "计划生育";
  const node = { term: word, forms: [word] };
  const rows = neighbourCounts(structured, tokens, [node]).filter(
    (r) => r.part === structured.parts[0]!.part,
  );
  const expected = clauses.filter((c) => c.includes(word));
  expect(expected.length).toBeGreaterThan(0);
  expect(rows.find((r) => r.term === word)?.both).toBe(expected.length);
  const listed = rows.filter((r) => /^\p{Script=Han}+$/u.test(r.term)).slice(0, 60); // numbers and signs are not counted
  for (const { term, both, clauses: held } of listed) {
    if (term === word) continue;
    expect(both).toBe(expected.filter((c) => c.includes(term)).length);
    expect(held).toBe(clauses.filter((c) => c.includes(term)).length);
  }
});

test("weights of 0 take a document out, and rare neighbours are dropped by the documents that count", () => {
  const row = (source: string, term: string, both: number) => ({
    source,
    part: "1",
    node: "n",
    term,
    both,
    clauses: both + 1,
  });
  const rows = [row("a", "n", 4), row("a", "x", 2), row("b", "n", 9), row("b", "x", 9)].map((r) =>
    r.term === "n" ? { ...r, clauses: r.both } : r,
  );
  expect(frequentNeighbours(rows, 3, ({ source }) => source === "a").map((r) => r.term)).toEqual(["n", "n"]);
  const parts = [
    { source: "a", part: "1", clauses: 10, weight: 1 },
    { source: "b", part: "1", clauses: 50, weight: 0 },
  ];
  const [score] = neighbourScores(rows, parts);
  expect(score).toMatchObject({
    term: "x",
    observed: 2,
    node_clauses: 4,
    term_clauses: 3,
    all_clauses: 10,
    documents: 1,
  });
  expect(score!.log_odds_lower).toBeLessThan(score!.log_odds);
});

test("the resampled interval is wide where a pair is the habit of one document, and the same for the same seed", () => {
  const parts = Array.from({ length: 8 }, (_, i) => ({
    source: "a",
    part: String(i),
    clauses: 50,
    weight: 1,
  }));
  const row = (part: string, term: string, both: number, clauses: number) =>
    ({ source: "a", part, node: "n", term, both, clauses }) as const;
  const rows = parts.flatMap(({ part }) => [
    row(part, "n", 10, 10),
    row(part, "everywhere", 1, 2),
    ...(part === "0" ? [row(part, "once", 8, 16)] : []),
  ]);
  const scores = neighbourScores(rows, parts, { resamples: 200 });
  const width = (term: string) => {
    const score = scores.find((s) => s.term === term)!;
    expect(score.resampled_lower!).toBeLessThanOrEqual(score.log_odds);
    expect(score.resampled_upper!).toBeGreaterThanOrEqual(score.log_odds);
    return score.resampled_upper! - score.resampled_lower!;
  };
  expect(width("once")).toBeGreaterThan(2 * width("everywhere"));
  expect(neighbourScores(rows, parts, { resamples: 200 })).toEqual(scores);
  expect(neighbourScores(rows, parts)[0]).toMatchObject({ resampled_lower: null, resampled_upper: null });
});
