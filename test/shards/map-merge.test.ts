// Shards counted on threads and added up give what one process gives, byte for byte, whatever the threads and the order.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { progressLine } from "../../src/cli/map.js";
import { fromCsv } from "../../src/csv.js";
import { finishedShards } from "../../src/shards/finished.js";
import { type Merged, mergeShards } from "../../src/shards/merge.js";
import { CONSEQUENCE_COUNT_COLUMNS, TERM_COLUMNS } from "../../src/shards/records.js";
import { call, recordsOf } from "../cli/call.js";
import { filesBelow, guizhang } from "./command.js";
import { writeShards } from "./corpus.js";

let folder = "";
let shards: string[] = [];
let output = "";
let merged: Merged;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  shards = writeShards(join(folder, "in"), 8, 3);
  output = join(folder, "two");
  const { status, err } = guizhang("map", "--workers", "2", "--records", "--output", output, ...shards);
  expect([status, err.split(":").at(-2)]).toEqual([0, " 8 shards"]);
  merged = await mergeShards(finishedShards([output]), {
    output: join(folder, "m"),
    format: "jsonl",
    copies: true,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (...path: string[]) => recordsOf(readFileSync(join(...path), "utf8"));

test("one thread and another order of the files give the same bytes as two threads", () => {
  const one = join(folder, "one");
  expect(guizhang("map", "--workers", "1", "--records", "--output", one, ...shards.toReversed()).status).toBe(
    0,
  );
  expect(filesBelow(one)).toEqual(filesBelow(join(output)));
  rmSync(one, { recursive: true });
});

test("terms are those of the command terms, which counts each text once", async () => {
  const { out } = await call("terms", "--engine", "trie", ...shards);
  expect(lines(folder, "m", "terms.jsonl")).toEqual(
    recordsOf(out).map(({ term, count, documents }) => ({ term, count, documents })),
  );
  expect(merged.copies).toBeGreaterThan(20);
  const duplicates = lines(folder, "m", "duplicates.jsonl");
  const counted = duplicates.filter((row) => row.counted);
  expect(duplicates.length - counted.length).toBe(merged.copies);
  expect(counted.every((row) => row.cluster === `${row.source}#${row.part}` && row.jaccard === 1)).toBe(true);
  expect(duplicates.every((row) => (row.jaccard as number) > 0.75)).toBe(true);
});

test("with every copy, terms and consequences are those of the commands", async () => {
  const keep = ["--keep-duplicates", ...shards];
  await mergeShards(finishedShards([output]), { output: join(folder, "k"), format: "jsonl", copies: false });
  const { out } = await call("terms", "--engine", "trie", ...keep);
  expect(lines(folder, "k", "terms.jsonl")).toEqual(
    recordsOf(out).map(({ term, count, documents }) => ({ term, count, documents })),
  );
  const records = recordsOf((await call("consequences", ...keep)).out);
  const counts = new Map<string, number>();
  for (const { type, addressee, trigger } of records) {
    const key = `${type} ${addressee} ${trigger}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const found = new Map<string, number>();
  for (const { type, addressee, trigger, records: n } of lines(folder, "k", "consequences.jsonl")) {
    const key = `${type} ${addressee} ${trigger}`;
    found.set(key, (found.get(key) ?? 0) + (n as number));
  }
  expect(found.size).toBeGreaterThan(10);
  expect([...found].sort()).toEqual([...counts].sort());
  const written = finishedShards([output]).flatMap(({ path }) => lines(path, "records.jsonl"));
  const place = (r: Record<string, unknown>) =>
    `${r.source} ${r.start} ${r.type} ${r.addressee} ${r.trigger}`;
  expect(written.map(place).sort()).toEqual(records.map(place).sort());
});

test("the sums are the same in any grouping of the shards over folders", async () => {
  const before = filesBelow(join(folder, "m"));
  const names = finishedShards([output]).map(({ path }) => path);
  const [a, b] = [join(folder, "a"), join(folder, "b")];
  for (const [i, path] of names.entries()) {
    const place = i % 3 === 0 ? a : b;
    await mkdir(join(place, "shards"), { recursive: true });
    renameSync(path, join(place, "shards", basename(path)));
  }
  for (const order of [
    [a, b],
    [b, a],
  ]) {
    await mergeShards(finishedShards(order), { output: join(folder, "n"), format: "jsonl", copies: true });
    expect(filesBelow(join(folder, "n"))).toEqual(before);
  }
  for (const [i, path] of names.entries()) {
    renameSync(join(i % 3 === 0 ? a : b, "shards", basename(path)), path);
  }
});

describe("a shard that is finished", () => {
  const statuses = (out: string) => recordsOf(out).map(({ shard, status }) => [shard, status]);

  test("is not counted again, and is when its file changes", () => {
    const again = guizhang("map", "--records", "--output", output, ...shards);
    expect(statuses(again.out).map(([, status]) => status)).toEqual(Array(8).fill("kept"));
    const before = readFileSync(shards[3] as string);
    writeFileSync(shards[3] as string, `${before}{"text": 5}\n`);
    const changed = guizhang("map", "--resume", "--records", "--output", output, ...shards);
    expect(statuses(changed.out).filter(([, status]) => status === "done")).toEqual([
      ["part-3.jsonl", "done"],
    ]);
    expect(changed.status).toBe(2);
    const problems = finishedShards([output]).flatMap(({ path }) => lines(path, "problems.jsonl"));
    expect(problems).toEqual([
      {
        source: "part-3.jsonl",
        row: before.toString().split("\n").length,
        severity: "error",
        message: "expected text in the column text, found a number (5)",
      },
    ]);
    writeFileSync(shards[3] as string, before);
    expect(guizhang("map", "--records", "--output", output, ...shards).status).toBe(0);
  });

  test("is counted by one task of an array job only, and merge --of names what is missing", async () => {
    const tasks = join(folder, "tasks");
    for (const task of ["2/3", "0/3"])
      guizhang("map", "--task", task, "--records", "--output", tasks, ...shards);
    const missing = await call("merge", "--of", join(folder, "in"), tasks);
    expect(missing.status).toBe(2);
    expect(missing.err).toContain("3 are missing: part-1.jsonl, part-4.jsonl, part-7.jsonl");
    guizhang("map", "--task", "1/3", "--records", "--output", tasks, ...shards);
    expect((await call("merge", "--of", join(folder, "in"), tasks)).status).toBe(0);
    expect(readFileSync(join(tasks, "terms.jsonl"), "utf8")).toBe(
      readFileSync(join(folder, "m", "terms.jsonl"), "utf8"),
    );
  });

  test("is not merged where a path of --of leads nowhere", async () => {
    const { status, err, out } = await call("merge", "--of", join(folder, "in"), "--of", "mistyped", output);
    expect([status, out, err]).toEqual([2, "", expect.stringContaining("every --of path to be there")]);
  });

  test("is not added to shards of other rules or options", async () => {
    guizhang("map", "--min-length", "2", "--output", join(folder, "other"), shards[0] as string);
    const { status, err } = await call("merge", output, join(folder, "other"));
    expect([status, err]).toEqual([2, expect.stringContaining("part-0.jsonl")]);
  });
});

test("tables as CSV and Parquet hold the rows of the JSON lines", async () => {
  const shard = finishedShards([output]);
  for (const format of ["csv", "parquet"] as const)
    await mergeShards(shard, { output: join(folder, "m"), format, copies: true });
  for (const [table, columns] of [
    ["terms", TERM_COLUMNS],
    ["consequences", CONSEQUENCE_COUNT_COLUMNS],
  ] as const) {
    const rows = lines(folder, "m", `${table}.jsonl`);
    expect(fromCsv(readFileSync(join(folder, "m", `${table}.csv`), "utf8"), columns)).toEqual(rows);
    const file = await asyncBufferFromFile(join(folder, "m", `${table}.parquet`));
    const read = await parquetReadObjects({ file });
    expect(read.map((row) => ({ ...row, ...numbers(row) }))).toEqual(rows);
  }
});

function numbers(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === "bigint" ? Number(v) : v]));
}

test("progress says how far, how fast and how long", () => {
  const progress = { shards: 1, all_shards: 4, bytes: 100, all_bytes: 400, documents: 50, characters: 3e6 };
  expect(progressLine(progress, 10)).toBe(
    "1 of 4 shards, 50 documents, 5 documents/s, 0.30 M characters/s, 30 s left",
  );
  expect(progressLine({ ...progress, bytes: 1 }, 10)).toContain("1 h 6 min left");
  expect(progressLine({ ...progress, shards: 0, bytes: 0 }, 10)).not.toContain("left");
});
