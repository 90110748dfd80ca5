import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { FigureSpec } from "../../src/figures/figure.js";
import { plotlyText } from "../../src/figures/label-text.js";
import { type Json, normalise } from "../../src/figures/normalise.js";

const FOLDER = new URL("../snapshots/", import.meta.url);

/**
 * Compares a figure's specification with `test/snapshots/NAME.json`, numbers rounded to six digits. A changed figure is
 * looked at, then `npx vitest run --config test/vitest.config.ts --root . test/figures --update` writes it.
 */
export async function expectSnapshot(name: string, spec: FigureSpec): Promise<void> {
  const text = `${printed(plotlyText(normalise({ data: spec.data, layout: spec.layout ?? {} }, name)), "")}\n`;
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(`${name}.json`, FOLDER)));
}

/** JSON with a line for each field and each list of plain values, so that a difference reads as a line. */
function printed(value: Json, indent: string): string {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent} `;
  if (Array.isArray(value)) {
    const flat = value.every((item) => item === null || typeof item !== "object");
    const items = value.map((item) => printed(item, inner));
    if (flat) return `[${items.join(", ")}]`;
    return `[\n${items.map((item) => inner + item).join(",\n")}\n${indent}]`;
  }
  const fields = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${printed(item, inner)}`,
  );
  return fields.length === 0 ? "{}" : `{\n${fields.join(",\n")}\n${indent}}`;
}
