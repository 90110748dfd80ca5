import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CodedRecord, faults } from "./codebook.js";
import { codedFolder, type Coded as Span } from "./coded-folder.js";

const FOLDER = "data/gold/written";
const { sources, texts, table, printed } = codedFolder(FOLDER);

const records = table<CodedRecord>("consequences");
const parts = table<Span & { part: string; title: string; heading: string | null }>("parts");
const partOf = ({ source, part }: { source: string; part: string }): Span | undefined =>
  parts.find((p) => p.source === source && p.part === part);

describe("the documents", () => {
  test("are twenty-eight, of 900 to 3100 characters, and nothing else in the folder is taken for one", () => {
    expect(sources.length).toBe(28);
    expect(readdirSync(FOLDER).filter((name) => name.endsWith(".md"))).toEqual([]);
    for (const [name, { length }] of texts)
      expect([name, length > 900 && length < 3100]).toEqual([name, true]);
  });

  test("do not overlap in their parts, which print their titles and headings", () => {
    const ends = new Map<string, number>();
    for (const p of parts) {
      expect(p.start).toBeGreaterThanOrEqual(ends.get(p.source) ?? 0);
      ends.set(p.source, p.end);
      const squeezed = printed(p).replace(/\s/g, "");
      expect(squeezed).toContain(p.title);
      if (p.heading) expect(squeezed.startsWith(p.heading)).toBe(true);
    }
    expect([...ends.keys()]).toEqual(sources);
  });
});

