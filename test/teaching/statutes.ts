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
  /** null where any will do */
  readonly folder: string | null;
  readonly files: number;
  readonly heading: string | null;
  readonly title?: string | null;
  /** what a passage must print besides */
  readonly also?: string | null;
  /** clauses of benefits that a passage of the fourth sample must hold */
  readonly least?: number;
  /** in which of the two rounds of the fourth sample it was drawn */
  readonly round?: number;
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

/** The passages of the third sample, by its rule: no title of the first two, two files a province. */
export function chooseThird({ seed, strata, words = "" }: Sample, before: readonly Sample[]): Passage[] {
  const taken = new Set(before.flatMap(({ ranges }) => ranges.map(({ source }) => titleOf(source))));
  const passageOf = ({ stratum, heading, title, also }: Stratum, file: string): Span | null => {
    if (title && !new RegExp(title).test(titleOf(file))) return null;
    const text = read(file);
    return stratum === "reward"
      ? richestOfAny(text, new RegExp(words, "g"), also ? new RegExp(also) : null)
      : firstPenalties(text, new RegExp(heading ?? ""));
  };
  return choose(seed, strata, taken, passageOf, 2);
}

/** The passages of the fourth sample, by its rule: no title of the first three, three files a province in each round. */
export function chooseFourth({ seed, strata, words = "" }: Sample, before: readonly Sample[]): Passage[] {
  const taken = new Set(before.flatMap(({ ranges }) => ranges.map(({ source }) => titleOf(source))));
  const passageOf = ({ title, also, least = 1 }: Stratum, file: string): Span | null =>
    title && !new RegExp(title).test(titleOf(file))
      ? null
      : mostGranting(read(file), new RegExp(words), also ? new RegExp(also) : null, least);
  return choose(seed, strata, taken, passageOf, 3);
}

/** The passages of the fifth sample, by its rule: no title of the first four, no strata; several passages of a file. */
export const chooseFifth = (sample: Sample, before: readonly Sample[]): Passage[] =>
  chooseTypical(sample, before, 8, 8);

/** The passages of the sixth sample, by the rule of the fifth with other numbers of files: no title of the first five. */
export const chooseSixth = (sample: Sample, before: readonly Sample[]): Passage[] =>
  chooseTypical(sample, before, 10, 14);

/** The passages of the seventh sample, by the same rule: no title of the first six. */
export const chooseSeventh = (sample: Sample, before: readonly Sample[]): Passage[] =>
  chooseTypical(sample, before, 8, 16);

function chooseTypical(
  { seed, words = "" }: Sample,
  before: readonly Sample[],
  penalties: number,
  benefits: number,
): Passage[] {
  const titles = new Set(before.flatMap(({ ranges }) => ranges.map(({ source }) => titleOf(source))));
  const files = ranked(seed).filter((file) => !file.startsWith("司法解释/"));
  const chosen: Passage[] = [];
  const benefitsOf = (text: string): Span[] => benefitArticles(text, new RegExp(words));
  for (const [passagesOf, wanted] of [
    [wholePenalties, penalties] as const,
    [benefitsOf, benefits] as const,
  ]) {
    let found = 0;
    for (const file of files) {
      if (found === wanted) break;
      if (titles.has(titleOf(file))) continue;
      const passages = passagesOf(read(file));
      if (passages.length === 0) continue;
      titles.add(titleOf(file));
      chosen.push(...passages.map((passage) => ({ source: file, ...passage })));
      found++;
    }
  }
  return chosen.sort((a, b) => (a.source === b.source ? a.start - b.start : a.source < b.source ? -1 : 1));
}

