/** A value that JSON can hold without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A copy of a figure's specification that JSON holds without loss: typed arrays become arrays, -0 becomes 0,
 * and numbers that are not safe integers are rounded to 12 significant digits, so that the last bit of a
 * logarithm, which may differ between machines, does not change a picture.
 *
 * @param value the specification; `null` stands for a declared gap in a series
 * @param path how the value is named in messages
 * @returns a fresh plain value
 * @throws TypeError for NaN, Infinity, undefined, functions, dates, maps, sets, class instances and cycles, naming the path
 * @example
 * normalise({ x: new Float64Array([1, 0.1 + 0.2]), y: [null, -0] }) // {"x":[1,0.3],"y":[null,0]}
 */
export function normalise(value: unknown, path = "figure"): Json {
  return copy(value, path, []);
}

function copy(value: unknown, path: string, above: readonly object[]): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw refused(path, `a finite number or null`, String(value));
    return Number.isSafeInteger(value) ? value + 0 : Number(value.toPrecision(12));
  }
  if (typeof value !== "object") throw refused(path, "a value that JSON can hold", typeName(value));
  if (above.includes(value)) throw refused(path, "no reference to what contains it", "a cycle");
  const inside = [...above, value];
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    return Array.from(value as ArrayLike<unknown>, (item, i) => copy(item, `${path}[${i}]`, inside));
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw refused(path, "a plain object, an array or a typed array", value.constructor.name);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, copy(item, `${path}.${key}`, inside)]),
  );
}

function typeName(value: unknown): string {
  return value === undefined ? "undefined" : `a ${typeof value}`;
}

function refused(path: string, wanted: string, found: string): TypeError {
  return new TypeError(`${path} requires ${wanted}, got ${found}`);
}
