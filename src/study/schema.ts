import type { Column } from "../csv.js";
import { DUPLICATE_KINDS, DUPLICATE_LEVELS } from "../duplicates/records.js";
import {
  ADDRESSEES,
  BASES,
  HOW,
  RATES,
  REWARD_TYPES,
  SANCTION_TYPES,
  TRIGGERS,
} from "../provisions/records.js";
import { NOISE_KINDS } from "../repair/repaired-text.js";
import { GENRES, LEVELS } from "../structure/records.js";
import { CLAIM_TYPES } from "../targets/claims.js";
import { COMPARATORS, TARGET_ROLES, TARGET_UNITS } from "../targets/records.js";

/** A table of a Study as it stands on disk: `<name>.csv`. */
export interface TableSchema {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
}

const string = (name: string, description: string, values?: readonly string[]): Column =>
  values ? { name, type: "string", description, values } : { name, type: "string", description };
const integer = (name: string, description: string): Column => ({ name, type: "integer", description });
const number = (name: string, description: string): Column => ({ name, type: "number", description });
const boolean = (name: string, description: string): Column => ({ name, type: "boolean", description });
const json = (name: string, description: string): Column => ({ name, type: "json", description });

const SOURCE = string("source", "file, relative to the folder that was read");
const PART = string("part", "label of the constituent document within the file");
const SPAN = [
  integer("start", "first UTF-16 code unit in the decoded text as read"),
  integer("end", "UTF-16 code unit after the last"),
];
const side = (letter: "a" | "b"): Column[] => [
  string(`${letter}_source`, `file of document ${letter}`),
  string(`${letter}_part`, `label of the part that holds it; empty outside the parts`),
  integer(`${letter}_start`, `start of document ${letter}`),
  integer(`${letter}_end`, `end of document ${letter}`),
];
const interval = (name: string, unit: string): Column[] => [
  number(`${name}_min`, `lower bound, ${unit}; empty where open or absent`),
  number(`${name}_max`, `upper bound, ${unit}; empty where open or absent`),
];

