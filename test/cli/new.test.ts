// A study of one's own: from a CSV or JSONL in a folder with spaces and Chinese characters to figures, and the same again elsewhere.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// the compiled library: notebooks run in processes of their own
import { main } from "../../dist/cli/main.js";
import { parseNotebook } from "../../src/notebooks/notebook.js";

/** Longest time of a test that runs a notebook, in milliseconds: seconds, but a busy machine takes longer. */
const LONG = 300_000;

const base = mkdtempSync(join(tmpdir(), "guizhang-"));
const folder = join(base, "我的 研究");
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function call(...args: string[]) {
  const text = { out: "", err: "" };
  const write = (to: "out" | "err") => (part: string) => {
    text[to] += part;
  };
  const io = { stdout: write("out"), stderr: write("err"), stdin: () => new Uint8Array(), terminal: false };
  return { status: await main(args, io), ...text };
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

describe("guizhang new from JSON lines", () => {
  const [texts, study] = ["texts.jsonl", "study"].map((name) => join(base, "行 文件", name)) as [
    string,
    string,
  ];
  const read = (...path: string[]) => readFileSync(join(study, ...path), "utf8").split("\n");
  beforeAll(async () => {
    mkdirSync(join(base, "行 文件"));
    writeFileSync(texts, `${GOOD}{"id": 3\n`);
    const made = await call("new", study, "--corpus", texts);
    // the third row is broken: named, passed over, and no reason to give up the others
    expect([made.status, made.err]).toEqual([1, expect.stringContaining("1 wrong")]);
    expect(made.out).toMatch(/^failed +.*texts\.jsonl, row 3 /m);
  }, LONG);

  test("the manifest has the columns of the rows, empty where a row has none", () => {
    const [heading, first, second, end] = read("data", "manifest.csv");
    expect(heading).toBe("source,bytes,sha256,title,issuer,date,place,url");
    expect(first).toMatch(
      /^texts\.jsonl#1,\d+,[0-9a-f]{64},消防办法,云岭县消防队,2019-03-01,云岭县,https:\/\/example\.org\/1$/,
    );
    expect(second).toMatch(/^texts\.jsonl#2,\d+,[0-9a-f]{64},,,,,$/);
    expect(end).toBe("");
  });

  test("tables, notebook and figures follow from the rows", () => {
    const rows = read("data", "study", "consequences.csv").filter((row) => row.includes("fine"));
    expect(rows).toEqual([expect.stringMatching(/^texts\.jsonl#1,.*\b5000\b/)]);
    expect(existsSync(join(study, "notebooks", "figures", "holdings.png"))).toBe(true);
  });

  test(
    "without the broken row it runs again to the same",
    async () => {
      writeFileSync(texts, GOOD);
      const { status, err } = await call("reproduce", study);
      expect([status, err]).toEqual([0, expect.stringContaining("all equal")]);
    },
    LONG,
  );
});

describe("guizhang new", () => {
  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "texts.csv"), CSV);
    const made = await call("new", join(folder, "study"), "--corpus", join(folder, "texts.csv"));
    expect([made.status, made.err]).toEqual([0, expect.stringContaining("stands; figures in")]);
  }, LONG);

  test("the manifest has every text with where it comes from", () => {
    const [heading, first, second] = readFileSync(
      join(folder, "study", "data", "manifest.csv"),
      "utf8",
    ).split("\n");
    expect(heading).toBe("source,bytes,sha256,title,issuer,date,place,url,shelf");
    expect(first).toMatch(
      /^texts\.csv#1,\d+,[0-9a-f]{64},消防办法,云岭县消防队,2019-03-01,云岭县,https:\/\/example\.org\/1,A$/,
    );
    expect(second).toMatch(/,南麓街道,2020-02-11,南麓街道,,B$/);
  });

  test("the notebook has outputs, and a figure a picture; a path of this machine stands nowhere", () => {
    const text = readFileSync(join(folder, "study", "notebooks", "01-first-look.ipynb"), "utf8");
    const { cells } = parseNotebook(text, "first look");
    const run = cells.filter(({ cell_type }) => cell_type === "code");
    expect(run.filter(({ outputs }) => outputs.length === 0)).toEqual([]);
    expect(existsSync(join(folder, "study", "notebooks", "figures", "holdings.png"))).toBe(true);
    const rows = readFileSync(join(folder, "study", "notebooks", "figures.rows.json"), "utf8");
    expect(rows).toContain('"data/study/parts.csv"');
    for (const written of [text, rows, readFileSync(join(folder, "study", "study.json"), "utf8")])
      expect(written).not.toContain(base);
  });

  test(
    "moved with its texts it is the same; a changed text, word or rule is a difference",
    async () => {
      const moved = join(base, "moved");
      renameSync(folder, moved);
      const study = join(moved, "study");
      const same = await call("reproduce", study);
      expect([same.status, same.out.match(/^(?!equal)/m)?.[0] ?? "", same.err]).toEqual([
        0,
        "",
        expect.stringContaining("all equal"),
      ]);
      writeFileSync(join(study, "data", "lexicon", "words.txt"), "春季植树\n");
      writeFileSync(join(moved, "texts.csv"), CSV.replace("五千元", "六千元"));
      const other = await call("reproduce", study);
      expect(other.status).toBe(1);
      for (const name of ["data/manifest.csv", "data/study/terms.csv", "data/study/consequences.csv"])
        expect(other.out).toMatch(new RegExp(`^differs +${name} `, "m"));
    },
    LONG,
  );

  test(
    "without its texts it goes on from the tables and says so",
    async () => {
      const [moved, kept] = [join(base, "moved"), join(base, "kept")];
      renameSync(join(moved, "study"), kept);
      const { status, err } = await call("reproduce", kept);
      expect([status, err]).toEqual([
        0,
        expect.stringContaining("the original texts are not at hand (study.json)"),
      ]);
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
