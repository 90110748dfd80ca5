import { readLexiconTable } from "../lexicon.js";

const COLUMNS = [
  { name: "class", type: "string", description: "what the cue says" },
  { name: "cue", type: "string", description: "as printed, half-width" },
] as const;

let table: ReadonlyMap<string, readonly string[]> | null = null;

/** The cues of a class of `data/lexicon/target-cues.csv`, longest first. */
export function cues(name: string): readonly string[] {
  if (table === null) {
    const found = new Map<string, string[]>();
    for (const row of readLexiconTable("target-cues.csv", COLUMNS)) {
      const list = found.get(row.class as string) ?? [];
      list.push(row.cue as string);
      found.set(row.class as string, list);
    }
    for (const list of found.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    table = found;
  }
  const list = table.get(name);
  if (!list) throw new TypeError(`data/lexicon/target-cues.csv: expected rows of class ${name}, found none`);
  return list;
}

/** The longest cue of a class that a text ends with, or null. */
export function cueAtEnd(name: string, text: string): string | null {
  return cues(name).find((cue) => text.endsWith(cue)) ?? null;
}

/** The longest cue of a class that stands at an offset, or null. */
export function cueAt(name: string, text: string, at: number): string | null {
  return cues(name).find((cue) => text.startsWith(cue, at)) ?? null;
}

/** Whether any cue of a class stands in a text. */
export function hasCue(name: string, text: string): boolean {
  return cues(name).some((cue) => text.includes(cue));
}
