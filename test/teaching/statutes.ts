import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Where the statutes are, if they are at hand. */
export const ROOT = process.env.GUIZHANG_STATUTES;

export interface Passage {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** What the file of ranges says about a sample of statutes. */
export interface Sample {
  readonly seed: string;
  readonly words?: string;
  readonly strata: readonly Stratum[];
  readonly ranges: readonly (Passage & { stratum: string; sha256: string; records: number })[];
}
interface Stratum {
  readonly stratum: string;
  readonly folder: string;
  readonly files: number;
  readonly heading: string | null;
  readonly title?: string | null;
}
type Span = Pick<Passage, "start" | "end">;

export const read = (source: string): string => readFileSync(join(ROOT ?? "", source), "utf8");
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** The passages of the first sample, by its rule. */
export function chooseFirst({ seed, strata }: Sample): Passage[] {
  const words = /优先|免费|减免|津贴|补贴|补助|奖金|待遇/;
  return choose(seed, strata, new Set(), ({ stratum, heading }, file) => {
    if (stratum === "benefit" && !/献血|见义勇为/.test(titleOf(file))) return null;
    const text = read(file);
    const passage = firstChapter(text, new RegExp(heading ?? ""));
    if (stratum === "reward" && passage && !words.test(text.slice(passage.start, passage.end))) return null;
    return passage;
  });
}

/** The passages of the second sample, by its rule: no title of the first. */
export function chooseSecond({ seed, strata, words = "" }: Sample, first: Sample): Passage[] {
  const taken = new Set(first.ranges.map(({ source }) => titleOf(source)));
  return choose(seed, strata, taken, ({ stratum, heading, title }, file) => {
    if (title && !new RegExp(title).test(titleOf(file))) return null;
    const text = read(file);
    if (stratum === "reward") return richest(text, new RegExp(words, "g"));
    const passage = firstChapter(text, new RegExp(heading ?? ""));
    return passage && passage.end - passage.start >= 500 ? passage : null;
  });
}

function choose(
  seed: string,
  strata: readonly Stratum[],
  taken: ReadonlySet<string>,
  passageOf: (stratum: Stratum, file: string) => Span | null,
): Passage[] {
  const ranked = markdown("")
    .map((file) => ({ file, rank: sha256(`${seed}\n${file}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const titles = new Set(taken);
  const provinces = new Map<string, Set<string>>();
  const chosen: Passage[] = [];
  for (const stratum of strata) {
    // The first sample draws one file a province in each stratum, the second in all strata of a kind.
    const kind = stratum.title === undefined ? `${strata.indexOf(stratum)}` : stratum.stratum;
    const used = provinces.get(kind) ?? new Set();
    provinces.set(kind, used);
    let found = 0;
    for (const { file } of ranked) {
      if (found === stratum.files) break;
      const [top, province = ""] = file.split("/");
      if (top !== stratum.folder || titles.has(titleOf(file))) continue;
      if (top === "DLC" && used.has(province)) continue;
      const passage = passageOf(stratum, file);
      if (!passage) continue;
      titles.add(titleOf(file));
      used.add(province);
      chosen.push({ source: file, ...passage });
      found++;
    }
  }
  return chosen.sort((a, b) => (a.source < b.source ? -1 : 1));
}

const titleOf = (file: string): string => basename(file, ".md").replace(/\(\d{4}-\d\d-\d\d\)$/, "");

function markdown(below: string): string[] {
  return readdirSync(join(ROOT ?? "", below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return markdown(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const articles = (text: string): number[] =>
  [...text.matchAll(/^第[一二三四五六七八九十百零]+条/gm)].map(({ index }) => index);

/** From `start` to the end of its chapter, or to the first article 1000 code units on. */
function passageFrom(text: string, start: number): Span {
  const next = text.indexOf("\n## ", start + 1);
  const chapterEnd = next < 0 ? text.length : next + 1;
  const cut = articles(text).find((article) => article >= start + 1000 && article < chapterEnd);
  return { start, end: cut ?? chapterEnd };
}

function firstChapter(text: string, heading: RegExp): Span | null {
  const chapter = [...text.matchAll(/^## .*/gm)].find(([line]) => heading.test(line.replace(/\s/g, "")));
  return chapter ? passageFrom(text, chapter.index) : null;
}

function richest(text: string, words: RegExp): Span | null {
  let best: Span | null = null;
  let most = 7;
  for (const start of articles(text)) {
    const passage = passageFrom(text, start);
    const count = text.slice(passage.start, passage.end).match(words)?.length ?? 0;
    if (count > most) [best, most] = [passage, count];
  }
  return best;
}
