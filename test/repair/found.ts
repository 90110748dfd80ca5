import { type RepairOptions, repair } from "../../src/repair/repair.js";
import type { NoiseKind } from "../../src/repair/repaired-text.js";
import { documentOf } from "../structure/document.js";

/** The printed texts of the findings of one kind, in order. */
export function of(kind: NoiseKind, text: string): string[] {
  return repair(documentOf(text)).noise.flatMap((found) =>
    found.kind === kind ? [text.slice(found.start, found.end)] : [],
  );
}

/** A text as repair reads it. */
export function repaired(text: string, options?: RepairOptions): string {
  return repair(documentOf(text), options).repaired.text;
}
