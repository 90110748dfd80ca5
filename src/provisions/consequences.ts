import { toRaw } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import {
  type AddresseeFinding,
  addresseeOfItem,
  addresseeOfText,
  type FoundAddressee,
  findAddressee,
} from "./addressees.js";
import { type Amounts, readAmounts } from "./amounts.js";
import { authorityOf } from "./authority.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { type Context, type Indexes, indexesOf, readContext, viewOf } from "./context.js";
import { findCues } from "./cues.js";
import { defaultRules } from "./default-rules.js";
import { type Drop, guardDrop, licenceKey, structuralDrop } from "./licence.js";
import { joinsByOr, mergeRuns } from "./merge.js";
import {
  type Addressee,
  type Consequence,
  type ConsequenceType,
  type Flag,
  type How,
  isSanction,
  type RejectedCue,
  type Trigger,
  type Why,
} from "./records.js";
import { referenceOf, resolveReference } from "./references.js";
import type { RuleSet } from "./rule-types.js";
import { groundIn, REWARDED, type TriggerFinding } from "./triggers.js";

export interface ConsequenceOptions {
  /** rules to apply; default: all layers that come with the package */
  readonly rules?: RuleSet;
}

/** A consequence before it is split by addressee and trigger; spans in the repaired text. */
export interface Draft {
  readonly view: ClauseView;
  readonly cue: Candidate;
  readonly start: number;
  readonly end: number;
  readonly type: ConsequenceType;
  readonly amounts: Amounts;
  readonly addressee: AddresseeFinding;
  readonly triggers: readonly TriggerFinding[];
  /** for a lead-in over a list: which pairs its items make; null where addressee and trigger are independent */
  readonly pairs: readonly { readonly addressee: FoundAddressee; readonly trigger: TriggerFinding }[] | null;
  readonly licence: string | null;
  readonly tier: string | null;
  readonly optional: boolean;
  readonly alternatives: number | null;
  readonly authority: Span | null;
  /** the cues that were merged into this one */
  readonly merged: readonly Candidate[];
}

/**
 * Extracts the sanctions and rewards of a document as records of the codebook.
 *
 * A cue counts only with a second key, its licence: a verb of imposing, an amount, a ground or an addressee in the right
 * place. Cost is linear in the length of the text.
 *
 * @param structured a document with its clauses
 * @param options rules other than the default
 * @returns one record per type, addressee and trigger, in the order of the text
 * @see shared codebook, version 1.1
 */
export function consequences(
  structured: StructuredDocument,
  options: ConsequenceOptions = {},
): Consequence[] {
  return explainConsequences(structured, options).records;
}

/** The same with every cue that was dropped and the reason why. */
export function explainConsequences(
  structured: StructuredDocument,
  options: ConsequenceOptions = {},
): { readonly records: Consequence[]; readonly rejected: RejectedCue[] } {
  const rules = options.rules ?? defaultRules();
  const indexes = indexesOf(rules);
  const context = readContext(structured, indexes);
  const drafts: Draft[] = [];
  const rejected: RejectedCue[] = [];
  let state: ItemState | null = null;
  for (const view of context.views) {
    if (state === null || state.item !== context.item[view.index]) state = freshState(context, view, state);
    const found = readClause({ structured, rules, indexes, context, view, state });
    drafts.push(...found.drafts);
    for (const { cue, drop } of found.dropped) rejected.push(rejection(structured, rules, cue, drop));
    state = nextState(state, view, found.drafts);
  }
  return { records: numberAlternatives(drafts).flatMap((draft) => toRecords(structured, draft)), rejected };
}

/** what earlier clauses of the same item hand on */
interface ItemState {
  readonly item: number;
  readonly trigger: TriggerFinding | null;
  readonly addressee: AddresseeFinding | null;
  /** the consequence before */
  readonly last: Draft | null;
  /** the grounds of the item before, for 有前款行为 */
  readonly earlier: readonly TriggerFinding[];
}

interface Reading {
  readonly structured: StructuredDocument;
  readonly rules: RuleSet;
  readonly indexes: Indexes;
  readonly context: Context;
  readonly view: ClauseView;
  readonly state: ItemState;
}

function freshState(context: Context, view: ClauseView, before: ItemState | null): ItemState {
  const item = context.item[view.index] as number;
  const earlier = before?.last?.triggers ?? before?.earlier ?? [];
  return { item, trigger: null, addressee: null, last: null, earlier };
}

