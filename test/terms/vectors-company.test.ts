// Reference values of other software and of the literature, with their sources: fixtures/vectors.json, group "company".
import { describe } from "vitest";
import { collocations } from "../../src/terms/collocations.js";
import { cooccurrences } from "../../src/terms/cooccurrence.js";
import { kwic } from "../../src/terms/kwic.js";
import { lambdaOfCells } from "../../src/terms/lambda.js";
import { checksOf, type Loose, words } from "./fixtures/vectors.js";

const check = checksOf("company");

const tokens = (text: string) =>
  [...text.matchAll(/\S+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    term: m[0],
    kind: "word" as const,
  }));

describe("collocations", () => {
  const counted = (i: Loose) =>
    new Map(
      collocations(i.documents.map(words), {
        sizes: i.size,
        minCount: i.min_count ?? 2,
        scored: (term) => i.keep.includes(term),
      }).map((row) => [row.terms.join(" "), row]),
    );
  check("colloc-counts-nested", (i) =>
    Object.fromEntries([...counted(i)].map(([k, r]) => [k, { count: r.count, nested: r.count_nested }])),
  );
  check("colloc-counts-nested-4", (i) =>
    Object.fromEntries([...counted(i)].map(([k, r]) => [k, [r.count, r.count_nested]])),
  );
  check("lambda3-formula", (i) => {
    const { lambda, z } = lambdaOfCells(
      Object.keys(i.cells)
        .sort()
        .map((k) => i.cells[k]),
      i.smoothing,
    );
    return { lambda_: lambda, z };
  });
  const grid = (i: Loose, ordered: boolean, weights?: readonly number[]) => {
    const order = i.order ?? ["A", "B", "C", "D", "E", "F"];
    const rows = cooccurrences([words(i.text)], {
      window: i.window,
      ordered,
      ...(weights ? { weight: (d: number) => weights[d - 1]! } : {}),
    });
    return order.map((a: string) =>
      order.map((b: string) => rows.find((r) => r.first === a && r.second === b)?.count ?? 0),
    );
  };
  check("fcm-window3", (i) => grid(i, false));
  check("fcm-window3-weighted", (i) => grid(i, false, i.weights));
  check("fcm-window3-ordered", (i) => grid(i, true));
  check("kwic-two-hits", (i) =>
    kwic(i.text, tokens(i.text), { terms: [i.pattern] }, { window: i.window }).map((line) => ({
      pos: `${line.first_token + 1}:${line.last_token}`,
      pre: line.left,
      kw: line.keyword,
      post: line.right,
    })),
  );
});
