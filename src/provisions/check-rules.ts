import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";
import { fold } from "../quantities/fold.js";
import { COMMON, FIELDS, SECTIONS, TOP } from "./rule-schema.js";
import type { Rule } from "./rule-types.js";

/** What an overlay does to a rule of a layer below. */
export type RuleEdit =
  | { readonly action: "disable"; readonly id: string; readonly line: number }
  | { readonly action: "prioritise"; readonly id: string; readonly line: number; readonly priority: number };

interface Checked {
  readonly layer: string;
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly edits: readonly RuleEdit[];
}

/** Checks one parsed rule file against the schema; throws a RangeError that names file, line and what was expected. */
export function checkFile(document: Document, lines: LineCounter, name: string): Checked {
  const at = (node: Node | null | undefined) => lines.linePos(node?.range?.[0] ?? 0).line;
  const stop = (line: number, message: string): never => {
    throw new RangeError(`${name}:${line}: ${message}`);
  };
  const top = document.contents;
  if (!isMap(top)) return stop(1, `expected a map with the keys ${TOP.join(", ")}`);
  for (const { key } of top.items) {
    if (!TOP.includes(String(key)))
      stop(at(key as Node), `unknown key ${String(key)}, expected one of ${TOP.join(", ")}`);
  }
  const layer = top.get("layer");
  const version = top.get("version");
  if (typeof layer !== "string") return stop(1, "expected layer: a text");
  if (typeof version !== "string") return stop(1, "expected version: a text such as 1.0.0");
  const lists = readLists(top, at, stop);
  const rules: Rule[] = [];
  for (const section of SECTIONS) {
    const entries = top.get(section, true) as unknown;
    if (entries === undefined) continue;
    if (!isSeq(entries)) return stop(at(entries as Node), `expected ${section} to be a list`);
    for (const entry of entries.items) {
      if (!isMap(entry)) return stop(at(entry as Node), `expected a rule with id and note in ${section}`);
      rules.push(checkRule(entry, section, { layer, name, lists, at, stop }));
    }
  }
  return { layer, version, rules, edits: readEdits(top, at, stop) };
}

interface Place {
  readonly layer: string;
  readonly name: string;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly at: (node: Node | null | undefined) => number;
  readonly stop: (line: number, message: string) => never;
}

function checkRule(entry: YAMLMap, section: (typeof SECTIONS)[number], place: Place): Rule {
  const fields = { ...COMMON, ...FIELDS[section] };
  const line = place.at(entry);
  const id = String(entry.get("id") ?? "without id");
  const rule: Record<string, unknown> = {
    kind: section.slice(0, -1),
    layer: place.layer,
    file: place.name,
    line,
  };
  for (const { key } of entry.items) {
    if (!Object.hasOwn(fields, String(key))) {
      place.stop(
        place.at(key as Node),
        `rule ${id}: unknown field ${String(key)}, expected one of ${Object.keys(fields).join(", ")}`,
      );
    }
  }
  for (const [field, { check, otherwise }] of Object.entries(fields)) {
    const node = entry.get(field, true) as Node | undefined;
    if (node === undefined) {
      if (otherwise === undefined) place.stop(line, `rule ${id}: expected ${field}`);
      rule[field] = otherwise;
      continue;
    }
    const value = withLists(isScalar(node) ? node.value : (node as YAMLMap).toJSON(), place, place.at(node));
    rule[field] = check(value, (expected) =>
      place.stop(
        place.at(node),
        `rule ${id}: expected ${field} to be ${expected}, got ${JSON.stringify(value)}`,
      ),
    );
  }
  return rule as unknown as Rule;
}

/** replaces entries such as "@NEGATED" by the list of that name */
function withLists(value: unknown, place: Place, line: number): unknown {
  if (!Array.isArray(value)) return value;
  return value.flatMap((entry) => {
    if (typeof entry !== "string" || !entry.startsWith("@")) return [entry];
    return place.lists.get(entry.slice(1)) ?? place.stop(line, `no list ${entry} in this file`);
  });
}

function readLists(top: YAMLMap, at: Place["at"], stop: Place["stop"]): Map<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  const node = top.get("lists", true) as unknown;
  if (node === undefined) return lists;
  if (!isMap(node)) return stop(at(node as Node), "expected lists to be a map of names to lists of texts");
  for (const { key, value } of node.items) {
    const entries = isSeq(value) ? (value.toJSON() as unknown) : null;
    if (!Array.isArray(entries) || !entries.every((entry) => typeof entry === "string")) {
      return stop(at(key as Node), `expected list ${String(key)} to be a list of texts`);
    }
    lists.set(String(key), entries.map(fold));
  }
  return lists;
}

function readEdits(top: YAMLMap, at: Place["at"], stop: Place["stop"]): RuleEdit[] {
  const edits: RuleEdit[] = [];
  const disable = top.get("disable", true) as unknown;
  if (isSeq(disable)) {
    for (const node of disable.items as Node[])
      edits.push({ action: "disable", id: String(node), line: at(node) });
  } else if (disable !== undefined) stop(at(disable as Node), "expected disable to be a list of rule ids");
  const prioritise = top.get("prioritise", true) as unknown;
  if (isMap(prioritise)) {
    for (const { key, value } of prioritise.items) {
      const priority = isScalar(value) ? value.value : null;
      if (typeof priority !== "number")
        stop(at(key as Node), `expected prioritise ${String(key)} to be a number`);
      edits.push({
        action: "prioritise",
        id: String(key),
        line: at(key as Node),
        priority: priority as number,
      });
    }
  } else if (prioritise !== undefined)
    stop(at(prioritise as Node), "expected prioritise to be a map of rule ids to numbers");
  return edits;
}
