import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { consequences } from "../../src/provisions/consequences.js";
import { loadRules } from "../../src/provisions/load-rules.js";
import { plainDocument } from "../../src/provisions/plain-document.js";
import { parseRules, readRules } from "../../src/provisions/read-rules.js";
import { checkExamples } from "../../src/provisions/rule-examples.js";

const folder = mkdtempSync(join(tmpdir(), "guizhang-rules-"));
afterAll(() => rmSync(folder, { recursive: true }));
function overlay(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const rules = readRules();

describe("the rules of the package", () => {
  it("bear out their own examples", () => {
    expect(checkExamples(rules).map(({ message }) => message)).toEqual([]);
  });

  it.each(["cues", "licences", "guards", "addressees", "triggers", "markers", "documents"] as const)(
    "give every one of the %s an example of either kind",
    (kind) => {
      const bare = [...rules[kind].values()].filter(({ yes, no }) => yes.length === 0 || no.length === 0);
      expect(bare.map(({ id }) => id)).toEqual([]);
    },
  );

  it("name no place, no person and no file", () => {
    const words = [...rules.cues, ...rules.addressees, ...rules.triggers, ...rules.guards].flatMap((rule) => [
      ...rule.yes,
      ...rule.no,
      ...("match" in rule ? rule.match : []),
    ]);
    expect(words.filter((word) => /\.txt|省.{0,4}市.{1,4}县/.test(word))).toEqual([]);
  });
});

describe("a rule file with a slip", () => {
  const cue = (line: string) =>
    `layer: mine\nversion: 1.0.0\ncues:\n  - id: x.y\n    note: n\n    type: fine\n    match: [罚]\n${line}`;
  it.each([
    [
      "an unknown type",
      cue("").replace("type: fine", "type: fien"),
      /slip\.yaml:6: rule x\.y: expected type to be a type of the codebook/,
    ],
    ["an unknown field", cue("    licences: imposed\n"), /slip\.yaml:8: rule x\.y: unknown field licences/],
    ["an unknown section", "layer: mine\nversion: 1.0.0\nceus: []\n", /slip\.yaml:3: unknown key ceus/],
    ["a missing note", cue("").replace("    note: n\n", ""), /slip\.yaml:4: rule x\.y: expected note/],
    ["an unknown list", cue("").replace("[罚]", '["@NOWHERE"]'), /slip\.yaml:7: no list @NOWHERE/],
    ["broken YAML", "layer: mine\nversion: [1\n", /slip\.yaml:\d+: /],
    ["a literal that is a whole sentence", cue("").replace("罚", "罚".repeat(60)), /literals of at most 40/],
  ])("is told with file and line: %s", (_, text, message) => {
    expect(() => parseRules(text, "slip.yaml")).toThrow(message);
  });
});

describe("a user's overlay", () => {
  it("adds a rule", () => {
    const path = overlay(
      "add.yaml",
      "layer: mine\nversion: 1.0.0\ncues:\n  - id: mine.贴红条\n    note: a local custom\n    type: criticism\n    match: [贴红条]\n    yes: [对乱堆放的住户贴红条。]\n    no: [红条。]\n",
    );
    const { rules: mine, broken } = loadRules([path]);
    expect(
      consequences(plainDocument("对乱堆放的住户贴红条。"), { rules: mine }).map(({ type }) => type),
    ).toEqual(["criticism"]);
    expect(broken).toEqual([]);
  });

  it("disables a rule by id and hears which examples no longer hold", () => {
    const path = overlay("disable.yaml", "layer: mine\nversion: 1.0.0\ndisable: [fine.罚款]\n");
    const { rules: mine } = loadRules([path]);
    expect(consequences(plainDocument("对当事人罚款二百元。"), { rules: mine })).toEqual([]);
  });

  it("cannot disable what is not there", () => {
    const path = overlay("nothing.yaml", "layer: mine\nversion: 1.0.0\ndisable:\n  - fine.nothing\n");
    expect(() => readRules({ overlays: [path] })).toThrow(
      /nothing\.yaml:4: disable names rule fine\.nothing/,
    );
  });

  it("is refused where its own example fails", () => {
    const path = overlay(
      "wrong.yaml",
      "layer: mine\nversion: 1.0.0\ncues:\n  - id: mine.x\n    note: n\n    type: fine\n    match: [缴费]\n    yes: [对当事人罚款。]\n",
    );
    expect(() => loadRules([path])).toThrow(/wrong\.yaml:4: rule mine\.x takes no effect/);
  });
});
