// Passages of a statute by the rules of the samples: which stretch of a text a sample codes.

/** A stretch of a text, UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
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

export function firstChapter(text: string, heading: RegExp): Span | null {
  const chapter = [...text.matchAll(/^## .*/gm)].find(([line]) => heading.test(line.replace(/\s/g, "")));
  return chapter ? passageFrom(text, chapter.index) : null;
}

export function richest(text: string, words: RegExp): Span | null {
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
export function firstPenalties(text: string, heading: RegExp): Span | null {
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
export function richestOfAny(text: string, words: RegExp, also: RegExp | null): Span | null {
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
export function mostGranting(text: string, words: RegExp, also: RegExp | null, least: number): Span | null {
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
export function wholePenalties(text: string): Span[] {
  const chapter = chapters(text).find(({ heading }) => heading !== null && LIABILITY.test(heading));
  if (!chapter) return [];
  const inside = wholeArticles(text).filter(({ start }) => start >= chapter.start && start < chapter.end);
  if (inside.length === 0) return [];
  if (chapter.end - chapter.start <= MOST) return [{ start: chapter.start, end: chapter.end }];
  const last = inside.filter(({ end }) => end - chapter.start <= MOST).at(-1);
  return last ? [{ start: chapter.start, end: last.end }] : [];
}

/** Articles outside chapters on liability that print one of the words, up to 2500 code units in all; those that follow each other as one. */
export function benefitArticles(text: string, words: RegExp): Span[] {
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
