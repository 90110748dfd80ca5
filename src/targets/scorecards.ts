import { toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { Part, StructuredDocument } from "../structure/records.js";
import { bandsIn } from "./bands.js";
import { linked, type Placed, sentenceEnd } from "./linked-consequences.js";
import { type Reading, raw, readPassages } from "./passages.js";
import type { PrintedPoints } from "./point-marks.js";
import type { TargetRecord } from "./records.js";
import { tidy } from "./rounding.js";
import { componentsOf, conversionOf } from "./scorecard-components.js";
import { itemsOf } from "./scorecard-items.js";
import { prizesOf } from "./scorecard-prizes.js";
import type { Band, ConsequenceLink, Scorecard } from "./scorecard-records.js";
import { vetoesOf } from "./scorecard-vetoes.js";
import { statedTotals } from "./stated-totals.js";
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

function scorecardOf(
  reading: Reading,
  part: Part,
  records: readonly TargetRecord[],
  links: readonly Placed[],
): Scorecard | null {
  const span = toRepaired(reading.structured.repaired, part);
  const passages = reading.passages.filter((p) => p.part.part === part.part);
  const items = itemsOf(reading, part, records);
  const bands = bandsOf(reading, span, links);
  const vetoes = vetoesOf(reading, passages, links);
  const prizes = prizesOf(reading, span, links);
  if (items.length < 2 && bands.length === 0 && vetoes.length === 0) return null;
  const total = totalOf(reading, span, records);
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

/** the largest total that is printed and is no item's own points, else the one that 百分制 or 千分制 implies */
function totalOf(reading: Reading, span: Span, records: readonly TargetRecord[]): PrintedPoints | null {
  const { text } = reading;
  const own = (total: PrintedPoints): boolean => {
    const at = raw(reading, total);
    return records.some((r) => r.points === total.points && r.start < at.end && r.end > at.start);
  };
  const printed = statedTotals(text, span).filter((t) => !own(t));
  const largest = printed.find((t) => t.points === Math.max(...printed.map((o) => o.points)));
  const scale = /([百千])分制/.exec(text.slice(span.start, span.end));
  if (largest || !scale) return largest ?? null;
  const start = span.start + scale.index;
  return { start, end: start + 3, points: scale[1] === "百" ? 100 : 1000, total: true };
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
