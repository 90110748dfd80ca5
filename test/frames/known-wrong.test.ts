// danfojs-node 1.2.0 as it is: wrong answers that we must not rely on, pinned so that a mended release is noticed.
// Each line says what would be right; the expected value is what danfojs gives. Numbers come from our own functions.
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";

// biome-ignore lint/suspicious/noExplicitAny: danfojs's own types do not cover what is called here
let danfo: any;
beforeAll(() => {
  danfo = createRequire(import.meta.url)("danfojs-node");
});

const frame = (values: unknown[][], columns: string[]) => new danfo.DataFrame(values, { columns });
const joined = (left: unknown[][], right: unknown[][], on: string[]) =>
  danfo.merge({
    left: frame(left, [...on, "v"]),
    right: frame(right, [...on, "w"]),
    on,
    how: "inner",
  }).values;

describe("danfojs-node 1.2.0 gives wrong answers", () => {
  it("groupby joins two keys by a hyphen (right: two groups, 1 and 2)", () => {
    const groups = frame(
      [
        ["x-y", "z", 1],
        ["x", "y-z", 2],
      ],
      ["a", "b", "v"],
    ).groupby(["a", "b"]);
    expect(groups.col(["v"]).sum().values).toEqual([["x-y", "z", 3]]);
  });

  it("merge joins two keys by an underscore (right: no match)", () => {
    expect(joined([["a_b", "c", 1]], [["a", "b_c", 2]], ["k", "l"])).toHaveLength(1);
  });

  it("merge takes the number 1 for the text 1 (right: no match)", () => {
    expect(joined([[1, 1]], [["1", 2]], ["k"])).toHaveLength(1);
  });

  it("arithmetic on a frame is in 32-bit floats (right: 110101199003, a third, 3000000001)", () => {
    expect(frame([[110101199003]], ["a"]).sub(0).values).toEqual([[110101200896]]);
    expect(frame([[1]], ["a"]).div(3).values).toEqual([[0.3333333432674408]]);
    expect(frame([[3000000000]], ["a"]).add(1).values).toEqual([[3000000000]]);
  });

  it("the standard deviation of one value is 0 (right: undefined)", () => {
    expect(new danfo.Series([5]).std()).toBe(0);
  });

  it("groupby counts missing values and sums them to NaN (right: 1 and 1)", () => {
    const group = () =>
      frame(
        [
          ["a", 1],
          ["a", Number.NaN],
        ],
        ["k", "v"],
      )
        .groupby(["k"])
        .col(["v"]);
    expect(group().count().values).toEqual([["a", 2]]);
    expect(group().sum().values).toEqual([["a", Number.NaN]]);
  });

  it("missing values leave a series unsorted (right: 1, 2, NaN)", () => {
    expect(new danfo.Series([2, Number.NaN, 1]).sortValues().values).toEqual([1, Number.NaN, 2]);
  });

  it("texts are sorted by their first character alone, and only upwards (right: 北京,广东,广西 and c,b,a)", () => {
    expect(new danfo.Series(["广西", "广东", "北京"]).sortValues().values).toEqual(["广西", "广东", "北京"]);
    expect(new danfo.Series(["a", "c", "b"]).sortValues({ ascending: false }).values).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("the mean of a frame is by row (pandas: by column, 3 and 5)", () => {
    const mean = frame(
      [
        [1, 3],
        [5, 7],
      ],
      ["a", "b"],
    ).mean();
    expect(mean.values).toEqual([2, 6]);
  });

  it('CSV is written without quotes (right: "a,b")', () => {
    expect(danfo.toCSV(frame([["a,b"]], ["t"]))).toBe("t\na,b\n");
  });

  it("groups with whole numbers as keys change their order (right: 10, 9, b)", () => {
    const groups = frame(
      [
        ["10", 1],
        ["9", 2],
        ["b", 3],
      ],
      ["k", "v"],
    )
      .groupby(["k"])
      .col(["v"]);
    expect(groups.sum().values).toEqual([
      ["9", 2],
      ["10", 1],
      ["b", 3],
    ]);
  });

  it("a group named constructor ends in an error", () => {
    expect(() => frame([["constructor", 1]], ["k", "v"]).groupby(["k"])).toThrow();
  });
});

describe("what we use of danfojs-node 1.2.0", () => {
  it("keeps values and columns as they were given", () => {
    const values = [
      ["罚款", 110101199003, true],
      ["警告", 1 / 3, false],
    ];
    const kept = frame(values, ["type", "n", "flag"]);
    expect(kept.columns).toEqual(["type", "n", "flag"]);
    expect(kept.head(1).values).toEqual([values[0]]);
    expect(kept.iloc({ rows: [1] }).values).toEqual([values[1]]);
  });
});