/** the first consequence of an item sets its ground; a later one changes it only by naming another */
function nextState(state: ItemState, view: ClauseView, drafts: readonly Draft[]): ItemState {
  if (drafts.length === 0) {
    const ground = groundIn(view, view.start, view.end, "sanction", []);
    if (!ground || state.trigger !== null) return state;
    return { ...state, trigger: { value: ground.rule.value, rule: ground.rule.id, ground, how: "clause" } };
  }
  const named = drafts
    .flatMap((draft) => draft.triggers)
    .find(({ how }) => how === "subclause" || how === "clause");
  const base =
    drafts.find(({ addressee }) => addressee.how === "clause" || addressee.how === "default") ?? drafts[0];
  return {
    item: state.item,
    trigger: named ? { ...named, how: "clause" } : (state.trigger ?? drafts[0]?.triggers[0] ?? null),
    addressee:
      state.addressee ??
      (base && base.addressee.how !== "subclause" && base.addressee.how !== "default"
        ? base.addressee
        : null),
    last: drafts[drafts.length - 1] ?? state.last,
    earlier: state.earlier,
  };
}

function readClause(reading: Reading): { drafts: Draft[]; dropped: Dropped[] } {
  const clusters = findCues(reading.indexes.cues, reading.view);
  const dropped: Dropped[] = [];
  const drafts: Draft[] = [];
  clusters.forEach((cluster, i) => {
    const limit = nextStart(reading.view, clusters, i);
    if (
      drafts.some(
        (draft) =>
          (cluster[0] as Candidate).start < draft.end &&
          isSanction(draft.type) &&
          draft.end > draft.cue.end &&
          !isSanction((cluster[0] as Candidate).rule.type),
      )
    )
      return;
    const taken: Draft[] = [];
    for (const cue of cluster) {
      if (taken.some((draft) => cue.start < draft.cue.end && draft.cue.start < cue.end)) continue;
      if (
        dropped.some(
          (other) =>
            other.final &&
            cue.start < other.cue.end &&
            other.cue.start < cue.end &&
            other.cue.rule.type === cue.rule.type,
        )
      )
        continue;
      const inner = cluster.reduce(
        (start, other) => (other.start >= cue.end ? Math.min(start, other.start) : start),
        limit,
      );
      const result = readCue(
        reading,
        cue,
        [...drafts, ...taken.filter((draft) => draft.start < cue.start)],
        inner,
      );
      if ("drop" in result) dropped.push(result);
      else taken.push(result);
    }
    drafts.push(...taken.sort((a, b) => a.start - b.start));
  });
  const carriers = drafts.filter((draft, i) => isCarrier(draft, drafts[i + 1]));
  for (const draft of carriers) {
    dropped.push({
      cue: draft.cue,
      drop: { rule: "structure.carrier", reason: "carries the act named after it" },
      final: true,
    });
  }
  return { drafts: mergeRuns(drafts.filter((draft) => !carriers.includes(draft))), dropped };
}

/** where the next cue begins; what a sanction takes away (扣岗位津贴200元) is no cue of a reward */
function nextStart(view: ClauseView, clusters: readonly Candidate[][], i: number): number {
  const own = clusters[i]?.[0];
  for (const cluster of clusters.slice(i + 1)) {
    const first = cluster.reduce((a, b) => (b.start < a.start ? b : a));
    const taken =
      own &&
      isSanction(own.rule.type) &&
      first.segment === own.segment &&
      cluster.every(({ rule }) => !isSanction(rule.type));
    if (!taken) return first.start;
  }
  return view.end;
}

interface Dropped {
  readonly cue: Candidate;
  readonly drop: Drop;
  /** dropped for what it is; false where only the second key was missing, so that another reading may be tried */
  readonly final: boolean;
}

/** 责令 before 停班, 停业, 辞职: the order to do what the next cue names */
function isCarrier(draft: Draft, next: Draft | undefined): boolean {
  if (
    !next ||
    draft.cue.literal !== "责令" ||
    next.view !== draft.view ||
    next.cue.segment !== draft.cue.segment
  )
    return false;
  return (
    next.type !== draft.type &&
    next.start - draft.cue.end <= 10 &&
    !/并|对|,/.test(draft.view.text.slice(draft.cue.end, next.start))
  );
}

