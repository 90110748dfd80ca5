import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { type Column, fromCsv } from "../../src/csv.js";
import { NOISE_KINDS } from "../../src/repair/repaired-text.js";
import { GENRES, LEVELS } from "../../src/structure/records.js";
import { type CodedRecord, faults, type Interval } from "./codebook.js";

const FOLDER = "data/teaching";
const { documents, problems } = readCorpus(FOLDER);
const texts = new Map(documents.map((d) => [d.source, d.text]));
const textOf = (source: string): string => texts.get(source) ?? "";

const schema = JSON.parse(readFileSync(`${FOLDER}/datapackage.json`, "utf8")) as {
  resources: { path: string; schema?: { fields: { name: string; type: string; description: string }[] } }[];
};
const JSON_TYPES = ["object", "array"];
function table<Row>(name: string): Row[] {
  const path = `${name}.csv`;
  const fields = schema.resources.find((r) => r.path === path)?.schema?.fields ?? [];
  const columns = fields.map(({ name, type, description }) => ({
    name,
    type: JSON_TYPES.includes(type) ? "json" : type,
    description,
  })) as Column[];
  return fromCsv(readFileSync(`${FOLDER}/${path}`, "utf8"), columns, path) as Row[];
}

interface Span {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}
const printed = ({ source, start, end }: Span): string => textOf(source).slice(start, end);

const records = table<CodedRecord & { part: string }>("records");
const parts = table<
  Span & {
    part: string;
    title: string | null;
    heading: string | null;
    genre: string;
    level: string;
    year: string | null;
  }
>("parts");
const noise = table<Span & { kind: string; note: string }>("noise");
const targets = table<
  Span & { item: string; value: number | null; unit: string | null; points: number | null; flags: string[] }
>("targets");
const claims = table<
  Span & {
    type: string;
    operands: (number | string | null)[];
    stated: number | null;
    computed: number | null;
    holds: boolean | null;
  }
>("claims");
const duplicates = table<{
  a: Span;
  b: Span;
  kind: string;
  jaccard: number;
  containment_a_in_b: number;
  containment_b_in_a: number;
}>("duplicates");

describe("the texts", () => {
  test("all can be read, in the encodings that they were written to show", () => {
    expect(problems).toEqual([]);
    const other = documents.filter((d) => d.encoding !== "utf-8").map((d) => [d.source, d.encoding]);
    expect(other).toEqual([
      ["06-birth-manual.txt", "gb18030"],
      ["10-waste-questions.txt", "utf-8-bom"],
    ]);
    const crlf = documents.filter((d) => d.text.includes("\r\n"));
    expect(crlf.map((d) => d.source)).toEqual(["07-fire-notice.txt"]);
    expect(crlf.every((d) => !/[^\r]\n/.test(d.text))).toBe(true);
    for (const d of documents) expect(d.text).not.toMatch(/[\ufffd\0\ue000-\uf8ff]/);
  });

  test("are short, and nothing else in the folder is taken for one", () => {
    expect(documents.length).toBe(readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).length);
    expect(documents.length).toBeGreaterThanOrEqual(8);
    for (const d of documents) expect(d.text.length).toBeGreaterThan(600);
    for (const d of documents) expect(d.text.length).toBeLessThan(1800);
  });

  test("have between 5 and 26 consequences, apart from the two that have none", () => {
    const counts = new Map(documents.map((d) => [d.source, 0]));
    for (const r of records) counts.set(r.source, (counts.get(r.source) ?? Number.NaN) + 1);
    const none = [...counts].filter(([, n]) => n === 0).map(([source]) => source);
    expect(none).toEqual(["05-fire-report.txt", "11-birth-duties.txt"]);
    for (const [source, n] of counts)
      if (!none.includes(source)) expect([source, n >= 5 && n <= 26]).toEqual([source, true]);
  });
});

