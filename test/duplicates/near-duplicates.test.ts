import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/duplicates/kinds.js";
import { duplicatesAmong } from "../../src/duplicates/near-duplicates.js";
import { contentOf, shingleSequence, shingleSet } from "../../src/duplicates/shingles.js";
import { similarity } from "../../src/duplicates/similarity.js";
import { clusterWeights, weightAt } from "../../src/duplicates/weights.js";
import { seededRandom, shuffled } from "../../src/stats/random.js";
import { asTexts, syntheticText, withReplacements } from "./synthetic.js";

const random = seededRandom(99);
const whole = syntheticText(3000, random);
const opening = whole.slice(0, 700);
const damaged = withReplacements(whole, 30, random);
const other = syntheticText(2000, random);

describe("duplicates among texts", () => {
  test("of two identical files are one copy, kept from the first by name", () => {
    const [record, ...more] = duplicatesAmong(asTexts([whole, whole]));
    expect(more).toEqual([]);
    expect(record).toEqual({
      a: { source: "0000.txt", part: "1", start: 0, end: whole.length },
      b: { source: "0001.txt", part: "1", start: 0, end: whole.length },
      kind: "copy",
      jaccard: 1,
      containment_a_in_b: 1,
      containment_b_in_a: 1,
      cluster: "0000.txt#1",
      keep: "a",
      level: "part",
    });
  });

  test("differ in nothing but punctuation, white space, case and width of letters", () => {
    const wide = whole.replaceAll("，", ",\n").replaceAll("。", " ── ");
    expect(duplicatesAmong(asTexts([`${whole}ABC2024`, `${wide}ａbc２０２４`]))[0]?.kind).toBe("copy");
  });

  test("join a truncated and a damaged copy to the longest, which is kept", () => {
    const records = duplicatesAmong(asTexts([opening, whole, damaged, other]));
    expect(records.map(({ a, b, kind, keep }) => [a.source[3], b.source[3], kind, keep])).toEqual([
      ["0", "1", "contained", "b"],
      ["0", "2", "contained", "neither"],
      ["1", "2", "near_copy", "a"],
    ]);
    expect(new Set(records.map(({ cluster }) => cluster))).toEqual(new Set(["0001.txt#1"]));
  });

  test("keep of equally long copies the one with less noise", () => {
    const [a, b] = asTexts([whole, whole]);
    const noisy = [{ ...a, noise: 40 } as NonNullable<typeof a>, b as NonNullable<typeof b>];
    expect(duplicatesAmong(noisy)[0]?.keep).toBe("b");
  });

  test("are none for no text, one text, empty texts and texts shorter than a shingle", () => {
    expect(duplicatesAmong([])).toEqual([]);
    expect(duplicatesAmong(asTexts([other]))).toEqual([]);
    expect(duplicatesAmong(asTexts(["", "", "罚款", "罚款"]))).toEqual([]);
  });

  test("are the same records whatever the order of the files, for few and for many", () => {
    const texts = asTexts([opening, whole, damaged, other, `${other}\n${whole.slice(900, 1300)}`, "", other]);
    for (const exact of [200, 0]) {
      const records = duplicatesAmong(texts, { exact });
      expect(records.length).toBeGreaterThan(4);
      for (const seed of [1, 2, 3]) {
        expect(duplicatesAmong(shuffled(texts, seededRandom(seed)), { exact })).toEqual(records);
      }
    }
  });

  test("are found among characters outside the basic plane, with spans in code units", () => {
    const astral = [...whole]
      .map((c) => (c >= "一" && c <= "龥" ? String.fromCodePoint(c.charCodeAt(0) + 0x1b200) : c))
      .join("");
    const [record] = duplicatesAmong(asTexts([astral, astral]));
    expect(record).toMatchObject({ kind: "copy", a: { start: 0, end: astral.length } });
  });

  test("are found in files of one line of 200,000 characters, in seconds", () => {
    const line = syntheticText(200_000, random).replaceAll("\n", "");
    const started = performance.now();
    const [record, ...more] = duplicatesAmong(
      asTexts([line, withReplacements(line, 400, random), line.slice(0, 9000)]),
    );
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(record).toMatchObject({ kind: "near_copy", a: { start: 0, end: line.length } });
    expect(more.map(({ kind }) => kind)).toEqual(["contained", "contained"]);
  });

  test("are the same with line ends of either kind and with half-width marks only", () => {
    const texts = [whole, whole.replaceAll("\n", "\r\n"), whole.replaceAll("，", ",").replaceAll("。", ".")];
    expect(duplicatesAmong(asTexts(texts)).map(({ kind, jaccard }) => [kind, jaccard])).toEqual([
      ["copy", 1],
      ["copy", 1],
      ["copy", 1],
    ]);
  });

  test("count a template filled twice as two texts", () => {
    const lines = Array.from({ length: 30 }, () => syntheticText(60, random));
    const filled = lines.map((line, i) => (i % 3 === 0 ? line : syntheticText(60, random)));
    const [record, ...more] = duplicatesAmong(asTexts([lines.join("\n"), filled.join("\n")]), {
      passages: false,
    });
    expect(more).toEqual([]);
    expect(record).toMatchObject({ kind: "template_swap", cluster: null, keep: "both" });
  });
});