function readCue(reading: Reading, cue: Candidate, drafts: readonly Draft[], limit: number): Draft | Dropped {
  const { rules, view } = reading;
  const segment = view.segments[cue.segment] as Span;
  const before = drafts[drafts.length - 1];
  const from = Math.max(segment.start, before ? Math.min(before.end, cue.start) : view.start);
  const amounts = sameSum(view, cue, readAmounts(view, cue, from, limit), before);
  const drop =
    structuralDrop(view, cue) ?? guardDrop(rules.guards, view, cue) ?? listDrop(reading, cue, amounts);
  if (drop) return { cue, drop, final: true };
  const triggers = findTriggers(reading, cue, drafts);
  const addressee = findAddressees(reading, cue, from, drafts, triggers.findings);
  const licence = cue.rule.licence === null ? null : (rules.licences.get(cue.rule.licence) ?? null);
  let key: string | null = null;
  if (licence) {
    key = licenceKey(licence, view, cue, {
      amounts,
      ground: hasGround(reading, cue, triggers.findings),
      breach:
        (triggers.findings[0]?.ground?.rule.priority ?? 0) > GENERIC &&
        /clause/.test(triggers.findings[0]?.how ?? ""),
      addressee: addressee.finding.how !== "default" && addressee.finding.how !== "heading",
    });
    if (key === null) return { cue, drop: { rule: licence.id, reason: licence.note }, final: false };
  }
  const finding = personal(addressee.finding, triggers.findings, view, cue);
  return {
    view,
    cue,
    start: cue.start,
    end: spanEnd(view, cue, amounts, limit),
    type: cue.rule.type,
    amounts,
    addressee: finding,
    triggers: triggers.findings.map((trigger) => ofOffice(trigger, finding, cue.rule.type)),
    pairs: addressee.pairs ?? triggers.pairs,
    licence: key,
    tier: tierOf(view, cue, before),
    optional: isOptional(view, cue, before ? before.end : view.start),
    alternatives: null,
    authority: authorityOf(view, cue),
    merged: [],
  };
}

const POWERS = /(?:有权|可以|行使|采取|履行)[^;。]{0,20}下列(?:措施|职权|职责|权力|权限)/;

/** a lead-in whose items name the sanctions themselves, and items that list what an office may do */
function listDrop(reading: Reading, cue: Candidate, amounts: Amounts): Drop | null {
  const { context, view } = reading;
  for (const lead of context.leads[view.index] ?? []) {
    const there = context.views[lead] as ClauseView;
    if (POWERS.test(context.text.slice(there.start, there.end)))
      return { rule: "structure.powers", reason: "a list of an office's powers" };
  }
  const open = cue.rule.type === "fine" || cue.rule.type === "liability";
  if (!open || amounts.used.length > 0) return null;
  const items = context.children.get(view.index) ?? [];
  return items.some((index) => hasConsequence(reading, context.views[index] as ClauseView))
    ? { rule: "structure.carrier", reason: "its list names the sanctions one by one" }
    : null;
}

/** a ground in the clause, its list or its item: a trigger found there, a sub-clause …的， or 对…的 */
function hasGround({ view, context }: Reading, cue: Candidate, triggers: readonly TriggerFinding[]): boolean {
  const how = triggers[0]?.how;
  if (how !== undefined && how !== "default" && how !== "heading") return true;
  if (view.segments.some(({ conditional, end }) => conditional && end <= cue.start)) return true;
  if (/的[^,;。的]{1,10},[^,;。]{0,12}$/.test(view.text.slice(view.start, cue.start))) return true;
  if (/对(?!于?[,;])[^,;。]{3,80}的|^\s*(?:凡|如果|如有|若)/.test(view.text.slice(view.start, cue.start)))
    return true;
  return (context.children.get(view.index)?.length ?? 0) > 0;
}

