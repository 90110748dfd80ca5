import type { Finding } from "../repair/finding.js";
import { overlaps, type Span } from "../span.js";
import { endsWithGenre } from "./genre.js";
import { headingWords } from "./heading-forms.js";
import type { PartsLayout } from "./parts.js";
import { OVERWRITTEN_FROM, yearSlots, yearTokens } from "./years.js";

/** Where a line or a document is finished: an end sign, a bracket, a date, a name or number of a form. */
const FINISHED = /[。；！？：:;!?…》”’）)\]〕】.%％‰\d日号份页@]$/u;
/** Last lines of a document that need no end sign: who signs, to whom it goes. */
const SIGNATURE =
  /(?:委员会|政府|办公室|局|处|科|站|厅|部|院|会|党委|支部|公司|矿|厂|中心|大队|办事处|办|街道|村|主任|书记|局长|长|字|章|人|组|名单|表|附件|日期)$/u;

/**
 * Noise that only the layout of a file shows: the site's matter before the first document, the collection's headings, headings
 * that are missing, documents that break off, and years that a site wrote over.
 *
 * @param text repaired text
 * @param layout its documents
 * @param garbled runs of mojibake, which are no sentence that breaks off
 * @returns findings with spans in the repaired text
 */
export function layoutNoise(text: string, layout: PartsLayout, garbled: readonly Span[] = []): Finding[] {
  const found: Finding[] = [];
  const add = (span: Span, kind: Finding["kind"], note: string): void => {
    found.push({ start: span.start, end: span.end, kind, note });
  };
  const isGarbled = (span: Span): boolean => garbled.some((run) => overlaps(run, span));
  const unnamed = unnamedParts(layout);
  const headed = layout.parts.some(({ heading }) => heading !== null);
  for (const line of layout.front) add(line, "boilerplate", "site matter before the first document");
  layout.parts.forEach(({ heading, at, part, lines, statute }, i) => {
    if (heading) add(heading, "boilerplate", "heading of the collection");
    else if (headed && !/[b-z]$/u.test(part.part)) {
      const start = Math.max(0, at.start - 1);
      add({ start, end: Math.max(at.start, start + 1) }, "truncated", "heading of the collection missing");
    }
    const untitled = part.title === null && unnamed.has(i) && lines.find((line) => isRunning(text, line));
    if (untitled) add({ start: untitled.start, end: untitled.start + 1 }, "truncated", "title missing");
    const last = lines.at(-1);
    const cut =
      last && /[\w.-]{2,}@\w{0,12}$/u.exec(text.slice(Math.max(last.start, last.end - 60), last.end));
    if (cut && last)
      add({ start: last.end - cut[0].length, end: last.end }, "truncated", "mail address breaks off");
    const tail = last && unfinished(text, last);
    const glued = layout.parts[i + 1]?.at.start === at.end;
    const running = last !== undefined && isRunning(text, last);
    if (tail && !statute && !glued && !isGarbled(tail) && (running || layout.parts.length > 1))
      add(tail, "truncated", "document breaks off");
  });
  for (const line of layout.front) {
    if (/(?:\.{3}|…)$/u.test(text.slice(line.start, line.end))) {
      add({ start: line.end - 6, end: line.end }, "truncated", "teaser cut with dots");
      for (const token of yearTokens(text, line.start, line.end)) {
        if (token.year >= OVERWRITTEN_FROM)
          add(token, "year_artifact", "year of a teaser, overwritten like the others");
      }
    }
  }
  for (const { at } of layout.parts) {
    for (const title of strangeTitles(text, at))
      add(title, "place_swap", "same law named of another place in this document");
  }
  addYears(text, layout, add);
  return found;
}

const isRunning = (text: string, { start, end }: Span): boolean => /[，。；,;]/u.test(text.slice(start, end));

/** Parts whose heading does not say what they are: it has no words of its own but those of other headings, which end with no genre. */
function unnamedParts({ parts }: PartsLayout): Set<number> {
  const words = parts.map(({ part }) => (part.heading === null ? null : headingWords(part.heading)));
  const times = new Map<string | null, number>();
  for (const own of words) times.set(own, (times.get(own) ?? 0) + 1);
  const isUnnamed = (own: string | null): boolean =>
    own !== null && (own === "" || (times.get(own) !== 1 && !endsWithGenre(own)));
  return new Set(words.flatMap((own, i) => (isUnnamed(own) ? [i] : [])));
}

const LAW = /[《〈]([\u4e00-\u9fff]{2,3})(省|自治区|市)([\u4e00-\u9fff]{4,40})[》〉]/gu;

/**
 * Titles of local laws whose place differs from the one that the same document mostly gives them (《江苏省…条例》
 * beside 《某某省…条例》): one of the two was put in. Other swapped places show only beside another copy of the text.
 */
function strangeTitles(text: string, part: Span): Span[] {
  const byLaw = new Map<string, Map<string, Span[]>>();
  for (const match of text.slice(part.start, part.end).matchAll(LAW)) {
    const [title, place, suffix, law] = match as unknown as [string, string, string, string];
    const places = byLaw.get(suffix + law) ?? new Map<string, Span[]>();
    byLaw.set(suffix + law, places);
    const start = part.start + match.index;
    const spans = places.get(place) ?? [];
    places.set(place, spans);
    spans.push({ start, end: start + title.length });
  }
  return [...byLaw.values()].flatMap((places) => {
    const most = Math.max(...[...places.values()].map((spans) => spans.length));
    return [...places].flatMap(([place, spans]) =>
      spans.length < most && !place.includes("某") ? spans : [],
    );
  });
}

function addYears(
  text: string,
  { parts, overwritten }: PartsLayout,
  add: (span: Span, kind: Finding["kind"], note: string) => void,
): void {
  const first = parts[0];
  if (!first) return;
  if (overwritten !== null) {
    for (const token of yearTokens(text, first.at.start)) {
      if (token.form === "digits" && token.year === overwritten) {
        add(token, "year_artifact", `every year of the file reads ${overwritten}`);
      }
    }
  }
  for (const slot of yearSlots(text, overwritten ?? undefined)) {
    if (slot.start >= first.at.start)
      add(slot, "year_artifact", "year in the place of a sum of money or a count");
  }
}

/** The last sentence of a line that breaks off, null where the line is finished or a signature. */
function unfinished(text: string, line: Span): Span | null {
  const content = text.slice(Math.max(line.start, line.end - 200), line.end);
  if (FINISHED.test(content) || !/[\u4e00-\u9fff，、,]$/u.test(content)) return null;
  if (!/[。，；、,]/u.test(content) && SIGNATURE.test(content)) return null;
  const stop = Math.max(
    ...["。", "；", "，", "、", ","].map((sign) => content.lastIndexOf(sign, content.length - 2)),
  );
  return { start: line.end - (content.length - stop - 1), end: line.end };
}
