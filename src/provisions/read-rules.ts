import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { LineCounter, parseDocument } from "yaml";
import { checkFile, type RuleEdit } from "./check-rules.js";
import type { Rule, RuleSet } from "./rule-types.js";

/** The layers that come with the package, in the order in which they are read. */
export const LAYERS = ["base", "statute", "family-planning"] as const;
export type Layer = (typeof LAYERS)[number];

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const rulesFolder = join(root, "data", "lexicon", "rules");

/**
 * Reads the rules of the package and, on top of them, a user's own.
 *
 * A file of one's own may add rules, `disable` rules of the layers below by id and `prioritise` them; it cannot change
 * what a rule says, so that updates of the layers merge.
 *
 * @param options `layers` to read (default all three), `overlays`: paths of YAML files laid on top
 * @returns the checked rules
 * @throws RangeError where a file breaks the schema; the message names file, line and what was expected
 */
export function readRules(
  options: { readonly layers?: readonly string[]; readonly overlays?: readonly string[] } = {},
): RuleSet {
  const files = (options.layers ?? LAYERS).flatMap(layerFiles);
  const rules = new Map<string, Rule>();
  const versions = new Map<string, string>();
  for (const file of [...files, ...(options.overlays ?? [])]) {
    const name = files.includes(file) ? relative(root, file) : file;
    const checked = parseRules(readFileSync(file, "utf8"), name);
    versions.set(checked.layer, checked.version);
    for (const rule of checked.rules) {
      const known = rules.get(rule.id);
      if (known)
        throw new RangeError(
          `${name}:${rule.line}: rule id ${rule.id} already stands in ${known.file}:${known.line}`,
        );
      rules.set(rule.id, rule);
    }
    for (const edit of checked.edits) apply(edit, rules, name);
  }
  return compileSet(
    [...rules.values()],
    [...versions].map(([layer, version]) => `${layer}@${version}`).join("+"),
  );
}

/** Parses and checks the text of one rule file; `name` stands in messages. */
export function parseRules(text: string, name: string): ReturnType<typeof checkFile> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const error = document.errors[0];
  if (error)
    throw new RangeError(`${name}:${lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`);
  return checkFile(document, lines, name);
}

function layerFiles(layer: string): string[] {
  if (!LAYERS.includes(layer as Layer))
    throw new RangeError(`rule layer must be one of ${LAYERS.join(", ")}, got ${layer}`);
  const folder = join(rulesFolder, layer);
  const names = existsSync(folder) ? readdirSync(folder) : []; // a layer may have no rules yet
  return names
    .filter((name) => name.endsWith(".yaml"))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

function apply(edit: RuleEdit, rules: Map<string, Rule>, name: string): void {
  const rule = rules.get(edit.id);
  if (!rule)
    throw new RangeError(
      `${name}:${edit.line}: ${edit.action} names rule ${edit.id}, which no layer below has`,
    );
  if (edit.action === "disable") rules.delete(edit.id);
  else rules.set(edit.id, { ...rule, priority: edit.priority });
}

/** Sorts rules by kind and checks what points from one rule to another. */
export function compileSet(rules: readonly Rule[], version: string): RuleSet {
  const licences = new Map(
    rules.flatMap((rule) => (rule.kind === "licence" ? [[rule.id, rule] as const] : [])),
  );
  const cues = rules.flatMap((rule) => (rule.kind === "cue" ? [rule] : []));
  for (const cue of cues) {
    if (cue.licence !== null && !licences.has(cue.licence)) {
      throw new RangeError(
        `${cue.file}:${cue.line}: rule ${cue.id} needs licence ${cue.licence}, which no rule defines`,
      );
    }
  }
  return {
    version,
    cues,
    licences,
    guards: rules.flatMap((rule) => (rule.kind === "guard" ? [rule] : [])),
    addressees: rules.flatMap((rule) => (rule.kind === "addressee" ? [rule] : [])),
    triggers: rules.flatMap((rule) => (rule.kind === "trigger" ? [rule] : [])),
    markers: rules.flatMap((rule) => (rule.kind === "marker" ? [rule] : [])),
    documents: rules.flatMap((rule) => (rule.kind === "document" ? [rule] : [])),
  };
}
