// A folder of texts and their hand-coded truth: the texts by name, the tables, and what is printed at a span.
import { readdirSync, readFileSync } from "node:fs";

export interface Coded {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

export function codedFolder(folder: string) {
  const sources = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const texts = new Map(sources.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
  const table = <Row>(name: string): Row[] =>
    readFileSync(`${folder}/${name}.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
  const printed = ({ source, start, end }: Coded): string => texts.get(source)?.slice(start, end) ?? "";
  return { sources, texts, table, printed };
}
