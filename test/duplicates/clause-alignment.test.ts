import { expect, test } from "vitest";
import { alignedClauses } from "../../src/duplicates/clause-alignment.js";
import { nearDuplicates } from "../../src/duplicates/near-duplicates.js";
import { seededRandom } from "../../src/stats/random.js";
import { structure } from "../../src/structure/structure.js";
import { syntheticText } from "./synthetic.js";

const random = seededRandom(5);
const filler = Array.from({ length: 4 }, () => syntheticText(150, random).replaceAll(/[\n。；]/g, ""));
const items = [
  `一、${filler[0]}罚款2000元；`,
  `二、${filler[1]}每月检查一次。`,
  `三、${filler[2]}发挥舆论监督作用。`,
  `四、${filler[3]}由安监局负责解释。`,
];
const structured = (source: string, text: string) =>
  structure({ source, text, encoding: "utf-8", bytes: 0, sha256: "" });
const full = structured("a.txt", `关于防火的决定\n${items.join("\n")}`);
const damaged = structured(
  "b.txt",
  `关于防火的决定\n—1—\n${[items[0]?.replace("2000元", "2025元"), items[2]?.replace("舆论", "～"), items[3]].join("")}`,
);
const documents = [full, damaged];
const text = (source: string) => documents.find((d) => d.document.source === source)?.document.text ?? "";
const rows = (all: boolean) => alignedClauses(documents, nearDuplicates(documents), { all });

test("each clause of the kept text stands beside its counterpart, with what the two print where they differ", () => {
  expect(
    rows(false).map(({ path, state, readings }) => [
      path,
      state,
      readings.map(({ kept, copy }) => [kept, copy]),
    ]),
  ).toEqual([
    ["一", "differs", [["2000", "2025"]]],
    ["二", "missing", [[expect.stringContaining("每月检查一次"), ""]]],
    ["三", "differs", [["舆论", "～"]]],
  ]);
});

test("with all, every clause of the kept text has one row a copy, and equal clauses print the same", () => {
  const all = rows(true);
  expect(all.map(({ kept }) => kept.start)).toEqual(full.clauses.map(({ start }) => start));
  for (const { state, kept, copy } of all) {
    expect(copy === null).toBe(state === "missing");
    if (state !== "same" || !copy) continue;
    expect(text("b.txt").slice(copy.start, copy.end)).toBe(text("a.txt").slice(kept.start, kept.end));
  }
  expect(all.filter(({ state }) => state === "same").length).toBe(2);
});

test("spans are in the text as read, across a page mark that repair removed", () => {
  const [first] = rows(false);
  expect(first?.copy && text("b.txt").slice(first.copy.start, first.copy.end)).toContain("罚款2025元");
});

test("what a copy inserts before a clause belongs to the clause", () => {
  const inserted = structured(
    "c.txt",
    full.document.text.replace(items[1]?.slice(2) as string, `某厂${items[1]?.slice(2)}`),
  );
  const [row, ...more] = alignedClauses([full, inserted], nearDuplicates([full, inserted]));
  expect(more).toEqual([]);
  expect(row).toMatchObject({ path: "二", state: "differs" });
  const other = row?.copy_source === "c.txt" ? inserted : full;
  const printed = [row?.kept, row?.copy].map((side) =>
    (side?.source === "c.txt" ? inserted : full).document.text.slice(side?.start, side?.end),
  );
  expect(printed.map((words) => words.startsWith("某厂")).sort()).toEqual([false, true]);
  expect(other.document.source).toBe(row?.copy_source);
});

test("templates and passages are not aligned", () => {
  const records = nearDuplicates(documents).map((record) => ({ ...record, level: "paragraph" as const }));
  expect(alignedClauses(documents, records)).toEqual([]);
  expect(alignedClauses([], nearDuplicates(documents))).toEqual([]);
});