describe("records.csv", () => {
  test("keeps to the codebook's lists", () => {
    expect(records.flatMap(faults)).toEqual([]);
  });

  test("prints each cue inside its span", () => {
    for (const r of records) expect([r.start, printed(r)]).toEqual([r.start, expect.stringContaining(r.cue)]);
  });

  test("codes numbers that are printed in the clause, and nothing where they are hidden", () => {
    const missing: string[] = [];
    for (const r of records) {
      const text = textOf(r.source);
      const from = Math.max(...["。", "；", "\n"].map((stop) => text.lastIndexOf(stop, r.start - 1))) + 1;
      const clause = text.slice(from, r.end);
      for (const field of ["amount", "multiple", "months"] as const) {
        for (const bound of bounds(r[field]))
          if (!writings(bound, field).some((w) => clause.includes(w)))
            missing.push(`${r.source}:${r.start} ${field} ${bound} in ${clause}`);
      }
      if (r.flags.includes("masked")) expect(printed(r)).toMatch(/XX|～/);
      if (r.flags.includes("year_artifact")) expect(clause).toContain("2025元");
    }
    expect(missing).toEqual([]);
  });

  test("shows what a class should meet: both polarities, most types, every addressee but relatives", () => {
    expect(new Set(records.filter((r) => r.polarity === "sanction").map((r) => r.type)).size).toBe(26);
    expect(new Set(records.filter((r) => r.polarity === "reward").map((r) => r.type)).size).toBe(6);
    expect([...new Set(records.map((r) => r.addressee))].sort()).toEqual(
      ["family", "leader", "party", "staff", "unit", "unspecified"].sort(),
    );
    expect(new Set(records.map((r) => r.trigger)).size).toBe(13);
  });
});

describe("parts.csv", () => {
  test("parts lie in their texts, do not overlap, and print their titles and headings", () => {
    const ends = new Map<string, number>();
    for (const p of parts) {
      expect(p.start).toBeGreaterThanOrEqual(ends.get(p.source) ?? 0);
      expect(p.end).toBeLessThanOrEqual(textOf(p.source).length);
      ends.set(p.source, p.end);
      const squeezed = printed(p).replace(/\s/g, "");
      if (p.title) expect(squeezed).toContain(p.title);
      if (p.heading) expect(squeezed.startsWith(p.heading)).toBe(true);
      expect(GENRES).toContain(p.genre);
      expect(LEVELS).toContain(p.level);
    }
    expect([...ends.keys()]).toEqual(documents.map((d) => d.source));
  });
});