/** Files by the hash of the seed and their path. */
function ranked(seed: string): string[] {
  return markdown("")
    .map((file) => ({ file, rank: sha256(`${seed}\n${file}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ file }) => file);
}

function choose(
  seed: string,
  strata: readonly Stratum[],
  taken: ReadonlySet<string>,
  passageOf: (stratum: Stratum, file: string) => Span | null,
  filesOfProvince = 1,
): Passage[] {
  const files = ranked(seed);
  const titles = new Set(taken);
  const provinces = new Map<string, string[]>();
  const chosen: Passage[] = [];
  for (const stratum of strata) {
    // The first sample draws one file a province in each stratum, the second in all strata of a kind.
    const kind =
      stratum.title === undefined ? `${strata.indexOf(stratum)}` : `${stratum.stratum} ${stratum.round}`;
    const used = provinces.get(kind) ?? [];
    provinces.set(kind, used);
    let found = 0;
    for (const file of files) {
      if (found === stratum.files) break;
      const [top, province = ""] = file.split("/");
      if ((stratum.folder !== null && top !== stratum.folder) || titles.has(titleOf(file))) continue;
      if (top === "DLC" && used.filter((name) => name === province).length >= filesOfProvince) continue;
      const passage = passageOf(stratum, file);
      if (!passage) continue;
      titles.add(titleOf(file));
      used.push(province);
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

const fits = ({ start, end }: Span): boolean => end - start >= 600 && end - start <= 1800;

/** The chapters of a text, the whole text where it has none. */
function chapters(text: string): (Span & { readonly heading: string | null })[] {
  const found = [...text.matchAll(/^## .*$/gm)];
  if (found.length === 0) return [{ start: 0, end: text.length, heading: null }];
  return found.map(({ index, 0: line }, i) => ({
    start: index,
    end: found[i + 1]?.index ?? text.length,
    heading: line.replace(/\s/g, ""),
  }));
}

/** The first chapter of that heading, or in a text without chapters from its first article on fines, to about 1000 code units. */
function firstPenalties(text: string, heading: RegExp): Span | null {
  const starts = articlesOf(text, 0, text.length);
  const all = chapters(text);
  const fines = starts.find((at, i) => text.slice(at, starts[i + 1] ?? text.length).includes("罚款"));
  const chapter = all.find(({ heading: line }) => line !== null && heading.test(line));
  const plain = all[0]?.heading === null && fines !== undefined ? { start: fines, end: text.length } : null;
  const from = chapter ?? plain;
  if (!from) return null;
  const cut = from.end - from.start > 1000 ? articlesOf(text, from.start + 1000, from.end)[0] : undefined;
  const passage = { start: from.start, end: cut ?? from.end };
  return fits(passage) ? passage : null;
}

/** Of the passages of about 1300 code units that begin at an article and keep to their chapter, the one with most benefit words. */
function richestOfAny(text: string, words: RegExp, also: RegExp | null): Span | null {
  let best: Span | null = null;
  let most = also ? 3 : 11;
  for (const chapter of chapters(text)) {
    const starts = articlesOf(text, chapter.start, chapter.end);
    for (const start of starts) {
      const passage = { start, end: starts.find((at) => at - start >= 1300) ?? chapter.end };
      const printed = text.slice(passage.start, passage.end);
      if (!fits(passage) || (also && !also.test(printed))) continue;
      const count = printed.match(words)?.length ?? 0;
      if (count > most) [best, most] = [passage, count];
    }
  }
  return best;
}

/** Of the passages of 500 to 1200 code units that begin at an article and keep to their chapter, the one with most clauses that grant something. */
function mostGranting(text: string, words: RegExp, also: RegExp | null, least: number): Span | null {
  let best: Span | null = null;
  let most = least - 1;
  for (const chapter of chapters(text)) {
    const starts = articlesOf(text, chapter.start, chapter.end);
    for (const start of starts) {
      const end = starts.find((at) => at - start >= 950) ?? chapter.end;
      const printed = text.slice(start, end);
      if (printed.length < 500 || printed.length > 1200 || (also && !also.test(printed))) continue;
      const count = printed
        .split(/[。；\n]/)
        .filter((clause) => words.test(clause) && !/鼓励|完善|健全|制定|不得/.test(clause)).length;
      if (count > most) [best, most] = [{ start, end }, count];
    }
  }
  return best;
}

/** The most code units that a sample of typical passages takes of a file. */
const MOST = 2500;
const LIABILITY = /法律责任|罚则/;

/** The first chapter on liability, whole, or its first articles up to 2500 code units. */
function wholePenalties(text: string): Span[] {
  const chapter = chapters(text).find(({ heading }) => heading !== null && LIABILITY.test(heading));
  if (!chapter) return [];
  const inside = wholeArticles(text).filter(({ start }) => start >= chapter.start && start < chapter.end);
  if (inside.length === 0) return [];
  if (chapter.end - chapter.start <= MOST) return [{ start: chapter.start, end: chapter.end }];
  const last = inside.filter(({ end }) => end - chapter.start <= MOST).at(-1);
  return last ? [{ start: chapter.start, end: last.end }] : [];
}

/** Articles outside chapters on liability that print one of the words, up to 2500 code units in all; those that follow each other as one. */
function benefitArticles(text: string, words: RegExp): Span[] {
  const liability = chapters(text).filter(({ heading }) => heading !== null && LIABILITY.test(heading));
  const articles = wholeArticles(text).filter(
    ({ start, end }) =>
      !liability.some((chapter) => start >= chapter.start && start < chapter.end) &&
      words.test(text.slice(start, end)),
  );
  if (articles.length < 3) return [];
  const passages: Span[] = [];
  let taken = 0;
  for (const article of articles) {
    taken += article.end - article.start;
    if (taken > MOST) break;
    const before = passages.at(-1);
    if (before?.end === article.start) passages.splice(-1, 1, { start: before.start, end: article.end });
    else passages.push(article);
  }
  return passages;
}

/** Articles, each to the next one or the next heading. */
function wholeArticles(text: string): Span[] {
  const stops = [...text.matchAll(/^#+ |^第[一二三四五六七八九十百零〇]+条/gm)];
  return stops.flatMap(({ index, 0: line }, i) =>
    line.startsWith("#") ? [] : [{ start: index, end: stops[i + 1]?.index ?? text.length }],
  );
}

function articlesOf(text: string, from: number, to: number): number[] {
  return [...text.matchAll(/^第[一二三四五六七八九十百零〇]+条/gm)]
    .map(({ index }) => index)
    .filter((at) => at >= from && at < to);
}