/** to the object's or the quantity's end; never into the next cue */
function spanEnd(view: ClauseView, cue: Candidate, amounts: Amounts, limit: number): number {
  const segment = view.segments[cue.segment] as Span;
  let end = cue.end;
  if (cue.rule.extend === "segment") end = Math.max(end, Math.min(segment.end, limit));
  for (const { quantity } of amounts.used) {
    if (quantity.start < cue.end) continue;
    end = Math.max(end, quantity.end);
    const wage = /^的?(?:标准|基本)?(?:工资|奖金|费用|[^,;。]{0,6}费)/.exec(view.text.slice(end, end + 12));
    if (wage) end += wage[0].length;
  }
  while (end > cue.end && " \n,;:。!”’、".includes(view.text[end - 1] as string)) end--;
  const tail = /(?:并|或者?|且|和|及|同时|又|应|应当|可以|给予|予以|处|依法)+$/.exec(
    view.text.slice(cue.end, end),
  );
  return tail && end === limit ? end - tail[0].length : end;
}

function tierOf(view: ClauseView, cue: Candidate, before: Draft | undefined): string | null {
  const from = before ? before.end : view.start;
  const hit = view.markers.findLast(
    (marker) => marker.rule.marks === "tier" && marker.start >= from && marker.end <= cue.start,
  );
  return hit ? view.text.slice(hit.start, hit.end) : (before?.tier ?? null);
}

function isOptional(view: ClauseView, cue: Candidate, from: number): boolean {
  return view.markers.some(
    (marker) => marker.rule.marks === "optional" && marker.start >= from && marker.end <= cue.end,
  );
}

/** a step that a public body or its staff leaves out is a duty not done */
function ofOffice(
  trigger: TriggerFinding,
  { found }: AddresseeFinding,
  type: ConsequenceType,
): TriggerFinding {
  const office =
    found.length > 0 &&
    found.every(({ noun }) => noun !== null && (noun.rule.authority || noun.rule.id === "staff.特有"));
  const disciplined = type === "discipline" || type === "demotion" || type === "removal";
  const answerable =
    disciplined &&
    found.some(({ rule }) => rule.startsWith("pair.") || rule.startsWith("leader.") || rule === "staff.特有");
  const generic =
    trigger.ground === null || (trigger.ground.rule.priority <= GENERIC && !trigger.ground.rule.personal);
  const misconduct =
    (office && trigger.value === "procedure") || (answerable && generic && trigger.value === "other");
  return misconduct ? { ...trigger, value: "misconduct" } : trigger;
}

/** 同等金额: the sum named before */
function sameSum(view: ClauseView, cue: Candidate, amounts: Amounts, before: Draft | undefined): Amounts {
  if (
    amounts.amount !== null ||
    !before ||
    !/同等(?:金额|数额)/.test(view.text.slice(Math.max(view.start, cue.start - 8), cue.start))
  )
    return amounts;
  return { ...amounts, amount: before.amounts.amount };
}

/** a cadre who broke the rule himself is the party; whoever is rewarded for keeping it is a family */
function personal(
  finding: AddresseeFinding,
  triggers: readonly TriggerFinding[],
  view: ClauseView,
  cue: Candidate,
): AddresseeFinding {
  const ground = triggers[0]?.ground;
  const sanction = isSanction(cue.rule.type);
  // 单位和个人 is one noun for offenders, two recipients for a reward
  const withUnit = (entry: FoundAddressee): FoundAddressee[] =>
    !sanction &&
    entry.value === "party" &&
    /(?:单位|组织|企业|集体)(?:和|或|、)/.test(entry.noun?.literal ?? "")
      ? [{ ...entry, value: "unit" }, entry]
      : [entry];
  const change = (entry: FoundAddressee): FoundAddressee => {
    if (
      sanction &&
      entry.value === "family" &&
      entry.noun &&
      !/家庭|夫|独生|困难户|贫困户/.test(entry.noun.literal)
    )
      return { ...entry, value: "party" };
    if (sanction && entry.noun?.rule.id === "staff.职工") return { ...entry, value: "party" };
    if (!sanction && entry.value === "party" && entry.noun) {
      return { ...entry, value: /个人|单位|组织|公民/.test(entry.noun.literal) ? "unspecified" : "family" };
    }
    if (!sanction && ground?.rule.id === "other.举报") return { ...entry, value: "unspecified" };
    if (!ground?.rule.personal) return entry;
    if (!sanction) return { ...entry, value: "family" };
    if (entry.noun === null || (entry.value !== "staff" && entry.value !== "leader")) return entry;
    const between = view.text.slice(
      Math.min(entry.noun.end, ground.end),
      Math.max(entry.noun.start, ground.start),
    );
    return between.length < 40 && !/[,;。]/.test(between) ? { ...entry, value: "party" } : entry;
  };
  const found = finding.found
    .flatMap(withUnit)
    .map(change)
    .filter((entry, i, list) => list.findIndex(({ value }) => value === entry.value) === i);
  return { found, how: finding.how };
}

