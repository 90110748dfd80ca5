import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  benefitArticles,
  firstChapter,
  firstPenalties,
  mostGranting,
  richest,
  richestOfAny,
  type Span,
  wholePenalties,
} from "./passages.js";

/** Where the statutes are, if they are at hand. */
export const ROOT = process.env.GUIZHANG_STATUTES;

export interface Passage extends Span {
  readonly source: string;
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

/**
 * The passages of the fifth to ninth sample, by their rule: no title of those before, no strata; several passages of a file.
 * `penalties` files of chapters on liability, then `benefits` files of articles that print a benefit word.
 */
export function chooseTypical(
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
