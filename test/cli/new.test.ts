// A study of one's own: from a CSV and JSON lines in a folder with spaces and Chinese characters to figures, and the same again elsewhere.
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseNotebook } from "../../src/notebooks/notebook.js";

/** Longest time of a test that runs a notebook, in milliseconds: seconds, but a busy machine takes longer. */
const LONG = 300_000;

const base = mkdtempSync(join(tmpdir(), "guizhang-"));
const folder = join(base, "我的 研究");
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A call as from a terminal, in a process of its own: most of its time is one notebook's run, and two runs fit beside each other. */
async function call(...args: string[]) {
  const child = spawn(process.execPath, [resolve("src/cli/guizhang.mjs"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((end) => child.on("close", end));
  const [out, err, status] = await Promise.all([readAll(child.stdout), readAll(child.stderr), ended]);
  return { status, out, err };
}

const CSV = `id,text,title,issuer,date,place,url,shelf
1,"消防安全管理办法
第一条 单位应当配备灭火器。
第二条 堵塞消防通道的，处五千元罚款。",消防办法,云岭县消防队,2019-03-01,云岭县,https://example.org/1,A
2,"关于春季植树的通知
一、各社区应当组织居民植树。
二、树苗由街道统一发放。",植树通知,南麓街道,2020-02-11,南麓街道,,B
`;

const JSONL = [
  {
    id: 1,
    text: "消防安全管理办法\n第一条 单位应当配备灭火器。\n第二条 堵塞消防通道的，处五千元罚款。",
    title: "消防办法",
    issuer: "云岭县消防队",
    date: "2019-03-01",
    place: "云岭县",
    url: "https://example.org/1",
  },
  { id: 2, text: "关于春季植树的通知\n一、各社区应当组织居民植树。\n二、树苗由街道统一发放。", title: null },
];
const GOOD = JSONL.map((row) => `${JSON.stringify(row)}\n`).join("");

describe("guizhang new", () => {
  const inStudy = (...path: string[]) => join(folder, "study", ...path);
  const rowsOf = (...path: string[]) => readFileSync(inStudy(...path), "utf8").split("\n");
  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "texts.csv"), CSV);
    writeFileSync(join(folder, "texts.jsonl"), GOOD);
    writeFileSync(join(folder, "broken.jsonl"), `${GOOD}{"id": 3\n`);
    const corpus = (...names: string[]) => names.flatMap((name) => ["--corpus", join(folder, name)]);
    const [made, broken] = await Promise.all([
      call("new", inStudy(), ...corpus("texts.csv", "texts.jsonl")),
      call("new", join(folder, "broken"), ...corpus("broken.jsonl")),
    ]);
    expect([made.status, made.err]).toEqual([0, expect.stringContaining("stands; figures in")]);
    // the third row is broken: named, passed over, and no reason to give up the others
    expect([broken.status, broken.err]).toEqual([1, expect.stringContaining("1 wrong")]);
    expect(broken.out).toMatch(/^failed +.*broken\.jsonl, row 3 /m);
  }, LONG);

  test("the manifest has every text with where it comes from, empty where a row does not say", () => {
    const [heading, first, second, third, fourth, end] = rowsOf("data", "manifest.csv");
    expect(heading).toBe("source,bytes,sha256,title,issuer,date,place,url,shelf");
    const from = "消防办法,云岭县消防队,2019-03-01,云岭县,https:\\/\\/example\\.org\\/1";
    expect(first).toMatch(new RegExp(`^texts\\.csv#1,\\d+,[0-9a-f]{64},${from},A$`));
    expect(second).toMatch(/,南麓街道,2020-02-11,南麓街道,,B$/);
    expect(third).toMatch(new RegExp(`^texts\\.jsonl#1,\\d+,[0-9a-f]{64},${from},$`));
    expect(fourth).toMatch(/^texts\.jsonl#2,\d+,[0-9a-f]{64},,,,,,$/);
    expect(end).toBe("");
  });

  test("tables follow from the rows, those beside a broken one too", () => {
    const fines = (rows: string[]) => rows.filter((row) => row.includes("fine"));
    expect(fines(rowsOf("data", "study", "consequences.csv"))).toEqual([
      expect.stringMatching(/^texts\.csv#1,.*\b5000\b/),
      expect.stringMatching(/^texts\.jsonl#1,.*\b5000\b/),
    ]);
    expect(fines(rowsOf("..", "broken", "data", "study", "consequences.csv"))).toEqual([
      expect.stringMatching(/^broken\.jsonl#1,.*\b5000\b/),
    ]);
    expect(rowsOf("..", "broken", "data", "manifest.csv")[0]).toBe(
      "source,bytes,sha256,title,issuer,date,place,url",
    );
    for (const name of ["study", "broken"])
      expect(existsSync(join(folder, name, "notebooks", "figures", "holdings.png"))).toBe(true);
  });

  test("the notebook has outputs; a path of this machine stands nowhere", () => {
    const text = readFileSync(inStudy("notebooks", "01-first-look.ipynb"), "utf8");
    const { cells } = parseNotebook(text, "first look");
    const run = cells.filter(({ cell_type }) => cell_type === "code");
    expect(run.filter(({ outputs }) => outputs.length === 0)).toEqual([]);
    const rows = readFileSync(inStudy("notebooks", "figures.rows.json"), "utf8");
    expect(rows).toContain('"data/study/parts.csv"');
    for (const written of [text, rows, readFileSync(inStudy("study.json"), "utf8")])
      expect(written).not.toContain(base);
  });

  test(
    "moved with its texts it is the same, and so it is once a broken row is mended",
    async () => {
      const moved = join(base, "moved");
      renameSync(folder, moved);
      writeFileSync(join(moved, "broken.jsonl"), GOOD);
      for (const { status, out, err } of await Promise.all(
        ["study", "broken"].map((name) => call("reproduce", join(moved, name))),
      )) {
        expect([status, out.match(/^(?!equal)./m)?.[0] ?? "", err]).toEqual([
          0,
          "",
          expect.stringContaining("all equal"),
        ]);
      }
    },
    LONG,
  );

  test(
    "a changed text, word or rule is a difference; without its texts it goes on from the tables and says so",
    async () => {
      const [study, kept] = [join(base, "moved", "study"), join(base, "kept")];
      cpSync(study, kept, { recursive: true });
      writeFileSync(join(study, "data", "lexicon", "words.txt"), "春季植树\n");
      writeFileSync(join(base, "moved", "texts.csv"), CSV.replace("五千元", "六千元"));
      const [other, alone] = await Promise.all([call("reproduce", study), call("reproduce", kept)]);
      expect(other.status).toBe(1);
      for (const name of ["data/manifest.csv", "data/study/terms.csv", "data/study/consequences.csv"])
        expect(other.out).toMatch(new RegExp(`^differs +${name} `, "m"));
      const said = expect.stringContaining("the original texts are not at hand (study.json)");
      expect([alone.status, alone.err]).toEqual([0, said]);
    },
    LONG,
  );

  test("a folder that holds something, no corpus, and a folder that is no study are wrong calls", async () => {
    for (const [args, message] of [
      [["new", base, "--corpus", "data/teaching"], "expected a new or empty folder"],
      [["new", join(base, "x")], "new expects --corpus PATH"],
      [["new", join(base, "x"), "--corpus", "data\\none"], "expected a file or folder, found nothing"],
      [["reproduce", base], "expected a study made by guizhang new"],
    ] as const) {
      const { status, err } = await call(...args);
      expect([status, err]).toEqual([2, expect.stringContaining(message)]);
    }
    expect(existsSync(join(base, "x"))).toBe(false);
  });
});
