import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/figures/canonical.js";
import { normalise } from "../../src/figures/normalise.js";

describe("normalise", () => {
  it("unfolds typed arrays, which JSON would turn into objects with numbered keys", () => {
    expect(normalise({ x: new Float64Array([1.5, 2]), y: new Int8Array([-1]) })).toEqual({
      x: [1.5, 2],
      y: [-1],
    });
  });

  it("rounds to 12 significant digits and leaves whole numbers whole", () => {
    expect(normalise([0.1 + 0.2, 1 / 3, 110101199003, Number.MAX_SAFE_INTEGER, 1e300 / 3])).toEqual([
      0.3, 0.333333333333, 110101199003, 9007199254740991, 3.33333333333e299,
    ]);
  });

  it("gives 0 for -0", () => {
    expect(Object.is(normalise(-0), 0)).toBe(true);
  });

  it.each([
    [{ data: [{ x: [1, Number.NaN] }] }, "f.data[0].x[1] requires a finite number or null, got NaN"],
    [
      { y: new Float32Array([Number.POSITIVE_INFINITY]) },
      "f.y[0] requires a finite number or null, got Infinity",
    ],
    [{ layout: { title: undefined } }, "f.layout.title requires a value that JSON can hold, got undefined"],
    [{ f: () => 1 }, "f.f requires a value that JSON can hold, got a function"],
    [{ n: 1n }, "f.n requires a value that JSON can hold, got a bigint"],
    [{ d: new Date(0) }, "f.d requires a plain object, an array or a typed array, got Date"],
    [{ m: new Map() }, "f.m requires a plain object, an array or a typed array, got Map"],
  ])("refuses what JSON would change, naming the path: %#", (value, message) => {
    expect(() => normalise(value, "f")).toThrow(new TypeError(message));
  });

  it("refuses a cycle and allows the same object twice", () => {
    const shared = { a: 1 };
    expect(normalise([shared, shared])).toEqual([{ a: 1 }, { a: 1 }]);
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(() => normalise(cycle)).toThrow("figure.self requires no reference to what contains it");
  });
});

describe("canonicalJson", () => {
  it("does not depend on the order in which keys were set", () => {
    expect(canonicalJson({ b: 1, a: { d: [], c: null } })).toBe('{"a":{"c":null,"d":[]},"b":1}');
    expect(canonicalJson({ a: { c: null, d: [] }, b: 1 })).toBe('{"a":{"c":null,"d":[]},"b":1}');
  });
});
