import { changedInputs, everyCut, type Inputs, longTexts } from "./inputs.js";
import { type Seeds, seedTexts } from "./seeds.js";

let seeds: Seeds | undefined;

/** The lists of inputs of a run, by name. */
export function listOf(name: string, seed: number, count: number): Inputs {
  if (name === "cut") return everyCut();
  if (name === "long") return longTexts();
  seeds ??= seedTexts();
  return changedInputs(seeds, seed, count);
}

/** What was changed, in words. */
export function seedsOf(): string {
  seeds ??= seedTexts();
  return seeds.from;
}