describe("repeated passages", () => {
  const list = [1, 2, 3, 4, 5, 6].map((n) => `${n}、${syntheticText(40, random).replaceAll("\n", "")}`);
  const around = Array.from({ length: 4 }, () => syntheticText(900, random));
  const [before, between, after] = around as [string, string, string, string];

  test("are found twice in one text, as a run of list items without what stands around", () => {
    const text = `${before}\n${list.join("\n")}\n${between}\n${list.join("\n")}\n${after}`;
    const [record, ...more] = duplicatesAmong(asTexts([text]));
    expect(more).toEqual([]);
    const first = text.indexOf(list[0] as string);
    expect(record).toMatchObject({ kind: "copy", level: "paragraph", a: { start: first }, keep: "a" });
    expect(text.slice(record?.b.start, record?.b.end)).toBe(text.slice(record?.a.start, record?.a.end));
  });

  test("are found across an item that differs, and end where the texts part", () => {
    const swapped = [
      ...list.slice(0, 2),
      `3、${syntheticText(40, random).replaceAll("\n", "")}`,
      ...list.slice(3),
    ].join("\n");
    const texts = asTexts([`${before}\n${list.join("\n")}\n${between}`, `${after}\n${swapped}`]);
    const [record] = duplicatesAmong(texts);
    expect(texts[0]?.text.slice(record?.a.start, record?.a.end).split("\n").length).toBe(6);
  });

  test("are not reported again inside parts that are copies as wholes", () => {
    expect(duplicatesAmong(asTexts([whole, damaged])).map(({ level }) => level)).toEqual(["part"]);
  });

  test("are reported inside copies where asked for: each stretch that the copies share", () => {
    const lost = syntheticText(900, random);
    const texts = asTexts([`${before}\n${lost}\n${after}`, `${before}\n${between}\n${after}`]);
    const stretches = duplicatesAmong(texts, { inside: true }).filter(({ level }) => level === "paragraph");
    expect(stretches.map(({ kind }) => kind)).toEqual(["copy", "copy"]);
    const printed = stretches.map(({ a }) => texts[0]?.text.slice(a.start, a.end) ?? "");
    expect(printed[0]?.length).toBeGreaterThan(0.95 * before.length);
    expect(printed[1]?.length).toBeGreaterThan(0.95 * after.length);
  });

  test("of one stretch that stands three times have the same extent, and need two pairs", () => {
    const long = (n: number) => `${n}、${syntheticText(60, random).replaceAll("\n", "")}`;
    const [one, two] = [long(1), long(2)];
    const text = [before, one, between, one, two, after, one, two, syntheticText(400, random)].join("\n");
    const places = duplicatesAmong(asTexts([text])).map(({ a, b, kind }) => [
      kind,
      text.slice(a.start, a.end).length === text.slice(b.start, b.end).length,
      [one, two].findIndex((item) => item.includes(text.slice(a.start, a.end))),
    ]);
    expect(places).toEqual([
      ["copy", true, 0],
      ["copy", true, 0],
      ["copy", true, 1],
    ]);
  });

  test("are none where only a few short items agree", () => {
    const short = (n: number) => `${n}、${syntheticText(26, random).replaceAll("\n", "")}`;
    const items = [short(1), short(2)].join("\n");
    expect(duplicatesAmong(asTexts([`${before}\n${items}\n${between}\n${items}\n${after}`]))).toEqual([]);
  });

  test("are clauses where asked for, in paragraphs that differ otherwise", () => {
    const clause = syntheticText(60, random).replaceAll(/[。\n]/g, "");
    const glue = (x: string) => x.replaceAll("\n", "");
    const texts = asTexts([`${glue(before)}。${clause}。${glue(between)}`, `${glue(after)}。${clause}。`]);
    expect(duplicatesAmong(texts)).toEqual([]);
    const [record] = duplicatesAmong(texts, { passages: "clause" });
    expect(texts[1]?.text.slice(record?.b.start, record?.b.end)).toContain(clause.slice(0, 50));
    expect(record?.level).toBe("clause");
  });
});

