import { fold } from "../quantities/fold.js";
import type { ClauseView } from "./clause-view.js";
import { type Context, type Indexes, neighbours } from "./context.js";
import type { Reading } from "./drafts.js";
import { findLiterals } from "./literal-index.js";
import { type FoundAddressee, heads, values } from "./noun-phrases.js";
import { type Addressee, type ConsequenceType, isSanction } from "./records.js";
import type { DocumentRule } from "./rule-types.js";

/** Whom a document means where it names nobody. */
export interface DocumentSubject {
  readonly sanctions: FoundAddressee;
  /** null where its scope says nothing of recipients */
  readonly rewards: FoundAddressee | null;
}

/** how many clauses of a document may state its scope */
const OPENING = 12;
const SCOPE =
  /(?:考核|考评|评价|奖惩|奖励|管理|适用)(?:的)?(?:对象|范围|主体)(?:为|是|包括|:)|适用于|考核(?:实施)?对象[,:]/;

const cache = new WeakMap<Context, Map<string, DocumentSubject | null>>();

/**
 * Whom the document of a clause regulates or assesses: the words of its title that say so, else the bodies or persons that
 * its scope names (考核对象为…, 适用于…), if they are of one kind.
 */
export function subjectOfDocument(reading: Reading): DocumentSubject | null {
  const { context, view } = reading;
  const known = cache.get(context) ?? new Map<string, DocumentSubject | null>();
  cache.set(context, known);
  const { part } = view.clause;
  const before = known.get(part);
  if (before !== undefined) return before;
  const found = ofTitle(reading) ?? ofScope(context, part);
  known.set(part, found);
  return found;
}

/** The rule of the most telling words of a title: highest priority, then the longest, then the last. */
export function ruleOfTitle(indexes: Indexes, title: string): DocumentRule | null {
  const text = fold(title);
  const hits = neighbours(findLiterals(indexes.documents, text, 0, text.length), text);
  const [best] = hits.sort(
    (a, b) => b.rule.priority - a.rule.priority || b.end - b.start - (a.end - a.start) || b.start - a.start,
  );
  return best?.rule ?? null;
}

function ofTitle({ structured, view, indexes }: Reading): DocumentSubject | null {
  const part = structured.parts.find(({ part }) => part === view.clause.part);
  if (!part) return null;
  const rule = ruleOfTitle(indexes, part.title ?? part.heading ?? "");
  const entry = (value: Addressee, id: string): FoundAddressee => ({ value, rule: id, noun: null });
  return rule && { sanctions: entry(rule.sanctions, rule.id), rewards: entry(rule.rewards, rule.id) };
}

function ofScope({ views, text }: Context, part: string): DocumentSubject | null {
  const first = views.findIndex(({ clause }) => clause.part === part);
  for (const view of views.slice(first, first + OPENING)) {
    if (view.clause.part !== part) return null;
    const mark = SCOPE.exec(text.slice(view.start, view.end));
    const subject = mark && ofNouns(view, view.start + mark.index + mark[0].length);
    // whom a text applies to is not yet whom it rewards
    if (mark) return subject && { ...subject, rewards: mark[0] === "适用于" ? null : subject.rewards };
  }
  return null;
}

function ofNouns(view: ClauseView, from: number): DocumentSubject | null {
  const found = values(heads(view, from, view.end));
  const unit = found.find(({ value }) => value === "unit");
  const only = found.length === 1 ? found[0] : unit;
  if (!only) return null;
  const person = only.noun?.rule.id === "staff.职工" ? { ...only, value: "party" as const } : only;
  return { sanctions: person, rewards: only.value === "party" ? null : only };
}

const ASSESSMENT = /考核|考评|评分|评比|奖惩|积分|责任[书状]/;

/** whether the title of a clause's document speaks of an assessment, whose points are those of whoever is assessed */
export function isAssessment({ structured, view }: Reading): boolean {
  const part = structured.parts.find(({ part }) => part === view.clause.part);
  return ASSESSMENT.test(`${part?.title ?? ""}${part?.heading ?? ""}`);
}

/** what an authority does to anyone, not an employer or a superior to its own */
const OUTWARD = new Set<ConsequenceType>([
  "levy",
  "confiscation",
  "licence_revocation",
  "detention",
  "criminal_liability",
  "enforcement",
  "surcharge",
  "liability",
]);
/** what only persons suffer */
export const OF_PERSONS = new Set<ConsequenceType>([
  "discipline",
  "removal",
  "dismissal",
  "demotion",
  "promotion_bar",
  "admonition",
]);

/** Whom the document means by a consequence of a type that names nobody, null where it does not say. */
export function meantByDocument(reading: Reading, type: ConsequenceType): FoundAddressee | null {
  const subject = subjectOfDocument(reading);
  if (!subject) return null;
  if (!isSanction(type)) return subject.rewards;
  const { value } = subject.sanctions;
  if (value !== "party" && OUTWARD.has(type)) return null;
  if (value === "unit" && (OF_PERSONS.has(type) || type === "fine")) return null;
  return subject.sanctions;
}

/** whether the document assesses bodies, whose points are theirs whoever caused them */
export function assessesUnits(reading: Reading): boolean {
  const subject = subjectOfDocument(reading);
  return (
    genreOf(reading) === "responsibility_contract" || (subject !== null && subject.sanctions.value === "unit")
  );
}

export function genreOf({ structured, view }: Reading): string | undefined {
  return structured.parts.find(({ part }) => part === view.clause.part)?.genre;
}

/** whom an assessment gives and takes points: those whom its document is about, else the unit that is assessed */
export function assessed(reading: Reading): FoundAddressee {
  const subject = subjectOfDocument(reading)?.sanctions;
  return subject && subject.value !== "party"
    ? subject
    : { value: "unit", rule: "document.score", noun: null };
}