describe("consequences", () => {
  test("keep to the codebook's lists, print their cues, and stand once", () => {
    expect(records.flatMap(faults)).toEqual([]);
    for (const r of records) expect([r.start, printed(r)]).toEqual([r.start, expect.stringContaining(r.cue)]);
    const keys = records.map((r) => [r.source, r.start, r.end, r.type, r.addressee, r.trigger].join("|"));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("are many of either polarity, of every type", () => {
    const of = (polarity: string): CodedRecord[] => records.filter((r) => r.polarity === polarity);
    expect(of("sanction").length).toBeGreaterThanOrEqual(200);
    expect(of("reward").length).toBeGreaterThanOrEqual(80);
    expect(new Set(of("sanction").map((r) => r.type)).size).toBe(26);
    expect(new Set(of("reward").map((r) => r.type)).size).toBe(7);
  });

  test("are marked where the text hides or overwrites an amount", () => {
    for (const r of records) {
      // 处以XX元以上罚款: the amount may stand before its verb
      const around = printed({ ...r, start: r.start - 12, end: r.end + 12 });
      if (r.flags.includes("masked")) expect(around).toMatch(/XX|～|\*\*|＊|某|〓|××/);
      if (r.flags.includes("year_artifact")) expect(printed(r)).toMatch(/202[45]元/);
    }
  });
});

interface Target extends Span {
  readonly part: string;
  readonly item: string;
  readonly value: number | null;
  readonly points: number | null;
  readonly label: string | null;
  readonly parent: string | null;
  readonly flags: readonly string[];
}

describe("targets", () => {
  const NUMERALS = "〇一两三四五六七八九十";
  const targets = table<Target>("targets");

  test("print their values and points inside their part", () => {
    expect(targets.length).toBeGreaterThanOrEqual(150);
    for (const t of targets) {
      const part = partOf(t);
      expect([t.item, part !== undefined && t.start >= part.start && t.end <= part.end]).toEqual([
        t.item,
        true,
      ]);
      // 建档率95％、验证率90％（6分），每项3分: points of several items stand after them; a table prints 分 once, in its head
      const after = { ...t, end: t.end + 30 };
      if (t.points !== null) expect(printed(after)).toMatch(new RegExp(`${t.points}[分　]`));
      if (t.value === null || t.flags.includes("garbled")) continue;
      // 万 may stand once, before a list of values
      const written =
        t.value === 0
          ? /零|为0|杜绝|没有|无/
          : new RegExp(
              `${t.value}|${t.value / 10000}(?:\\.0)?(?:万|$)|${NUMERALS[t.value] ?? t.value}|${NUMERALS[t.value / 10]}成`,
            );
      expect([t.item, printed(t)]).toEqual([t.item, expect.stringMatching(written)]);
    }
  });

  test("name a parent of the same part", () => {
    const labels = new Set(targets.map((t) => [t.source, t.part, t.label].join("|")));
    for (const t of targets) {
      if (t.parent) expect(labels).toContain([t.source, t.part, t.parent].join("|"));
    }
  });
});

interface Claim extends Span {
  readonly type: string;
  readonly operands: readonly (number | string | null)[];
  readonly formula: string;
  readonly stated: number;
  readonly computed: number | null;
  readonly holds: boolean | null;
  readonly tolerance: string;
}

describe("claims", () => {
  const claims = table<Claim>("arithmetic");

  test("are sixty that can be checked, of which ten fail", () => {
    expect(claims.filter((c) => c.holds !== null).length).toBeGreaterThanOrEqual(60);
    expect(claims.filter((c) => c.holds === false).length).toBeGreaterThanOrEqual(10);
  });

  test("have the verdict that recomputing gives", () => {
    const FORMULAS: Record<string, (...x: number[]) => number> = {
      sum: (...x) => x.reduce((total, y) => total + y, 0),
      "count of listed items": (...x) => x.length,
      "a-b": (a = 0, b = 0) => a - b,
      "a*b": (a = 0, b = 0) => a * b,
      "a*b*c": (a = 0, b = 0, c = 0) => a * b * c,
      "a/b": (a = 0, b = 0) => a / b,
      "a/b*100": (a = 0, b = 0) => (a / b) * 100,
      "a/b*1000": (a = 0, b = 0) => (a / b) * 1000,
      "(a-b)/b*100": (a = 0, b = 0) => ((a - b) / b) * 100,
      "(b-a)/b*100": (a = 0, b = 0) => ((b - a) / b) * 100,
      "(a-b)/a*100": (a = 0, b = 0) => ((a - b) / a) * 100,
      "a-b-c-d": (a = 0, b = 0, c = 0, d = 0) => a - b - c - d,
      "a-b+1": (a = 0, b = 0) => a - b + 1,
      "a*(b*c+d)": (a = 0, b = 0, c = 0, d = 0) => a * (b * c + d),
      "a*b/10000": (a = 0, b = 0) => (a * b) / 10000,
      "a*b+c*d+e*f": (a = 0, b = 0, c = 0, d = 0, e = 0, f = 0) => a * b + c * d + e * f,
      "a*b+c*d": (a = 0, b = 0, c = 0, d = 0) => a * b + c * d,
      "(a*b+c*d)*e": (a = 0, b = 0, c = 0, d = 0, e = 0) => (a * b + c * d) * e,
      "(a+b+c)/3": (a = 0, b = 0, c = 0) => (a + b + c) / 3,
      "max<b": (...x) => Math.max(...x),
      mean: (...x) => x.reduce((total, y) => total + y, 0) / x.length,
      max: (...x) => Math.max(...x),
      "count above the last": (...x) => x.filter((y) => y > x.at(-1)!).length,
      "count below the last": (...x) => x.filter((y) => y < x.at(-1)!).length,
      "rank of the last": (...x) => 1 + x.filter((y) => y > x.at(-1)!).length,
      "a<b": (a = 0) => a,
      "a<=b": (a = 0) => a,
      "a>=b": (a = 0) => a,
      "a>b": (a = 0) => a,
      "min(a,b)>=c": (a = 0, b = 0) => Math.min(a, b),
    };
    for (const c of claims) {
      // a list that has lost items cannot be counted
      if (c.holds === null && c.formula === "count of listed items") continue;
      if (c.operands.includes(null)) {
        expect([c.computed, c.holds]).toEqual([null, null]);
        continue;
      }
      const value = FORMULAS[c.formula]!(...c.operands.map(Number));
      expect(value).toBeCloseTo(c.computed ?? Number.NaN, 2);
      const decimals = /(\d) decimal/.exec(c.tolerance)?.[1];
      const rounded = Number(value.toFixed(decimals === undefined ? 6 : Number(decimals)));
      const verdicts: Record<string, boolean> = {
        "a<=b": value <= c.stated,
        "a>=b": value >= c.stated,
        "a>b": value > c.stated,
        "a<b": value < c.stated,
        "max<b": value < c.stated,
        "min(a,b)>=c": value >= c.stated,
      };
      expect([c.start, verdicts[c.formula] ?? rounded === c.stated]).toEqual([c.start, c.holds]);
    }
  });
});

describe("noise and duplicates", () => {
  test("every span prints its text, and mojibake is the words of its note", () => {
    const noise = table<Span & { kind: string; text: string; note: string }>("noise");
    for (const n of noise) expect([n.start, printed(n)]).toEqual([n.start, n.text]);
    const run = noise.find((n) => n.kind === "mojibake")!;
    const words = /bytes of (\S+) read/.exec(run.note)?.[1] ?? "";
    expect(new TextDecoder("gb18030").decode(new TextEncoder().encode(words))).toBe(run.text);
  });

  test("the near-copy is contained in the document that it copies", () => {
    const [pair] = table<{ a: Span; b: Span; containment_b_in_a_lex: number }>("duplicates");
    const grams = (span: Span): Set<string> => {
      const letters = [...printed(span)].filter((c) => /[\p{L}\p{N}]/u.test(c));
      return new Set(letters.slice(4).map((_, i) => letters.slice(i, i + 5).join("")));
    };
    const whole = grams(pair!.a);
    const copy = [...grams(pair!.b)];
    expect(copy.filter((g) => whole.has(g)).length / copy.length).toBeCloseTo(
      pair!.containment_b_in_a_lex,
      4,
    );
  });
});