describe("noise.csv", () => {
  const LOOKS: Record<string, RegExp> = {
    page_mark: /^([—-] ?\d+ ?[—-]|第\d+页|\d+)$/,
    line_break_join: /^\r?\n$/,
    year_artifact: /^2025$/,
    masked: /^(XX|\*+|～|某某)$/,
    html_residue: /^(&nbsp;&nbsp;|<br \/>|<\/p>|\[bookmark: .*\])$/,
    truncated: /^(（四）|4、|\d\d|问责)$/,
    ocr_error: /^(1OO％|批坪)$/,
    mojibake: /^鐢.*槑$/,
    boilerplate: /文库|\[精选|来源：|第[一二]篇|推荐/,
    place_swap: /厂$/,
  };
  test("every span prints what its kind says, and every kind is planted", () => {
    for (const n of noise)
      expect([n.kind, printed(n)]).toEqual([n.kind, expect.stringMatching(LOOKS[n.kind]!)]);
    expect([...new Set(noise.map((n) => n.kind))].sort()).toEqual([...NOISE_KINDS].sort());
  });

  test("mojibake: the bytes of the run are the words of the note", () => {
    const run = noise.find((n) => n.kind === "mojibake")!;
    const words = /bytes of (\S+) read/.exec(run.note)?.[1] ?? "";
    expect(new TextDecoder("gb18030").decode(new TextEncoder().encode(words))).toBe(printed(run));
  });
});

describe("targets.csv", () => {
  test("values and points stand in the span", () => {
    for (const t of targets) {
      const text = printed(t).replace("1OO", "100").replace("两名", "2名");
      if (t.value !== null && t.value > 0)
        expect([t.item, text]).toEqual([t.item, expect.stringContaining(String(t.value))]);
      if (t.points !== null) expect(text).toContain(`${t.points}分`);
      if (t.flags.includes("truncated")) expect(text).not.toContain("％");
    }
  });
});

describe("claims.csv", () => {
  test("holds says what recomputing from the operands says", () => {
    const round = (x: number, digits: number): number => Math.round(x * 10 ** digits) / 10 ** digits;
    for (const c of claims) {
      const [a = Number.NaN, b = Number.NaN] = c.operands.map(Number);
      if (c.operands.includes(null)) {
        expect([c.computed, c.holds]).toEqual([null, null]);
        continue;
      }
      const value = {
        sum: () => c.operands.reduce<number>((total, x) => total + Number(x), 0),
        product: () => a * b,
        difference: () => a - b,
        growth: () => ((b - a) / b) * 100,
        share: () => (a / b) * 100,
        rate: () => (a / b) * 100,
        derived: () => a / b,
        enumeration: () => c.operands.length,
      }[c.type]!();
      expect(round(value, 2)).toBe(c.computed);
      const digits = (String(c.stated).split(".")[1] ?? "").length;
      expect([c.type, round(value, digits) === c.stated]).toEqual([c.type, c.holds]);
    }
    expect(new Set(claims.map((c) => c.holds))).toEqual(new Set([true, false, null]));
  });
});

describe("duplicates.csv", () => {
  const grams = (span: Span): Set<string> => {
    const letters = [...printed(span)].filter((c) => /[\p{L}\p{N}]/u.test(c));
    return new Set(letters.slice(4).map((_, i) => letters.slice(i, i + 5).join("")));
  };
  test("similarities are those of the sets of five letters, and no other pair is near", () => {
    const listed = duplicates.map(({ a, b }) => `${a.source}|${b.source}`);
    expect(listed).toEqual(["02-fire-decision.txt|09-fire-decision-copy.txt"]);
    const sets = parts.map(grams);
    parts.forEach((p, i) => {
      parts.forEach((q, j) => {
        if (j <= i) return;
        const [x, y] = [sets[i]!, sets[j]!];
        const shared = [...x].filter((g) => y.has(g)).length;
        const row = duplicates.find((d) => d.a.source === p.source && d.b.source === q.source);
        if (!row) {
          expect(shared / Math.min(x.size, y.size)).toBeLessThan(0.1);
          return;
        }
        expect(row.jaccard).toBeCloseTo(shared / (x.size + y.size - shared), 4);
        expect(row.containment_a_in_b).toBeCloseTo(shared / x.size, 4);
        expect(row.containment_b_in_a).toBeCloseTo(shared / y.size, 4);
      });
    });
  });
});

function bounds(interval: Interval | null): number[] {
  if (interval === null) return [];
  const all = [interval.min, interval.max].filter((x): x is number => x !== null);
  return [...new Set(all)];
}

/** Ways in which these texts print a coded number. */
function writings(x: number, field: "amount" | "multiple" | "months"): string[] {
  const han = "零一二三四五六七八九十";
  if (field === "months") {
    const days = Math.round(x * 30);
    const year = x % 12 === 0 ? [`${"零一两三四五"[x / 12]}年`] : [];
    return [`${han[x] ?? "?"}个月`, `${han[days] ?? "?"}日`, ...(x === 6 ? ["半年"] : []), ...year];
  }
  if (field === "multiple") {
    const part = [
      `${x * 100}％`,
      ...(x === 0.5 ? ["减半", "半个月"] : []),
      ...(x === 0.002 ? ["千分之二"] : []),
    ];
    return [`${x}分`, `${han[x] ?? "?"}倍`, `${han[x] ?? "?"}个月`, ...(x === 2 ? ["加倍"] : []), ...part];
  }
  const scale = x % 10000 === 0 ? 10000 : x % 1000 === 0 ? 1000 : x % 100 === 0 ? 100 : 10;
  const head = x / scale;
  const digit = head === 30 ? "三十" : han[head];
  const unit = { 10000: "万", 1000: "千", 100: "百", 10: "十" }[scale];
  const arabic = x % 10000 === 0 ? [`${x / 10000}万元`, `${x / 10000}至`] : [];
  return [`${x}元`, `${digit}${unit}元`, `${digit}${unit}`, ...arabic];
}
