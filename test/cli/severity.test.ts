// The command on the teaching corpus: format, options, refusals, and copies that change nothing.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../src/cli/severity.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "severity-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function call(...args: string[]): Promise<{ out: string; err: string; status: number }> {
  let out = "";
  let err = "";
  const status = await run(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    stdin: () => new Uint8Array(),
    terminal: false,
  });
  return { out, err, status };
}

const rows = (out: string) =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("records carry the fields of the contract, in its order, the same bytes at each call", async () => {
  const first = await call("data/teaching");
  expect(first.status).toBe(0);
  expect(Object.keys(rows(first.out)[0]).slice(0, 9)).toEqual([
    "group",
    "value",
    "records",
    "clusters",
    "scale",
    "statistic",
    "estimate",
    "lower",
    "upper",
  ]);
  expect((await call("data/teaching")).out).toBe(first.out);
  expect((await call("data/teaching", "--seed", "2")).out).not.toBe("");
});

test("every grouping and every scale answers, undefined numbers are null with a note", async () => {
  for (const by of ["type", "addressee", "trigger", "source", "part", "genre"]) {
    const list = rows((await call("data/teaching", "--by", by, "--draws", "50")).out);
    expect(new Set(list.map((row) => row.group))).toEqual(new Set([by]));
  }
  for (const scale of [
    "amount",
    "binary",
    "concave",
    "document_maximum",
    "family_rank",
    "geometric",
    "months",
  ]) {
    const list = rows((await call("data/teaching", "--scale", scale, "--draws", "50")).out);
    expect(list.some((row) => row.estimate !== null)).toBe(true);
    for (const row of list) if (row.estimate === null || row.lower === null) expect(row.note).not.toBe("");
  }
});

test("the kind of interval can be asked for, and changes no estimate", async () => {
  const estimates = async (method: string) => {
    const args = ["data/teaching", "--by", "all", "--method", method, "--draws", "50"];
    return rows((await call(...args)).out).map((row) => row.estimate);
  };
  expect(await estimates("bca")).toEqual(await estimates("percentile"));
  await expect(call("data/teaching", "--method", "normal")).rejects.toThrow(
    "--method expects one of percentile, bca",
  );
});

test("a document pasted fifty times changes nothing, unless copies are to be counted", async () => {
  const once = join(folder, "once");
  const often = join(folder, "often");
  for (const target of [once, often]) {
    for (const name of ["02-fire-decision.txt", "03-waste-accountability.txt"]) {
      cpSync(`data/teaching/${name}`, join(target, name));
    }
  }
  for (let i = 0; i < 50; i++) {
    cpSync("data/teaching/02-fire-decision.txt", join(often, `copy-${String(i).padStart(2, "0")}.txt`));
  }
  const without = ({ left_out: _, ...row }: Record<string, unknown>) => row;
  const single = rows((await call(once)).out).map(without);
  expect(rows((await call(often)).out).map(without)).toEqual(single);
  expect(rows((await call(often, "--keep-duplicates")).out).map(without)).not.toEqual(single);
});

test("an own scale is read from a file, and a faulty one is refused with file and line", async () => {
  const own = join(folder, "own.csv");
  const header = "scale,measure,unit,type,value,rationale\n";
  writeFileSync(own, `${header}own,value,record,fine,7,a test\n`);
  const fines = rows((await call("data/teaching/02-fire-decision.txt", "--scale", own, "--by", "type")).out);
  expect(fines.find((row) => row.value === "fine" && row.statistic === "median")).toMatchObject({
    scale: "own",
    estimate: 7,
  });
  writeFileSync(own, `${header}own,value,record,fine,seven,a test\n`);
  await expect(call("data/teaching", "--scale", own)).rejects.toThrow(
    "own.csv, line 2, value: expected number",
  );
  await expect(call("data/teaching", "--scale", join(folder, "none.csv"))).rejects.toThrow("found ENOENT");
});

test("wrong calls are refused in one line", async () => {
  await expect(call("data/teaching", "--scale", "ordnal")).rejects.toThrow("did you mean ordinal?");
  await expect(call("data/teaching", "--by", "place")).rejects.toThrow("--by expects one of type");
  await expect(call("data/teaching", "--tiers", "some")).rejects.toThrow("--tiers expects one of all, base");
  await expect(call("data/teaching", "--draws", "0")).rejects.toThrow("--draws expects a whole number");
  await expect(call()).rejects.toThrow("found no path");
});

test("a text without sanctions says so and ends well", async () => {
  const plain = join(folder, "plain.txt");
  writeFileSync(plain, "今天天气很好，大家一起去公园散步。\n");
  expect(await call(plain)).toEqual({
    out: "",
    err: "guizhang: none found: no text threatens a sanction\n",
    status: 0,
  });
});
