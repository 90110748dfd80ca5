import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, callForRecords } from "./call.js";

// 𠮷 is two code units and one code point: offsets after it differ between our records and a coder's tool.
const TEXT =
  "𠮷村规定\n第四条 未按规定报告的，罚款200元。\n第五条 拒不接受检查的，按本规定第九条给予处罚，不得罚款。\n";
const folder = mkdtempSync(join(tmpdir(), "guizhang-coding-"));
const file = join(folder, "a.txt");
beforeAll(() => writeFileSync(file, TEXT));
afterAll(() => rmSync(folder, { recursive: true }));

const CODES = [
  "start",
  "end",
  "type",
  "addressee",
  "trigger",
  "amount",
  "multiple",
  "base",
  "per",
  "months",
  "flags",
];
const codes = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => CODES.map((name) => row[name] ?? null));

describe("codings go out and come back the same", () => {
  it.each(["csv", "label-studio"])("through %s", async (form) => {
    const { rows } = await callForRecords("consequences", file);
    expect(rows.length).toBeGreaterThan(1);
    const out = join(folder, `out.${form}`);
    expect((await call("export", "--to", form, "--output", out, file)).status).toBe(0);
    const back = await callForRecords("import", "--from", form, out);
    expect(codes(back.rows)).toEqual(codes(rows));
  });

  it("through brat, which counts 𠮷 once, and agreement finds them equal", async () => {
    const { rows, out } = await callForRecords("consequences", file);
    const brat = join(folder, "brat");
    expect((await call("export", "--to", "brat", "--output", brat, file)).status).toBe(0);
    const first = rows[0] as { start: number };
    expect(readFileSync(join(brat, "a.ann"), "utf8")).toContain(`T1\tfine ${first.start - 1} `);
    const back = await callForRecords("import", "--from", "brat", join(brat, "a.ann"));
    expect(codes(back.rows)).toEqual(codes(rows));
    const [one, other] = [join(folder, "one.jsonl"), join(folder, "other.jsonl")];
    writeFileSync(one, out);
    writeFileSync(other, back.out);
    const agreement = await callForRecords("agreement", one, other);
    expect(agreement.rows.find(({ group }) => group === "all")).toMatchObject({ f1: 1 });
  });

  it("as IG Script, a line a record", async () => {
    const { out } = await call("export", "--to", "ig-script", file);
    expect(out.split("\n")[0]).toBe(
      "Cac[trigger=reporting](未按规定报告) I[type=fine](罚款) Bdir[addressee=party]() Cex(200元)",
    );
  });
});

describe("what is asked wrongly is told", () => {
  it.each([
    [["export", "--to", "brat", "x"], /--to brat expects --output FOLDER/],
    [["export", "--to", "word", "x"], /--to expects one of/],
    [["import", "--from", "csv"], /expected a file that a coder corrected/],
    [["import", "--from", "csv", "nowhere.csv"], /nowhere\.csv: expected a file or folder, found nothing/],
  ])("%j", async (args, message) => {
    const { status, err } = await call(...args);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it("a rule file with a slip, by file and line", async () => {
    const rules = join(folder, "mine.yaml");
    writeFileSync(
      rules,
      "layer: mine\nversion: 1.0.0\ncues:\n  - id: a.b\n    note: n\n    type: fien\n    match: [罚]\n",
    );
    const { status, err } = await call("consequences", "--rules", rules, file);
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/mine\.yaml:6: rule a\.b: expected type to be a type/),
    ]);
  });
});

describe("explain", () => {
  it("shows every cue of the one clause that holds an offset, kept or dropped, and why", async () => {
    const { err } = await call("consequences", "--at", String(TEXT.indexOf("给予处罚")), file);
    const lines = err.split("\n");
    expect(lines[0]).toContain("拒不接受检查的");
    expect(lines.filter((line) => line.startsWith("+ "))).toHaveLength(1);
    expect(err).toContain("reference.unresolved (第九条)");
    expect(lines.filter((line) => line.startsWith("- ")).join()).toContain("罚款");
    expect(err).toContain("dropped by structure.neighbour");
    expect(err).not.toContain("200元");
  });
});

describe("obligations", () => {
  it("counts words beside consequences", async () => {
    const { rows } = await callForRecords("obligations", file);
    expect(rows[0]).toMatchObject({ shall: 0, may_not: 1, total: 1, sanctions: 2, rewards: 0 });
  });
});

it("--blank gives bare texts to be coded unseen, in each form that can be read back", async () => {
  const to = join(folder, "unseen");
  expect((await call("export", "--blank", "--to", "brat", file, "--output", to)).status).toBe(0);
  expect(readFileSync(join(to, "a.txt"), "utf8")).toBe(TEXT);
  expect(readFileSync(join(to, "a.ann"), "utf8")).toBe("");
  const csv = await call("export", "--blank", "--to", "csv", file);
  expect([csv.status, csv.out.trim().split("\n").length]).toEqual([0, 1]);
  const tasks = await call("export", "--blank", "--to", "label-studio", file);
  expect(tasks.out).toContain("未按规定报告的");
  expect(tasks.out).not.toContain("fine");
  const wrong = await call("export", "--blank", "--to", "ig-script", file);
  expect([wrong.status, wrong.err]).toEqual([
    2,
    "guizhang: --blank expects --to csv, label-studio, brat, found ig-script\n",
  ]);
});