describe("the kind of a pair", () => {
  const pair = (jaccard: number, ab: number, ba: number) => ({
    shared: 0,
    jaccard,
    containment_a_in_b: ab,
    containment_b_in_a: ba,
  });

  test("follows the stated cuts", () => {
    expect(kindOf(pair(1, 1, 1), 500, 500)).toBe("copy");
    expect(kindOf(pair(0.93, 0.94, 0.99), 5000, 4800)).toBe("near_copy");
    expect(kindOf(pair(0.49, 0.87, 0.52), 2900, 4800)).toBe("near_copy");
    expect(kindOf(pair(0.55, 0.98, 0.56), 2900, 5100)).toBe("contained");
    expect(kindOf(pair(0.13, 0.39, 0.16), 1600, 4000)).toBe("template_swap");
    expect(kindOf(pair(0.02, 0.21, 0.02), 110, 4000)).toBeNull();
  });

  test("needs text enough: no copy of a title, no template of a paragraph", () => {
    expect(kindOf(pair(1, 1, 1), 79, 79)).toBeNull();
    expect(kindOf(pair(0.2, 0.4, 0.3), 295, 400)).toBeNull();
  });
});

describe("cluster weights", () => {
  const parts = asTexts([opening, whole, damaged, other]).map(({ source, part, start, end }) => ({
    source,
    part: part as string,
    start,
    end,
  }));
  const duplicates = duplicatesAmong(asTexts([opening, whole, damaged, other]));

  test("count each text once, or each copy as its share, and add up to the number of clusters", () => {
    const weights = clusterWeights(parts, duplicates);
    expect(weights.map(({ kept }) => kept)).toEqual([0, 1, 0, 1]);
    expect(weights.map(({ shared }) => shared)).toEqual([1 / 3, 1 / 3, 1 / 3, 1]);
    expect(weights.map(({ cluster }) => cluster)).toEqual([
      "0001.txt#1",
      "0001.txt#1",
      "0001.txt#1",
      "0003.txt#1",
    ]);
  });

  test("count a cluster also where the kept text is not among those weighed", () => {
    const some = parts.filter(({ source }) => source !== "0001.txt");
    expect(clusterWeights(some, duplicates).map(({ kept }) => kept)).toEqual([0, 1, 1]);
  });

  test("are looked up by place, 0 outside every text", () => {
    const at = weightAt(clusterWeights(parts, duplicates), "shared");
    expect([at("0000.txt", 5), at("0003.txt", 5), at("0003.txt", 1e9), at("none.txt", 0)]).toEqual([
      1 / 3,
      1,
      0,
      0,
    ]);
  });

  test("change nothing for passages and templates", () => {
    const passage = { ...(duplicates[0] as (typeof duplicates)[0]), level: "paragraph" as const };
    expect(clusterWeights(parts, [passage]).every(({ kept }) => kept === 1)).toBe(true);
  });
});

test("the similarities of a record can be recomputed from its spans", () => {
  const lines = Array.from({ length: 12 }, () => syntheticText(90, random).replaceAll("\n", ""));
  const changed = lines.map((line, i) => (i % 4 === 1 ? withReplacements(line, 3, random) : line));
  const texts = asTexts([
    `${other}\n${lines.join("\n")}\n${whole.slice(0, 500)}`,
    `${damaged}\n${changed.join("\n")}\n${opening}`,
    whole,
  ]);
  const records = duplicatesAmong(texts);
  expect(new Set(records.map(({ level }) => level))).toEqual(new Set(["part", "paragraph"]));
  for (const { a, b, jaccard, containment_a_in_b, containment_b_in_a } of records) {
    const set = ({ source, start, end }: typeof a) =>
      shingleSet(
        shingleSequence(contentOf(texts.find((text) => text.source === source)?.text ?? "", { start, end })),
      );
    expect(similarity(set(a), set(b))).toMatchObject({ jaccard, containment_a_in_b, containment_b_in_a });
  }
});