interface TriggersFound {
  readonly findings: readonly TriggerFinding[];
  readonly pairs: Draft["pairs"];
}

function findTriggers(reading: Reading, cue: Candidate, drafts: readonly Draft[]): TriggersFound {
  const { view, context, state, structured, indexes } = reading;
  const polarity = isSanction(cue.rule.type) ? "sanction" : "reward";
  const segment = view.segments[cue.segment] as Span;
  const masked = drafts.map(({ start, end }) => ({ start, end }));
  const single = (finding: TriggerFinding): TriggersFound => ({ findings: [finding], pairs: null });
  const before = drafts[drafts.length - 1];
  const from = before ? Math.min(before.end, cue.start) : view.start;
  const object =
    cue.rule.extend === "segment" ? groundIn(view, cue.start, segment.end, polarity, masked) : null;
  if (object && object.rule.priority > GENERIC && drafts.length === 0) {
    return single({ value: object.rule.value, rule: object.rule.id, ground: object, how: "subclause" });
  }
  const reach = cue.rule.extend === "segment" ? Math.max(cue.end, segment.end) : cue.end;
  const own = groundIn(view, from, reach, polarity, masked);
  const items = childGrounds(reading, polarity);
  if (items.length > 0 && !(own && own.rule.priority > 60)) return { findings: items, pairs: null };
  if (own && own.rule.priority > GENERIC) {
    return single({
      value: own.rule.value,
      rule: own.rule.id,
      ground: own,
      how: own.start >= segment.start ? "subclause" : "clause",
    });
  }
  const reference = referenceOf(view, from, cue.start);
  const target = reference ? resolveReference(structured, context, view, reference) : null;
  if (target) {
    const there = viewOf(view.clause, view.index, context.text, target, [], indexes);
    const ground = groundIn(there, there.start, there.end, polarity, []);
    if (ground && ground.rule.priority > GENERIC)
      return single({ value: ground.rule.value, rule: ground.rule.id, ground, how: "document" });
  }
  if (BACK.test(view.text.slice(from, cue.start)) && state.earlier.length > 0) {
    return {
      findings: state.earlier.map((finding) => ({ ...finding, how: "clause" as const })),
      pairs: null,
    };
  }
  if (reference && own) {
    const elsewhere = groundOfItem(reading, polarity);
    if (elsewhere) return single(elsewhere);
  }
  if (before) {
    const [first] = before.triggers;
    if (first)
      return {
        findings: before.triggers.map((t) => ({ ...t, how: t.how === "subclause" ? "clause" : t.how })),
        pairs: before.pairs,
      };
  }
  if (own)
    return single({
      value: own.rule.value,
      rule: own.rule.id,
      ground: own,
      how: own.start >= segment.start ? "subclause" : "clause",
    });
  const score = scoreGround(view, from, cue.start, polarity);
  if (score) return single(score);
  if (state.trigger && (polarity === "sanction" || REWARDED.has(state.trigger.value)))
    return single(state.trigger);
  const outer = outerGround(reading, polarity);
  if (outer) return single(outer);
  return single({
    value: defaultTrigger(cue.rule.type),
    rule: "default.trigger",
    ground: null,
    how: "default",
  });
}

function defaultTrigger(type: ConsequenceType): Trigger {
  if (type === "points_deduction") return "target_missed";
  return isSanction(type)
    ? "other"
    : type === "honour" || type === "full_bonus"
      ? "achievement"
      : "compliance";
}

/** a score below a line (sanction) or above one (reward) is a ground, whatever words go with it */
function scoreGround(
  view: ClauseView,
  from: number,
  to: number,
  polarity: "sanction" | "reward",
): TriggerFinding | null {
  const wanted = polarity === "sanction" ? ["at_most", "range"] : ["at_least", "range"];
  const score = view.quantities.find(
    (q) => q.kind === "points" && q.start >= from && q.end <= to && wanted.includes(q.form),
  );
  if (!score) return null;
  return {
    value: polarity === "sanction" ? "target_missed" : "achievement",
    rule: "ground.score",
    ground: null,
    how: "clause",
  };
}

