import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differingStretches } from "../../src/duplicates/alignment.js";
import { differences, kindOfDifference } from "../../src/duplicates/differences.js";
import { commonRuns } from "../../src/duplicates/shortest-edit.js";
import { sideBySide } from "../../src/duplicates/side-by-side.js";
import { visibleOf } from "../../src/duplicates/visible.js";
import { seededRandom } from "../../src/stats/random.js";
import { syntheticText } from "./synthetic.js";

const read = (a: string, b: string) =>
  differences(a, b).map(({ a: x, b: y, kind }) => [a.slice(x.start, x.end), b.slice(y.start, y.end), kind]);

describe("differences between copies", () => {
  test("name a masked value, a year printed over a number, a place, a loss and other wording", () => {
    const cases = [
      [
        "逾期不改的罚款2000元，报厂部备案。",
        "逾期不改的罚款XX元，报厂部备案。",
        "2000",
        "XX",
        "masked_value",
      ],
      ["发挥舆论监督作用", "发挥～监督作用", "舆论", "～", "masked_value"],
      ["奖励班组2000元整", "奖励班组2025元整", "2000", "2025", "year_overwritten"],
      ["二○一九年起执行", "2025年起执行", "二○一九", "2025", "year_overwritten"],
      ["报云岭县人民政府批准", "报南麓县人民政府批准", "云岭", "南麓", "place_swapped"],
      ["检查中发现隐患，立即整改", "检查中，立即整改", "发现隐患", "", "missing"],
      ["合格率达98%以上", "合格率达98以上", "98%", "98", "missing"],
      ["由车间主任负责", "由车间书记负责", "主任", "书记", "wording"],
    ] as const;
    for (const [a, b, inA, inB, kind] of cases) {
      expect(read(a, b)).toEqual([[inA, inB, kind]]);
      expect(read(b, a)).toEqual([[inB, inA, kind]]);
    }
  });

  test("are no white space, no width, no type of mark and no punctuation alone", () => {
    expect(differences("一、罚款２０００元。\n（二）通报", "一、 罚款2000元.(二)通报")).toEqual([]);
    expect(differences("通报批评，限期整改", "通报批评；限期整改")).toEqual([]);
    expect(differences("", "")).toEqual([]);
  });

  test("inside a number are the whole number", () => {
    expect(read("罚款2000元", "罚款2500元")).toEqual([["2000", "2500", "year_overwritten"]]);
    expect(read("罚款300元", "罚款3500元")).toEqual([["300", "3500", "wording"]]);
  });

  test("say whether they reach the edge of a text", () => {
    const [difference] = differences("各车间要落实责任，定期检查", "各车间要落实责任");
    expect(difference).toMatchObject({ kind: "missing", edge: true, b: { start: 8, end: 8 } });
  });

  test("have spans in code units, also beside characters outside the basic plane", () => {
    expect(read("𠮷𠮷安全检查罚款500元𠮷", "𠮷𠮷安全检查罚款＊＊元𠮷")).toEqual([
      ["500", "＊＊", "masked_value"],
    ]);
  });

  test("tell a mask from a letter that means itself", () => {
    expect(kindOfDifference("X", "Y", "线")).toBe("masked_value");
    expect(kindOfDifference("B", "C", "级")).toBe("wording");
    expect(kindOfDifference("某某", "XX", "县")).toBeNull();
  });

  test("read side by side with a few characters around them", () => {
    expect(
      sideBySide("对当事人每次罚款2000元，\n并通报。", "对当事人每次罚款2025元，并通报。", { context: 3 }),
    ).toEqual([
      {
        kind: "year_overwritten",
        before: "次罚款",
        a: "2000",
        b: "2025",
        after: "元，",
        a_start: 8,
        b_start: 8,
      },
    ]);
  });
});

describe("alignment", () => {
  const letters = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 40 });

  test("takes as few edits as there must be", () => {
    const longestCommon = (a: number[], b: number[]): number => {
      const row = new Array<number>(b.length + 1).fill(0);
      for (const x of a) {
        let corner = 0;
        for (let j = 1; j <= b.length; j++) {
          const above = row[j] as number;
          row[j] = x === b[j - 1] ? corner + 1 : Math.max(above, row[j - 1] as number);
          corner = above;
        }
      }
      return row[b.length] as number;
    };
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const runs = commonRuns(Uint32Array.from(a), Uint32Array.from(b));
        for (const run of runs) {
          expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length));
        }
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longestCommon(a, b));
      }),
    );
  });

  test("puts everything outside the gaps in one to one order", () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const gaps = differingStretches(Uint32Array.from(a), Uint32Array.from(b));
        const rest = (list: number[], side: "a" | "b") =>
          list.filter((_, i) => !gaps.some((gap) => gap[side][0] <= i && i < gap[side][1]));
        expect(rest(a, "a")).toEqual(rest(b, "b"));
      }),
    );
  });

  test("is found across a long loss, and stays quick where texts have nothing in common", () => {
    const random = seededRandom(5);
    const [text, foreign] = [syntheticText(20_000, random), syntheticText(20_000, random)];
    const cut = text.slice(0, 5000) + text.slice(9000);
    const [gap, ...more] = differences(text, cut);
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ kind: "missing", edge: false });
    const started = performance.now();
    expect(differences(text, foreign).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("sees every character but white space", () => {
    const { characters, offsets } = visibleOf(" 罚\r\n\u3000款 ×２");
    expect(String.fromCodePoint(...characters)).toBe("罚款×2");
    expect([...offsets]).toEqual([1, 5, 7, 8, 9]);
  });
});
