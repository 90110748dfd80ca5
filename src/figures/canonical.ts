import type { Json } from "./normalise.js";

/**
 * The one JSON text of a value: keys sorted by code units, no white space (as RFC 8785 for plain values).
 *
 * @example
 * canonicalJson({ b: [1, 0.5], a: "罚" }) // "{\"a\":\"罚\",\"b\":[1,0.5]}"
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const object = value as { readonly [key: string]: Json };
    const keys = Object.keys(object).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key]!)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