/** 有前款行为: the grounds of the paragraph before */
const BACK = /有前[款条](?:规定|所列)?(?:的)?(?:行为|情形|违法)|前[款条](?:规定|所列)的?(?:行为|情形)/;

/** a trigger of this priority or less says only that some rule was broken */
const GENERIC = 20;

/** for a reference that leads nowhere: the first ground that the rest of the item names */
function groundOfItem({ context, view }: Reading, polarity: "sanction" | "reward"): TriggerFinding | null {
  const item = context.item[view.index];
  for (let i = view.index; i < context.views.length && context.item[i] === item; i++) {
    const other = context.views[i] as ClauseView;
    const specific = other.grounds.find(
      (ground) => ground.rule.priority > GENERIC && (ground.rule.polarity ?? polarity) === polarity,
    );
    if (specific)
      return { value: specific.rule.value, rule: specific.rule.id, ground: specific, how: "clause" };
  }
  return null;
}

/** the distinct grounds of the list that hangs on the clause, items that are consequences themselves left out */
function childGrounds(reading: Reading, polarity: "sanction" | "reward"): TriggerFinding[] {
  const found: TriggerFinding[] = [];
  for (const index of reading.context.children.get(reading.view.index) ?? []) {
    const child = reading.context.views[index] as ClauseView;
    if (hasConsequence(reading, child)) continue;
    const ground = groundIn(child, child.start, child.end, polarity, []);
    const finding: TriggerFinding = ground
      ? { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" }
      : {
          value: polarity === "sanction" ? "other" : "compliance",
          rule: "default.trigger",
          ground: null,
          how: "lead_in",
        };
    if (!found.some(({ value }) => value === finding.value)) found.push(finding);
  }
  const named = found.filter(({ ground }) => ground !== null);
  return polarity === "reward" && named.length > 0 ? named : found;
}

function hasConsequence(reading: Reading, child: ClauseView): boolean {
  return findCues(reading.indexes.cues, child)
    .flat()
    .some(
      (cue) =>
        structuralDrop(child, cue) === null &&
        guardDrop(reading.rules.guards, child, cue) === null &&
        /处|给予|责令|予以|罚|扣/.test(
          child.text.slice((child.segments[cue.segment] as Span).start, cue.end),
        ),
    );
}

function outerGround(reading: Reading, polarity: "sanction" | "reward"): TriggerFinding | null {
  const { context, view, indexes } = reading;
  for (const lead of [...(context.leads[view.index] ?? []), ...questionBefore(context, view)]) {
    const there = context.views[lead] as ClauseView;
    const ground = groundIn(there, there.start, there.end, polarity, []);
    if (ground) return { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" };
  }
  for (const span of [...view.clause.headings].reverse()) {
    const there = viewOf(view.clause, view.index, context.text, span, [], indexes);
    const ground = groundIn(there, there.start, there.end, polarity, []);
    if (ground && ground.rule.priority > GENERIC)
      return { value: ground.rule.value, rule: ground.rule.id, ground, how: "heading" };
  }
  return null;
}

/** a question that stands alone leads in the answers after it */
const ANSWERS = 14;

function questionBefore(context: Context, view: ClauseView): number[] {
  for (let i = view.index - 1; i >= 0 && i >= view.index - ANSWERS; i--) {
    const other = context.views[i] as ClauseView;
    if (other.clause.part !== view.clause.part) return [];
    if (context.text.slice(other.start, other.end).trimEnd().endsWith("?")) return [i];
  }
  return [];
}

function findAddressees(
  reading: Reading,
  cue: Candidate,
  from: number,
  drafts: readonly Draft[],
  triggers: readonly TriggerFinding[],
): { finding: AddresseeFinding; pairs: Draft["pairs"] } {
  const { view, context } = reading;
  const before = drafts[drafts.length - 1];
  if (cue.rule.hits !== null) {
    return {
      finding: { found: [{ value: cue.rule.hits, rule: cue.rule.id, noun: null }], how: "subclause" },
      pairs: null,
    };
  }
  const segmentStart = (view.segments[cue.segment] as Span).start;
  if (
    cue.rule.type === "points_deduction" &&
    triggers[0]?.value === "target_missed" &&
    !view.text.slice(segmentStart, cue.start).includes("对")
  ) {
    return {
      finding: { found: [{ value: "unit", rule: "document.score", noun: null }], how: "document" },
      pairs: null,
    };
  }
  const previous = before ? { segment: before.cue.segment, finding: before.addressee } : null;
  const own = findAddressee(view, cue, from, previous);
  const ground = triggers[0]?.ground;
  const segment = view.segments[cue.segment] as Span;
  if (
    own?.how === "clause" &&
    ground?.rule.personal &&
    isSanction(cue.rule.type) &&
    ground.start >= segment.start &&
    ground.end <= cue.start
  ) {
    return { finding: { found: [defaultAddressee(cue.rule.type)], how: "subclause" }, pairs: null };
  }
  if (own && own.how !== "default") return { finding: own, pairs: null };
  if (own) return { finding: own, pairs: null };
  const carried = carriedAddressee(reading, cue);
  if (carried) return { finding: carried, pairs: null };
  const pairs = childPairs(reading, cue);
  if (pairs) return pairs;
  for (const lead of context.leads[view.index] ?? []) {
    const found = addresseeOfText(context.views[lead] as ClauseView);
    if (found.length > 0) return { finding: { found, how: "lead_in" }, pairs: null };
  }
  const genre = reading.structured.parts.find(({ part }) => part === view.clause.part)?.genre;
  if (genre === "responsibility_contract") {
    return {
      finding: { found: [{ value: "unit", rule: "document.contract", noun: null }], how: "document" },
      pairs: null,
    };
  }
  return {
    finding: { found: [defaultAddressee(cue.rule.type, triggers[0]?.value)], how: "default" },
    pairs: null,
  };
}

/** what the item's earlier clauses were about; a new sentence with a ground of its own starts afresh */
function carriedAddressee({ view, state, context }: Reading, cue: Candidate): AddresseeFinding | null {
  const last = state.last;
  const career = last !== null && ["discipline", "removal", "dismissal", "demotion"].includes(last.type);
  const finding = cue.rule.type === "criminal_liability" && career ? last.addressee : state.addressee;
  if (!finding) return null;
  const continues = /[;:]\s*$/.test(context.text.slice(Math.max(0, view.start - 3), view.start));
  if (!continues && hasGroundOfItsOwn(view, cue)) return null;
  return { found: finding.found, how: finding.how === "subclause" ? "clause" : finding.how };
}

function hasGroundOfItsOwn(view: ClauseView, cue: Candidate): boolean {
  const first = view.segments.find(({ conditional }) => conditional);
  if (!first || first.end > cue.start) return false;
  return !view.markers.some(
    (marker) => marker.rule.marks === "tier" && marker.start >= first.start && marker.end <= first.end,
  );
}

/** the subjects of a list's items, where its lead-in names none */
function childPairs(
  reading: Reading,
  cue: Candidate,
): { finding: AddresseeFinding; pairs: Draft["pairs"] } | null {
  const polarity = isSanction(cue.rule.type) ? "sanction" : "reward";
  const pairs: { addressee: FoundAddressee; trigger: TriggerFinding }[] = [];
  let named = false;
  for (const index of reading.context.children.get(reading.view.index) ?? []) {
    const child = reading.context.views[index] as ClauseView;
    if (hasConsequence(reading, child)) continue;
    const found = addresseeOfItem(child);
    if (found.length > 0) named = true;
    const ground = groundIn(child, child.start, child.end, polarity, []);
    const trigger: TriggerFinding = ground
      ? { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" }
      : {
          value: polarity === "sanction" ? "other" : "compliance",
          rule: "default.trigger",
          ground: null,
          how: "lead_in",
        };
    for (const addressee of found.length > 0 ? found : [defaultAddressee(cue.rule.type)]) {
      if (
        !pairs.some(
          (pair) => pair.addressee.value === addressee.value && pair.trigger.value === trigger.value,
        )
      )
        pairs.push({ addressee, trigger });
    }
  }
  if (!named) return null;
  const all = pairs
    .map(({ addressee }) => addressee)
    .filter((entry, i, list) => list.findIndex(({ value }) => value === entry.value) === i);
  return { finding: { found: all, how: "lead_in" }, pairs };
}

function defaultAddressee(type: ConsequenceType, trigger?: Trigger): FoundAddressee {
  const merit = type === "honour" || trigger === "achievement" || trigger === "other";
  const rewarded: Addressee = type === "full_bonus" ? "staff" : merit ? "unspecified" : "family";
  return { value: isSanction(type) ? "party" : rewarded, rule: "default.addressee", noun: null };
}

function numberAlternatives(drafts: readonly Draft[]): Draft[] {
  let number = 0;
  const numbered: Draft[] = [...drafts];
  for (let i = 1; i < numbered.length; i++) {
    const left = numbered[i - 1] as Draft;
    const right = numbered[i] as Draft;
    if (!joinsByOr(left, right)) continue;
    const group = left.alternatives ?? ++number;
    numbered[i - 1] = { ...left, alternatives: group };
    numbered[i] = { ...right, alternatives: group };
  }
  return numbered;
}

function toRecords(structured: StructuredDocument, draft: Draft): Consequence[] {
  const { repaired, document, noise } = structured;
  const { view, cue, amounts } = draft;
  const span = toRaw(repaired, draft);
  const cueSpan = toRaw(repaired, cue);
  const why = (field: string, rule: string, at: Span): Why => {
    const raw = toRaw(repaired, at);
    return { field, rule, start: raw.start, end: raw.end, text: document.text.slice(raw.start, raw.end) };
  };
  const flags = new Set<Flag>();
  for (const { quantity } of amounts.used) for (const flag of quantity.flags) flags.add(flag);
  for (const record of noise) {
    if (record.start > span.end + 12) continue;
    if (record.kind === "ocr_error" && record.start < span.end + 2 && record.end > span.start - 12)
      flags.add("garbled");
    if (record.kind === "truncated" && record.start <= span.end + 2 && record.end >= span.start)
      flags.add("truncated");
  }
  const trail = [
    why("type", cue.rule.id, cue),
    ...draft.merged.map((other) => why("type", other.rule.id, other)),
    ...(cue.rule.licence && draft.licence ? [why("licence", cue.rule.licence, cue)] : []),
    ...amounts.used.map(({ field, quantity }) =>
      why(field, `quantity.${quantity.kind}.${quantity.form}`, quantity),
    ),
    ...(draft.authority ? [why("authority", "authority.由", draft.authority)] : []),
  ];
  const pairs =
    draft.pairs ??
    draft.addressee.found.flatMap((addressee) => draft.triggers.map((trigger) => ({ addressee, trigger })));
  return pairs.map(({ addressee, trigger }) => ({
    source: document.source,
    start: span.start,
    end: span.end,
    polarity: isSanction(draft.type) ? ("sanction" as const) : ("reward" as const),
    type: draft.type,
    cue: document.text.slice(cueSpan.start, cueSpan.end),
    addressee: addressee.value,
    trigger: trigger.value as Trigger,
    amount: amounts.amount,
    multiple: amounts.multiple,
    base: amounts.base,
    per: amounts.amount !== null || flags.has("masked") || amounts.multiple !== null ? amounts.per : null,
    months: amounts.months,
    flags: [...flags].sort((a, b) => (a < b ? -1 : 1)),
    part: view.clause.part,
    path: view.clause.path,
    tier: draft.tier,
    optional: draft.optional,
    alternatives: draft.alternatives,
    authority: draft.authority ? view.text.slice(draft.authority.start, draft.authority.end) : null,
    how: { addressee: draft.addressee.how, trigger: trigger.how as How },
    why: [
      ...trail,
      addressee.noun
        ? why("addressee", addressee.rule, addressee.noun)
        : { field: "addressee", rule: addressee.rule, start: span.start, end: span.start, text: "" },
      trigger.ground
        ? why("trigger", trigger.rule, trigger.ground)
        : { field: "trigger", rule: trigger.rule, start: span.start, end: span.start, text: "" },
    ],
  }));
}

function rejection(structured: StructuredDocument, _rules: RuleSet, cue: Candidate, drop: Drop): RejectedCue {
  const raw = toRaw(structured.repaired, cue);
  return {
    source: structured.document.source,
    start: raw.start,
    end: raw.end,
    type: cue.rule.type,
    cue: structured.document.text.slice(raw.start, raw.end),
    rule: cue.rule.id,
    because: drop.rule,
    reason: drop.reason,
  };
}