/** Every table of a Study, in the order of the data flow. */
export const TABLES = {
  sources: {
    name: "sources",
    description: "The files that were read",
    columns: [
      SOURCE,
      integer("bytes", "size of the file in bytes"),
      string("sha256", "sha256 of the bytes, hexadecimal"),
      string("encoding", "how the bytes were decoded"),
      integer("characters", "length of the decoded text in UTF-16 code units"),
    ],
  },
  parts: {
    name: "parts",
    description: "The constituent documents of each file",
    columns: [
      SOURCE,
      PART,
      ...SPAN,
      string("title", "the document's own printed title without white space; empty where lost"),
      string("heading", "the collection's heading; empty where missing"),
      string("genre", "kind of document", GENRES),
      string("level", "administrative level of the issuer", LEVELS),
      string("year", "year as printed; empty where none is"),
      boolean("year_reliable", "whether that year can be trusted"),
      integer("clauses", "number of clauses"),
      integer("tokens", "number of word tokens"),
      string("cluster", "near-duplicate cluster; a document without a copy is a cluster of its own"),
      integer("weight", "1: counted; 0: left out, because its cluster is counted by another copy"),
    ],
  },
  noise: {
    name: "noise",
    description: "Findings of noise",
    columns: [
      SOURCE,
      ...SPAN,
      string("kind", "kind of noise", NOISE_KINDS),
      string("note", "what was found"),
    ],
  },
  duplicates: {
    name: "duplicates",
    description: "Pairs of near-duplicate documents",
    columns: [
      ...side("a"),
      ...side("b"),
      string("level", "what was compared", DUPLICATE_LEVELS),
      string("kind", "relation", DUPLICATE_KINDS),
      number("jaccard", "Jaccard similarity of the sets of character 5-grams"),
      number("containment_a_in_b", "share of the 5-grams of a that stand in b"),
      number("containment_b_in_a", "share of the 5-grams of b that stand in a"),
      string("cluster", "cluster that both belong to; empty where the relation joins none"),
      string("keep", "which of the two is kept for counting", ["a", "b", "both", "neither"]),
    ],
  },
  terms: {
    name: "terms",
    description: "Term counts by document",
    columns: [SOURCE, PART, string("term", "word or lexicon term"), integer("count", "occurrences")],
  },
  term_places: {
    name: "term_places",
    description: "Where tracked terms stand (data/lexicon/tracked-terms.csv)",
    columns: [
      SOURCE,
      PART,
      string("term", "tracked term, in any of its forms"),
      integer("start", "first UTF-16 code unit in the decoded text as read"),
    ],
  },
  neighbours: {
    name: "neighbours",
    description:
      "Words that stand in a clause with a node word: clause counts by document, for words with at least three common clauses in the documents that count",
    columns: [
      SOURCE,
      PART,
      string("node", "node word, in any of its forms"),
      string("term", "word; equal to the node in the row that counts the node itself"),
      integer("both", "clauses of the document with node and word"),
      integer("clauses", "clauses of the document with the word"),
    ],
  },
  consequences: {
    name: "consequences",
    description: "Sanctions and rewards: one record a type, addressee and trigger",
    columns: [
      SOURCE,
      PART,
      ...SPAN,
      string("path", "place in the outline"),
      string("polarity", "sanction or reward", ["sanction", "reward"]),
      string("type", "type of consequence (codebook)", [...Object.keys(SANCTION_TYPES), ...REWARD_TYPES]),
      string("cue", "the shortest expression that names the type, as printed"),
      string("addressee", "on whom it falls", ADDRESSEES),
      string("trigger", "for what", TRIGGERS),
      ...interval("amount", "yuan"),
      ...interval("multiple", "multiples of the base"),
      string("base", "base of the multiple", BASES),
      string("per", "unit that the amount is counted by", RATES),
      ...interval("months", "months"),
      json("flags", "masked, year_artifact, truncated, garbled"),
      string("tier", "escalation step"),
      boolean("optional", "whether the authority may (可以) impose it"),
      integer("alternatives", "number shared by records joined with 或者"),
      string("authority", "who imposes it"),
      string("how_addressee", "where the addressee was found", HOW),
      string("how_trigger", "where the trigger was found", HOW),
      json("why", "rules that fired: field, rule, span and the characters they rest on"),
    ],
  },
  targets: {
    name: "targets",
    description: "Indicators with their thresholds, points and deductions, one record each",
    columns: [
      SOURCE,
      PART,
      ...SPAN,
      string("path", "place in the outline"),
      string("item", "what is measured, as printed, shortened"),
      string("comparator", "how the value binds", COMPARATORS),
      number("value", "threshold in its unit; empty where masked, deleted or not a number"),
      number("value_max", "upper end of a printed range"),
      string("unit", "unit of the value", TARGET_UNITS),
      number("points", "points of the item"),
      json("deduction", "points lost per unit of shortfall: per, points, floor, step"),
      string("label", "enumerator of the item"),
      string("parent", "label of the item that holds it, else the heading above"),
      string("role", "what the value is", TARGET_ROLES),
      json("flags", "masked, truncated, garbled, relative, range"),
      string("addressee", "to whom a quota is given, as printed"),
    ],
  },
  claims: {
    name: "claims",
    description: "Claims that the numbers of a text can check, and whether they hold",
    columns: [
      SOURCE,
      PART,
      ...SPAN,
      string("type", "kind of claim", CLAIM_TYPES),
      string("claim", "what is claimed, in words"),
      json("operands", "printed numbers or listed items that the check uses"),
      string("formula", "how they are combined"),
      number("stated", "printed result; empty where none is"),
      number("computed", "computed result; empty where an operand is missing"),
      boolean("holds", "true, false; empty where it cannot be decided"),
      boolean(
        "holds_truncated",
        "whether a failing value is cut off instead of rounded; empty where it makes no difference",
      ),
      string("tolerance", "how exactly the numbers must agree"),
      string("note", "why it fails or cannot be decided"),
    ],
  },
  scorecards: {
    name: "scorecards",
    description:
      "Scoring systems: items, weights, bands with consequences, veto grounds, prizes, each number with its span",
    columns: [
      SOURCE,
      PART,
      ...SPAN,
      json("total_stated", "printed total with its span"),
      number("total_of_items", "sum of the outermost items"),
      json("items", "nested items with points, values and deduction rules"),
      json("components", "ways of assessment with their weights"),
      json("conversion", "from which scale to which"),
      json("bands", "ranges of the total with inclusive ends and consequences"),
      json("vetoes", "grounds that override the score, with consequences"),
      json("prizes", "what a rank earns or costs"),
      json("notes", "what does not add up"),
    ],
  },
} as const satisfies Record<string, TableSchema>;

export type TableName = keyof typeof TABLES;
