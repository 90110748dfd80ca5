import { toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { Part, StructuredDocument } from "../structure/records.js";
import { bandsIn } from "./bands.js";
import { hasCue } from "./cues.js";
import { deductions } from "./deductions.js";
import { shortened } from "./names.js";
import { type Passage, type Reading, raw, readPassages } from "./passages.js";
import { statedTotals } from "./point-marks.js";
import type { TargetRecord } from "./records.js";
import { tidy } from "./rounding.js";
import type {
  Band,
  Component,
  ConsequenceLink,
  LinkedConsequence,
  Prize,
  Scorecard,
  ScorecardItem,
  Veto,
} from "./scorecard-records.js";
import { targets } from "./targets.js";

/**
 * The scoring systems of a document as data, one a part that has any: nested items with their points, deduction rules
 * with floors, weights of components, conversion, bands with inclusive ends, veto grounds and prizes.
 *
 * Consequences come from the consequence stage as an argument and are linked by their spans: what a band, a veto or a
 * rank entails is what the text says between it and the end of its sentence or the next band.
 *
 * @param structured a document with its clauses
 * @param consequences records of the same document, in any order; without them the links stay empty
 * @returns scorecards in the order of the text; none where no part assigns points, bands or veto grounds
 */
export function scorecards(
  structured: StructuredDocument,
  consequences: readonly ConsequenceLink[] = [],
): Scorecard[] {
  const reading = readPassages(structured);
  const records = targets(structured);
  const links = consequences
    .filter((c) => c.source === structured.document.source)
    .map((c) => ({ link: c, at: toRepaired(structured.repaired, c) }))
    .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return structured.parts.flatMap((part) => {
    if (reading.modes.get(part.part) !== "sets") return [];
    const card = scorecardOf(
      reading,
      part,
      records.filter((r) => r.part === part.part),
      links,
    );
    return card ? [card] : [];
  });
}

interface Placed {
  readonly link: ConsequenceLink;
  readonly at: Span;
}

function scorecardOf(
  reading: Reading,
  part: Part,
  records: readonly TargetRecord[],
  links: readonly Placed[],
): Scorecard | null {
  const { text } = reading;
  const span = toRepaired(reading.structured.repaired, part);
  const passages = reading.passages.filter((p) => p.part.part === part.part);
  const items = itemsOf(reading, records);
  const bands = bandsOf(reading, span, links);
  const vetoes = vetoesOf(reading, passages, links);
  const prizes = prizesOf(reading, span, links);
  if (items.length < 2 && bands.length === 0 && vetoes.length === 0) return null;
  const total = statedTotals(text, span)[0];
  const sum = items.length > 0 ? tidy(items.reduce((s, i) => s + (i.points ?? 0), 0)) : null;
  const notes: string[] = [];
  if (total && sum !== null && Math.abs(total.points - sum) > 1e-9)
    notes.push(`the items make ${sum}, the printed total is ${total.points}`);
  return {
    source: part.source,
    part: part.part,
    start: part.start,
    end: part.end,
    total_stated: total ? { ...raw(reading, total), points: total.points } : null,
    total_of_items: sum,
    items,
    components: componentsOf(reading, span),
    conversion: conversionOf(reading, span),
    bands,
    vetoes,
    prizes,
    notes,
  };
}

/** nested items: what the outline holds below an item, and the indicators of an item without labels of their own */
function itemsOf(reading: Reading, records: readonly TargetRecord[]): ScorecardItem[] {
  const scored = records.filter((r) => r.points !== null);
  const taken = new Set<TargetRecord>();
  const build = (record: TargetRecord, id: string): ScorecardItem => {
    taken.add(record);
    const at = toRepaired(reading.structured.repaired, record);
    const below = records.filter(
      (r) => !taken.has(r) && (r.points !== null || r.value !== null) && isBelow(r, record, scored),
    );
    for (const child of below) taken.add(child);
    const rules = record.deduction === null ? [] : deductions(reading.text, at);
    return {
      id,
      label: record.label,
      item: record.item,
      points: record.points,
      comparator: record.comparator,
      value: record.value,
      unit: record.unit,
      deductions: rules.map(({ start, end, ...rule }) => ({ ...rule, ...raw(reading, { start, end }) })),
      start: record.start,
      end: record.end,
      children: below.map((child, i) =>
        build(child, `${id}/${child.label === null ? String.fromCharCode(97 + (i % 26)) : stepOf(child)}`),
      ),
    };
  };
  const top = scored.filter((r) => !scored.some((o) => o !== r && isBelow(r, o, scored)));
  return top.map((record, i) => build(record, record.label === null ? `${i + 1}` : stepOf(record)));
}

/** the item's own step in the outline: （四） however its brackets are printed */
function stepOf(record: TargetRecord): string {
  return record.path.split("/").at(-1) || (record.label as string);
}

/** directly below: one step down the outline, or an indicator of the same item */
function isBelow(record: TargetRecord, item: TargetRecord, scored: readonly TargetRecord[]): boolean {
  if (record === item || item.points === null || record.role === "quota") return false;
  if (record.path === item.path)
    return record.label === null && item.label !== null && record.start >= item.start;
  if (!record.path.startsWith(`${item.path}/`)) return false;
  return !scored.some(
    (o) =>
      o !== item &&
      o !== record &&
      o.path.startsWith(`${item.path}/`) &&
      (record.path === o.path
        ? record.label === null && o.label !== null
        : record.path.startsWith(`${o.path}/`)),
  );
}

function linked(links: readonly Placed[], from: number, to: number): LinkedConsequence[] {
  const found = new Map<string, LinkedConsequence>();
  for (const { link, at } of links) {
    if (at.start < from || at.start >= to) continue;
    const { start, end, polarity, type, addressee } = link;
    found.set([start, end, type, addressee].join("|"), { start, end, polarity, type, addressee });
  }
  return [...found.values()];
}

function sentenceEnd(text: string, from: number, limit: number): number {
  const at = text.slice(from, limit).search(/[。\n]/);
  return at < 0 ? limit : from + at;
}

function bandsOf(reading: Reading, span: Span, links: readonly Placed[]): Band[] {
  const { text } = reading;
  const printed = bandsIn(text, span);
  return printed.map((band, i) => {
    const { start, end, ...ends } = band;
    const stop = Math.min(sentenceEnd(text, end, span.end), printed[i + 1]?.start ?? span.end);
    return { ...ends, ...raw(reading, { start, end }), consequences: linked(links, end, stop) };
  });
}

const CONDITION =
  /(?:(?:若|如|凡|对于?|出现|发生)([^。;:]{4,80}?)(?:的?,|的)|([^。;:]{4,80}?)的,)[^。;]{0,40}?(?:一票否决|单项否决)(?![“”]?(?:的?建议|情况|审查|措施|决定|制|对象|事项))/;

/** grounds of a veto: a condition in the clause, or the items of a list that hangs on it */
function vetoesOf(reading: Reading, passages: readonly Passage[], links: readonly Placed[]): Veto[] {
  const { text } = reading;
  const found: Veto[] = [];
  for (const passage of passages) {
    const words = text.slice(passage.from, passage.end);
    const lead = passage.leadIns.findIndex((l) => hasCue("veto", l) && /之一|下列|以下|情[形况]/.test(l));
    const leadIn = passage.leadInSpans[lead];
    if (leadIn !== undefined && passage.label !== null) {
      found.push({
        condition: shortened(words, "head"),
        ...raw(reading, { start: passage.from, end: passage.end }),
        consequences: linked(links, leadIn.start, leadIn.end),
      });
      continue;
    }
    for (const clause of passage.clauses) {
      const from = Math.max(clause.at.start, passage.from);
      const sentence = text.slice(from, clause.at.end);
      if (!hasCue("veto", sentence) || clause.is_heading || /[:]\s*$/.test(sentence)) continue;
      const condition = CONDITION.exec(sentence);
      if (
        !condition ||
        bandsIn(text, clause.at).length > 0 ||
        /(?:坚持|制度|被|凡被)[^,]{0,6}[“”]?一票否决/.test(condition[0])
      )
        continue;
      const ground = (condition[1] ?? condition[2]) as string;
      const start = from + condition.index + condition[0].indexOf(ground);
      const cue = from + condition.index;
      found.push({
        condition: shortened(ground, "head"),
        ...raw(reading, { start, end: start + ground.length }),
        consequences: linked(links, cue, clause.at.end),
      });
    }
  }
  return found;
}

const RANK =
  /(?:排名|名列|居)[^,。;\d一二三四五六七八九十]{0,8}(前|后|末)([一二两三四五六七八九十\d]{1,2})[名位]|排名最?后[一1]?[名位]/g;
const PRIZE = /评选出?(一、二、三等奖|一等奖)[^。]{0,8}/g;

function prizesOf(reading: Reading, span: Span, links: readonly Placed[]): Prize[] {
  const { text } = reading;
  const found: Prize[] = [];
  const words = text.slice(span.start, span.end);
  for (const match of words.matchAll(RANK)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const printed = match[2];
    const ranks =
      printed === undefined
        ? 1
        : "一二三四五六七八九十".indexOf(printed) + 1 || (printed === "两" ? 2 : Number(printed));
    const consequences = linked(links, end, sentenceEnd(text, end, span.end));
    if (consequences.length === 0) continue;
    found.push({ ranks, from_bottom: match[1] !== "前", ...raw(reading, { start, end }), consequences });
  }
  for (const match of words.matchAll(PRIZE)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const ranks = match[1] === "一等奖" ? 1 : 3;
    found.push({
      ranks,
      from_bottom: false,
      ...raw(reading, { start, end }),
      consequences: linked(links, start, sentenceEnd(text, end, span.end)),
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

const WEIGHT = /(?:[以按](\d{1,3})%的比例(?:计入|进入|纳入)|占(\d{1,3})%)/g;

function componentsOf(reading: Reading, span: Span): Component[] {
  const { text } = reading;
  const found: Component[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(WEIGHT)) {
    const at = span.start + match.index;
    const before = text.slice(Math.max(span.start, at - 160), at);
    const clause = before.slice(
      Math.max(before.lastIndexOf("。"), before.lastIndexOf(";"), before.lastIndexOf("\n")) + 1,
    );
    const name = nameOf(match[1] === undefined ? (clause.split(/[,:]/).at(-1) as string) : clause);
    if (!/考核|抽查|检查|测评|评价|评分|成绩|考评|得分/.test(name)) continue;
    found.push({
      name,
      weight: Number(match[1] ?? match[2]) / 100,
      ...raw(reading, { start: at, end: at + match[0].length }),
    });
  }
  return found.length >= 2 ? found : [];
}

/** the subject of a clause: its words before 由, 以, 按 or a comma; the last of a sentence's parts */
function nameOf(clause: string): string {
  const subject = /([\u4e00-\u9fff]{0,8}(?:考核|抽查|检查|测评|评价|评分|成绩|考评|得分))(?=由|以|按|,|$)/g;
  const names = [...clause.matchAll(subject)].map((m) => m[1] as string);
  return shortened(names[0] ?? clause, "tail").slice(-8);
}

function conversionOf(reading: Reading, span: Span): Scorecard["conversion"] {
  const match = /满分为?(\d{1,4})分,(?:折合|折算)[为成]?(\d{1,4})分/.exec(
    reading.text.slice(span.start, span.end),
  );
  if (!match) return null;
  const start = span.start + match.index;
  return {
    from: Number(match[1]),
    to: Number(match[2]),
    ...raw(reading, { start, end: start + match[0].length }),
  };
}
