import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bandKeys } from "../../src/duplicates/minhash.js";
import { similarity } from "../../src/duplicates/similarity.js";
import { findCopies } from "../../src/shards/copies.js";
import { finishedShards } from "../../src/shards/finished.js";
import { planShards, type Shard } from "../../src/shards/plan.js";
import { seededRandom } from "../../src/stats/random.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  for (let i = 0; i < 400; i++) writeFileSync(join(folder, `text-${i}.txt`), "罚");
  writeFileSync(join(folder, "rows.jsonl"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every file is in one shard, a file of rows in one of its own, and folders have names of their own", () => {
  const { shards } = planShards([folder]);
  expect(new Set(shards.map((shard) => shard.folder)).size).toBe(shards.length);
  expect(shards.flatMap(({ files }) => files)).toHaveLength(401);
  expect(shards.find(({ name }) => name === "rows.jsonl")?.files).toHaveLength(1);
  expect(shards.length).toBeGreaterThan(3);
});

test("a text more changes the shard it falls into and, where it begins one, that one", () => {
  const before = planShards([folder]).shards;
  for (let i = 0; i < 100; i++) {
    const path = join(folder, `text-7${i}x.txt`);
    writeFileSync(path, "罚");
    const after = planShards([folder]).shards;
    const key = (shard: (typeof after)[number]) => JSON.stringify(shard);
    const same = new Set(before.map(key));
    const changed = after.filter((shard) => !same.has(key(shard)));
    expect(changed.length).toBeLessThanOrEqual(2);
    expect(changed.map(({ name }) => name)).toContain(
      after.find(({ files }) => files.some((f) => f.path === path))?.name,
    );
    const names = after.map(({ name }) => name);
    expect(before.filter(({ name }) => !names.includes(name))).toEqual([]); // nothing finished is left over
    rmSync(path);
  }
});

test("a shard counted from other files than planned is refused, and a group of texts is named after its first", () => {
  const { shards } = planShards([folder]);
  expect(shards.filter(({ name, files }) => name !== files[0]?.source)).toEqual([]);
  const output = join(folder, ".counted");
  const [first, ...others] = shards.map((shard) => shard.files.map(({ source }) => source));
  const write = (shard: Shard | undefined, sources: readonly string[] | undefined) => {
    const place = join(output, "shards", shard?.folder ?? "");
    mkdirSync(place, { recursive: true });
    const files = sources?.map((source) => ({ source, sha256: "" }));
    writeFileSync(join(place, "about.json"), JSON.stringify({ shard: shard?.name, files, made_with: {} }));
  };
  for (const [i, sources] of others.entries()) write(shards[i + 1], sources);
  for (const [sources, message] of [
    [first?.slice(0, -1), `counted without ${first?.at(-1)}`],
    [first?.concat("gone.txt"), "counted with gone.txt"],
  ] as const) {
    write(shards[0], sources);
    expect(finishedShards([output])).toHaveLength(shards.length);
    expect(() => finishedShards([output], shards)).toThrow(message);
  }
  write(shards[0], first);
  expect(finishedShards([output], shards)).toHaveLength(shards.length);
});

test("copies are the connected pairs of similarity 0.75, the largest part counts, whatever the order", () => {
  const random = seededRandom(7);
  const word = () => Math.floor(random.uniform() * 2 ** 32);
  const sets: Uint32Array[] = [];
  for (let family = 0; family < 40; family++) {
    const base = Array.from({ length: 200 }, word);
    for (let copy = 0; copy < 6; copy++) {
      const changes = Math.floor(random.uniform() * 25);
      const own = base.map((shingle, i) => (i < changes ? word() : shingle));
      sets.push(Uint32Array.from(copy === 5 ? base : own).sort());
    }
    sets.push(Uint32Array.from(base).sort());
  }
  const clusters = (order: readonly number[]) => {
    const keys = order.map((i) => bandKeys(sets[i] as Uint32Array));
    const { kept } = findCopies({
      count: order.length,
      keys: (band) => Uint32Array.from(keys, (own) => own[band] as number),
      shingles: (part) => sets[order[part] as number] as Uint32Array,
      isBetter: (a, b) => (order[a] as number) > (order[b] as number),
    });
    return new Map(order.map((set, i) => [set, order[kept[i] as number] as number]));
  };
  const order = sets.map((_, i) => i);
  const found = clusters(order);
  expect([...clusters(order.toReversed())].sort((a, b) => a[0] - b[0])).toEqual([...found]);
  const linked = (a: number, b: number) =>
    (similarity(sets[a] as Uint32Array, sets[b] as Uint32Array).jaccard as number) >= 0.75;
  const expected = new Map<number, number>();
  for (const start of order.toReversed()) {
    if (expected.has(start)) continue;
    const queue = [start];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (expected.has(next)) continue;
      expected.set(next, start);
      for (const other of order) if (!expected.has(other) && linked(next, other)) queue.push(other);
    }
  }
  expect(new Set(expected.values()).size).toBeLessThan(sets.length / 2);
  expect([...found]).toEqual([...expected].sort((a, b) => a[0] - b[0]));
});
