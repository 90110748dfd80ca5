import type { Span } from "../span.js";
import { bareQuotas } from "./bare-shares.js";
import { RATE_TAIL } from "./binding.js";
import { hasCue } from "./cues.js";
import { deductions } from "./deductions.js";
import { type Context, type Licence, license } from "./licence.js";
import { mannerOf, PLANS, tellsPast } from "./manner.js";
import { type Passage, type Reading, segments, trimmed } from "./passages.js";
import { quotaLines, quotasIn } from "./quotas.js";
import type { Indicator } from "./records.js";
import { rowQuotas } from "./row-quotas.js";
import { missingValues, zeroResults, zeroTargets } from "./special-values.js";
import { distributed, ellipticNames, headStart, joinedNames, nameOf, shareOf } from "./value-names.js";
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
  const list =
    scored ||
    hasCue("list_heading", above) ||
    passage.headings.some(
      (h) => h.length < 24 && (PLANS.test(h) || (SETS_WORK.has(passage.part.genre) && TASKS.test(h))),
    );
  const manner = mannerOf(reading, passage);
  const vetoed = hasCue("veto", above);
  const watched = hasCue("watchlist", passage.leadIns.join("\n")) || GROUNDS.test(passage.leadIns.join("\n"));
  const ground = hasCue("veto", passage.leadIns.join("\n")) || watched;
  const rules = deductions(text, { start: passage.from, end: passage.end });
  const title = titleOf(text, passage);
  for (const clause of passage.clauses) {
    const span: Span = { start: Math.max(clause.at.start, passage.from), end: clause.at.end };
    const words = text.slice(span.start, span.end);
    const watchlist = watched || hasCue("watchlist", words);
    const veto = hasCue("veto", words) || (vetoed && !hasCue("watchlist", words));
    const quotas = manner === "sets" ? quotasIn(text, span) : [];
    const past = tellsPast(text, passage, span.start);
    const classifiers = new Set<string>();
    let rated = false;
    let seen = found.length;
    for (const segment of segments(text, span)) {
      rated ||= found
        .slice(seen)
        .some((f) => f.start >= span.start && f.unit === "percent" && !f.flags.includes("relative"));
      seen = found.length;
      const context: Context = {
        classifiers,
        mode: manner,
        list,
        scored,
        past,
        preface: passage.path === "" && !list,
        ground,
        rated,
        veto,
        watchlist,
        segment,
        clause: span,
      };
      const values = printedValues(text, segment, title).filter(
        (v) =>
          (manner === "reports" || !rules.some((r) => v.number >= r.start && v.number < r.end)) &&
          !isStep(text, v, span, found.length > 0),
      );
      const licensed: (Licence | null)[] = [];
      values.forEach((printed, i) => {
        const last = values[i - 1];
        const head = last && isAttribute(text, last, printed) ? last.head.start : printed.head.start;
        const v = { ...printed, head: { start: head, end: printed.head.end } };
        const free = !quotas.some((q) => q.covers(v.number)) && !isAttribute(text, v, values[i + 1]);
        const granted = free
          ? (license(text, v, context) ?? continued(text, v, last, licensed[i - 1]))
          : null;
        if (granted && v.classifier) classifiers.add(v.classifier);
        licensed.push(granted);
      });
      const names = distributed(text, values);
      values.forEach((v, i) => {
        const l = licensed[i];
        if (!l) return;
        const whole = names?.[i] ?? { start: headStart(values, licensed, i), end: v.head.end };
        const each =
          values.length === 1 && EACH.test(text.slice(v.head.end, v.number))
            ? joinedNames(text, whole)
            : ellipticNames(text, whole);
        for (const name of each.length > 1 ? each : [whole]) {
          const share = shareOf(text, name, v, found, span);
          const item = share ?? (nameOf(text, name, v, span) || title);
          found.push({
            ...trimmed(text, { start: name.start, end: v.end }),
            item,
            comparator: l.comparator,
            value: l.value,
            valueMax: v.valueMax,
            unit: l.unit,
            role: share === null ? l.role : "quota",
            flags: l.flags,
            addressee: share,
          });
        }
      });
      if (manner === "sets") {
        found.push(...missingValues(text, segment));
        if (list) found.push(...zeroTargets(text, segment));
        found.push(...zeroResults(text, segment));
      }
    }
    for (const { total, records } of quotas)
      found.push(...records(found.find((i) => total !== null && total >= i.start && total < i.end) ?? null));
  }
  if (manner === "sets")
    found.push(
      ...quotaLines(
        text,
        passage.clauses.map((c) => c.at),
      ),
    );
  const body: Span = { start: passage.from, end: passage.end };
  const owed = manner === "sets" ? [...rowQuotas(text, body), ...bareQuotas(text, body)] : [];
  const apart = found.filter((f) => !owed.some((q) => f.start < q.end && q.start < f.end));
  return [...apart, ...owed].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** the short sentence that opens an item and names what its values measure: 出生人口性别比。控制在115以内 */
