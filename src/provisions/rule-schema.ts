import { fold } from "../quantities/fold.js";
import { ADDRESSEES, isConsequenceType, TRIGGERS } from "./records.js";

/** Gives back the checked value, or calls `fail` with what was expected. */
type Check = (value: unknown, fail: (expected: string) => never) => unknown;
/** The kinds of rules, each a list of a rule file. */
export const SECTIONS = [
  "cues",
  "licences",
  "guards",
  "addressees",
  "triggers",
  "markers",
  "documents",
] as const;
export const TOP = ["layer", "version", "lists", ...SECTIONS, "disable", "prioritise"];
const MAX_LITERAL = 40;

const oneOf =
  (values: readonly string[]): Check =>
  (value, fail) =>
    typeof value === "string" && values.includes(value) ? value : fail(`one of ${values.join(", ")}`);
const flag: Check = (value, fail) => (typeof value === "boolean" ? value : fail("true or false"));
const number: Check = (value, fail) =>
  typeof value === "number" && Number.isFinite(value) ? value : fail("a number");
const text: Check = (value, fail) => (typeof value === "string" && value !== "" ? value : fail("a text"));
const texts: Check = (value, fail) =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string" && entry !== "")
    ? value
    : fail("a list of texts");
const literals: Check = (value, fail) => {
  const written = texts(value, fail) as string[];
  const list = [...new Set(written.flatMap((entry) => alternatives(fold(entry))))];
  const long = list.find((entry) => entry.length > MAX_LITERAL);
  return long === undefined
    ? list
    : fail(`literals of at most ${MAX_LITERAL} characters, not ${long.length}`);
};
/** `(给予|予以)…(补贴|津贴)` stands for every literal that one of each group makes */
function alternatives(literal: string): string[] {
  const group = /\(([^()]*\|[^()]*)\)/.exec(literal);
  if (!group) return [literal];
  const rest = alternatives(literal.slice(group.index + group[0].length));
  return (group[1] as string)
    .split("|")
    .flatMap((one) => rest.map((tail) => literal.slice(0, group.index) + one + tail));
}
const type: Check = (value, fail) =>
  typeof value === "string" && isConsequenceType(value)
    ? value
    : fail("a type of the codebook (such as fine or subsidy)");
const types: Check = (value, fail) =>
  value === null
    ? null
    : Array.isArray(value)
      ? value.map((entry) => type(entry, fail))
      : fail("a list of types or null");
const addressees: Check = (value, fail) => {
  const check = oneOf(ADDRESSEES);
  return Array.isArray(value) ? value.map((entry) => check(entry, fail)) : [check(value, fail)];
};
const takes: Check = (value, fail) =>
  Array.isArray(value)
    ? value.map((entry) => oneOf(["amount", "multiple", "months", "points"])(entry, fail))
    : fail("a list of amount, multiple, months, points");
const nullable =
  (check: Check): Check =>
  (value, fail) =>
    value === null ? null : check(value, fail);

interface Field {
  readonly check: Check;
  readonly otherwise?: unknown;
}
/** Fields that every rule has. */
export const COMMON: Record<string, Field> = {
  id: { check: text },
  note: { check: text },
  yes: { check: texts, otherwise: [] },
  no: { check: texts, otherwise: [] },
  priority: { check: number, otherwise: 50 },
};
/** Fields of each kind, with what stands where a rule leaves them out. */
export const FIELDS: Record<(typeof SECTIONS)[number], Record<string, Field>> = {
  cues: {
    type: { check: type },
    match: { check: literals },
    before: { check: literals, otherwise: [] },
    after: { check: literals, otherwise: [] },
    not_before: { check: literals, otherwise: [] },
    not_after: { check: literals, otherwise: [] },
    licence: { check: nullable(text), otherwise: null },
    extend: { check: oneOf(["none", "segment"]), otherwise: "none" },
    takes: { check: takes, otherwise: [] },
    subject: { check: oneOf(["addressee", "authority"]), otherwise: "authority" },
    object: { check: flag, otherwise: false },
    carrier: { check: flag, otherwise: false },
    hits: { check: nullable(oneOf(ADDRESSEES)), otherwise: null },
    states: { check: nullable(number), otherwise: null },
    part: { check: flag, otherwise: false },
    reach: { check: number, otherwise: 40 },
  },
  licences: {
    before: { check: literals, otherwise: [] },
    after: { check: literals, otherwise: [] },
    quantity: { check: flag, otherwise: false },
    period: { check: nullable(flag), otherwise: null },
    clause: { check: literals, otherwise: [] },
    sentence: { check: literals, otherwise: [] },
    same: { check: flag, otherwise: false },
    ground: { check: flag, otherwise: false },
    addressee: { check: flag, otherwise: false },
    breach: { check: flag, otherwise: false },
    special: { check: flag, otherwise: false },
    row: { check: flag, otherwise: false },
    enjoyer: { check: flag, otherwise: false },
  },
  guards: {
    types: { check: types, otherwise: null },
    reason: { check: text },
    before: { check: literals, otherwise: [] },
    after: { check: literals, otherwise: [] },
    left: { check: literals, otherwise: [] },
    right: { check: literals, otherwise: [] },
    clause: { check: literals, otherwise: [] },
    unless: { check: literals, otherwise: [] },
  },
  addressees: {
    value: { check: addressees },
    match: { check: literals },
    not_before: { check: literals, otherwise: [] },
    not_after: { check: literals, otherwise: [] },
    authority: { check: flag, otherwise: false },
    special: { check: flag, otherwise: false },
    office: { check: flag, otherwise: false },
  },
  triggers: {
    value: { check: oneOf(TRIGGERS) },
    match: { check: literals },
    not_before: { check: literals, otherwise: [] },
    not_after: { check: literals, otherwise: [] },
    polarity: { check: nullable(oneOf(["sanction", "reward"])), otherwise: null },
    personal: { check: flag, otherwise: false },
    due: { check: flag, otherwise: false },
    offender: { check: nullable(oneOf(ADDRESSEES)), otherwise: null },
  },
  documents: {
    match: { check: literals },
    not_before: { check: literals, otherwise: [] },
    not_after: { check: literals, otherwise: [] },
    sanctions: { check: oneOf(ADDRESSEES) },
    rewards: { check: oneOf(ADDRESSEES) },
  },
  markers: {
    marks: { check: oneOf(["tier", "optional", "ground", "authority_end", "lapse"]) },
    match: { check: literals },
  },
};
