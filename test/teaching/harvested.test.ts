import { expect, test } from "vitest";
import { contentOf, shingleSequence, shingleSet } from "../../src/duplicates/shingles.js";
import { similarity } from "../../src/duplicates/similarity.js";
import { codedFolder, type Coded as Span } from "./coded-folder.js";

const FOLDER = "data/gold/harvested";
const { sources, table, printed } = codedFolder(FOLDER);

test("parts print their titles, open with their headings and do not overlap", () => {
  const parts = table<Span & { title: string | null; heading: string | null }>("parts");
  expect(parts.length).toBe(15);
  const ends = new Map<string, number>();
  for (const part of parts) {
    expect(part.start).toBeGreaterThanOrEqual(ends.get(part.source) ?? 0);
    ends.set(part.source, part.end);
    const squeezed = printed(part).replace(/\s/g, "");
    expect(squeezed).toContain(part.title ?? "");
    expect(squeezed.startsWith(part.heading ?? "")).toBe(true);
  }
  expect([...ends.keys()]).toEqual(sources);
});

test("every piece of noise prints its text, of which four that are long leave out the middle", () => {
  const noise = table<Span & { text: string }>("noise");
  expect(noise.length).toBe(179);
  const shortened = noise.filter((piece) => printed(piece) !== piece.text);
  expect(shortened.length).toBe(4);
  for (const piece of shortened) {
    const cut = piece.text.indexOf("…");
    expect(printed(piece).startsWith(piece.text.slice(0, cut))).toBe(true);
    expect(printed(piece).endsWith(piece.text.slice(cut + 1))).toBe(true);
  }
});

test("pairs have the similarity that their texts give; those of swapped place names have none", () => {
  const pairs = table<{ a: Span; b: Span; jaccard5_lex: number | null }>("duplicates");
  const set = (span: Span): Uint32Array => shingleSet(shingleSequence(contentOf(printed(span))));
  expect(pairs.filter(({ jaccard5_lex }) => jaccard5_lex === null).length).toBe(2);
  for (const { a, b, jaccard5_lex } of pairs) {
    // the coder's shingles keep full-width signs apart from others, ours fold them
    if (jaccard5_lex !== null) expect(similarity(set(a), set(b)).jaccard).toBeCloseTo(jaccard5_lex, 2);
  }
});