function titleOf(text: string, passage: Passage): string {
  const title = /^[\u4e00-\u9fff“”]{2,16}(?=[。:])/.exec(text.slice(passage.from, passage.from + 20))?.[0];
  return title && RATE_TAIL.test(title) ? title : "";
}

/** 有下列情形之一的，通报批评: what is punished is watched, unless a veto hangs on it */
const GROUNDS = /情[形况]之一|(?:下列|以下)(?:情[形况]|行为)/;

const SETS_WORK = new Set(["implementation_plan", "responsibility_contract"]);
/** headings of a plan or contract under which work is set */
const TASKS = /任务|措施|安排|步骤|计划|重点/;

/** 办证率和验证率均在90%以上 sets the value for each */
const EACH = /均|都|分别|各/;

/** a number that only describes what the next one counts: 投资500万元以上项目4个 */
function isAttribute(text: string, v: PrintedValue, next: PrintedValue | undefined): boolean {
  return (
    v.after !== null &&
    next !== undefined &&
    /^(?![或和及与])[\u4e00-\u9fff]/.test(text.slice(v.end)) &&
    !/或|以及|并且/.test(text.slice(v.end, next.number)) &&
    next.head.start <= v.end + 1
  );
}

/** a value that goes on from the one before it: 分别达到95%、90%; 茶叶1500亩、油茶800亩; 186户652人 */
function continued(
  text: string,
  v: PrintedValue,
  last: PrintedValue | undefined,
  granted: Licence | null | undefined,
): Licence | null {
  if (!last || !granted || v.unit === "points_of_percent" || granted.role !== "target") return null;
  const between = text.slice(last.end, v.number);
  const alone = /^[、和及与]?$/.test(between);
  const listed =
    v.unit === last.unit && v.classifier === last.classifier && /^、[^,、;]{1,10}$/.test(between);
  if (!alone && !listed) return null;
  const comparator = v.before === null && v.after === null && alone ? granted.comparator : v.comparator;
  return { role: "target", comparator, value: v.value, unit: v.unit, flags: v.flags };
}

const STEP =
  /^(?:的|者)?,?(?:[^,。;]{0,8}[,]?)?(?:不[得计记](?:本项|该项|此项|任何|[奖加考]\S)?(?:[得奖]?分|成绩)|只[得计记]|[按为得计记](?:零|0)分)/;

/** a value that only earns or costs points (90%以下不得分, 80%-90%得8分), after the one that is asked for */
function isStep(text: string, v: PrintedValue, clause: Span, asked: boolean): boolean {
  const after = text.slice(v.end, Math.min(clause.end, v.end + 24));
  if (STEP.test(after)) return true;
  if (v.before === "低于" && v.head.end <= v.head.start + 1 && /^(?:的|者),/.test(after)) return true;
  return (
    asked &&
    v.head.end - v.head.start < 2 &&
    /^(?:的|者)?[,;]?[^,。;]{0,6}(?:得|计|记|扣|给|打|减)[\d一二三四五六七八九十.]/.test(after)
  );
}
