import type { Span } from "../span.js";
import { hasCue } from "./cues.js";
import { deductions } from "./deductions.js";
import { type Context, type Licence, license } from "./licence.js";
import { shortened } from "./names.js";
import { type Passage, type Reading, segments } from "./passages.js";
import { quotasAfter } from "./quotas.js";
import type { Indicator } from "./records.js";
import { missingValues, zeroTargets } from "./special-values.js";
import { type PrintedValue, printedValues } from "./values.js";

/** The indicators of a passage: printed values that bind, values that are missing, things that must not happen */
export function indicatorsOf(reading: Reading, passage: Passage, scored: boolean): Indicator[] {
  const { text } = reading;
  const found: Indicator[] = [];
  const own = text.slice(
    passage.start,
    passage.isHeading ? passage.end : Math.min(passage.end, passage.start + 12),
  );
  const above = [...passage.headings, ...passage.leadIns, own].join("\n");
  const list = scored || hasCue("list_heading", above);
  const manner = reading.modes.get(passage.part.part) ?? "sets";
  const vetoed = hasCue("veto", above);
  const watched = hasCue("watchlist", passage.leadIns.join("\n"));
  const ground = hasCue("veto", passage.leadIns.join("\n")) || watched;
  const rules = deductions(text, { start: passage.from, end: passage.end });
  for (const clause of passage.clauses) {
    const span: Span = { start: Math.max(clause.at.start, passage.from), end: clause.at.end };
    const words = text.slice(span.start, span.end);
    const watchlist = watched || hasCue("watchlist", words);
    const veto = hasCue("veto", words) || (vetoed && !watchlist);
    const quotas = manner === "sets" ? quotasAfter(text, span) : null;
    const classifiers = new Set<string>();
    for (const segment of segments(text, span)) {
      const context: Context = {
        classifiers,
        mode: manner,
        list,
        scored,
        ground,
        rated: found.some(
          (f) => f.start >= span.start && f.unit === "percent" && !f.flags.includes("relative"),
        ),
        veto,
        watchlist,
        segment,
        clause: span,
      };
      const values = printedValues(text, segment).filter(
        (v) =>
          !rules.some((r) => v.number >= r.start && v.number < r.end) &&
          !isStep(text, v, span, found.length > 0),
      );
      const licensed = values.map((v) => {
        if (quotas?.covers(v.number)) return null;
        const granted = license(text, v, context);
        if (granted && v.classifier) classifiers.add(v.classifier);
        return granted;
      });
      const names = distributed(text, values);
      values.forEach((v, i) => {
        const l = licensed[i];
        if (!l) return;
        const name = names?.[i] ?? { start: headStart(values, licensed, i), end: v.head.end };
        const share = shareOf(text, name, v, found, span);
        found.push({
          ...trimmedSpan(text, { start: name.start, end: v.end }),
          item: share ?? nameOf(text, name, v, span),
          comparator: l.comparator,
          value: l.value,
          valueMax: v.valueMax,
          unit: l.unit,
          role: share === null ? l.role : "quota",
          flags: l.flags,
          addressee: share,
        });
      });
      if (manner === "sets") {
        found.push(...missingValues(text, segment));
        if (list) found.push(...zeroTargets(text, segment));
      }
    }
    const total = quotas?.total ?? null;
    if (quotas)
      found.push(...quotas.records(total !== null && found.some((i) => total >= i.start && total < i.end)));
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** a value that only earns or costs points (90%以下不得分, 80%-90%得8分), after the one that is asked for */
function isStep(text: string, v: PrintedValue, clause: Span, asked: boolean): boolean {
  const after = text.slice(v.end, Math.min(clause.end, v.end + 24));
  if (/^(?:的|者)?,?(?:不|只)(?:得|计|记)/.test(after)) return true;
  if (v.before === "低于" && v.head.end <= v.head.start + 1 && /^(?:的|者),/.test(after)) return true;
  return (
    asked &&
    v.head.end - v.head.start < 2 &&
    /^(?:的|者)?[,;]?[^,。;]{0,6}(?:得|计|记|扣)[\d一二三四五六七八九十.]/.test(after)
  );
}

/** a number that binds nobody belongs to the name of the next one: 5万人以上的乡镇完成30例 */
function headStart(
  values: readonly PrintedValue[],
  licensed: readonly (Licence | null)[],
  i: number,
): number {
  let first = i;
  while (first > 0 && licensed[first - 1] === null) first--;
  return (values[first] as PrintedValue).head.start;
}

/** to whom a share of a total of the same clause is given: 共500例，其中甲类乡镇需要完成30例; null where it is no share */
function shareOf(
  text: string,
  name: Span,
  v: PrintedValue,
  found: readonly Indicator[],
  clause: Span,
): string | null {
  if (v.unit !== "count") return null;
  const total = found.find((f) => f.unit === "count" && f.start >= clause.start && f.end <= name.start);
  if (!total || !/其中/.test(text.slice(total.end, name.start + 2))) return null;
  const words = shortened(text.slice(name.start, name.end).replace(/(?:需要?|应|要)?(?:完成|达到|为)$/, ""));
  return /[省市县区乡镇村街社单位]$/.test(words) ? words : null;
}

/** 持证率、验证率分别达到95%和90%: which value belongs to which name; null where there is one name */
function distributed(text: string, values: readonly { head: Span; start: number }[]): Span[] | null {
  const first = values[0];
  if (!first || values.length < 2) return null;
  const heads: Span[] = [];
  let start = first.head.start;
  for (let at = start; at <= first.head.end; at++) {
    if (at === first.head.end || "、和及与".includes(text[at] as string)) {
      if (at > start) heads.push({ start, end: at });
      start = at + 1;
    }
  }
  const bare = values.slice(1).every((v) => v.head.end <= v.head.start);
  if (!bare) return null;
  const last = heads.slice(-values.length);
  return last.length === values.length ? last : null;
}

function nameOf(text: string, name: Span, v: PrintedValue, clause: Span): string {
  const printed = shortened(text.slice(name.start, name.end));
  if (v.unit === "count" && /(?:完成|设立|建设|掌握|了解|全年|少)$/.test(printed)) {
    const object = /^[^,;。、:()]{0,12}/.exec(text.slice(v.end, clause.end))?.[0] ?? "";
    return shortened(printed + object);
  }
  return printed || nameBefore(text, clause.start, name.start);
}

/** the rate that a clause speaks of, where a value follows without its own name: 及时率为91%，高于85%的目标值 */
function nameBefore(text: string, from: number, to: number): string {
  const names = text.slice(from, to).match(/[^,。;:、()\d]{1,18}[率比面](?=为|是|达)/g);
  return shortened(names?.at(-1) ?? "");
}

function trimmedSpan(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && /\s/.test(text[from] as string)) from++;
  return { start: from, end };
}
