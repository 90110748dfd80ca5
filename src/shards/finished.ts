import { createReadStream, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { linesOf } from "../corpus/lines.js";
import { byCodePoint } from "../terms/matrix.js";
import type { Shard } from "./plan.js";
import { type AboutShard, readAbout, shardsFolder } from "./shard-files.js";

/** A finished shard and where its results lie. */
export interface FinishedShard extends AboutShard {
  readonly path: string;
}

/**
 * The finished shards of folders of results, checked to fit together.
 *
 * @param outputs folders that shards were counted into
 * @param wanted the shards to take, as planned; default all
 * @returns the shards in code-point order of their names, whatever the order of the folders
 * @throws TypeError where a wanted shard is missing or was counted from other files, a file was counted in two shards, or two
 *   shards were made differently
 */
export function finishedShards(outputs: readonly string[], wanted?: readonly Shard[]): FinishedShard[] {
  const found = new Map<string, FinishedShard>();
  const planned = wanted && new Map(wanted.map((shard) => [shard.name, shard]));
  for (const output of outputs) {
    const folder = shardsFolder(output);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const about = readAbout(join(folder, name));
      if (about && (!planned || planned.has(about.shard))) add({ ...about, path: join(folder, name) });
    }
  }
  function add(shard: FinishedShard): void {
    const other = found.get(shard.shard);
    if (other && JSON.stringify({ ...other, path: "" }) !== JSON.stringify({ ...shard, path: "" })) {
      throw new TypeError(
        `expected one result of the shard ${shard.shard}, found two that differ: ${other.path}, ${shard.path}`,
      );
    }
    found.set(shard.shard, other ?? shard);
  }
  const shards = [...found.values()].sort((a, b) => byCodePoint(a.shard, b.shard));
  const missing = (wanted ?? []).map(({ name }) => name).filter((name) => !found.has(name));
  if (missing.length > 0) {
    throw new TypeError(
      `expected ${wanted?.length} finished shards, found that ${missing.length} are missing: ${missing.slice(0, 5).join(", ")}`,
    );
  }
  if (shards.length === 0)
    throw new TypeError(`expected finished shards in ${outputs.join(", ")}, found none`);
  for (const shard of shards) checkFiles(shard, planned?.get(shard.shard));
  checkAlike(shards);
  checkOnce(shards);
  return shards;
}

/** By name: whether a file's bytes changed only `map` can tell, which reads them. */
function checkFiles({ shard, path, files }: FinishedShard, planned: Shard | undefined): void {
  const counted = new Set(files.map(({ source }) => source));
  const wanted = new Set((planned?.files ?? files).map(({ source }) => source));
  const file = [...wanted, ...counted].find((source) => !wanted.has(source) || !counted.has(source));
  if (file !== undefined) {
    const what = `${path} counted ${wanted.has(file) ? "without" : "with"} ${file}`;
    throw new TypeError(
      `expected the shard ${shard} counted from its present files, found ${what}: count it again`,
    );
  }
}

function checkAlike([first, ...others]: readonly FinishedShard[]): void {
  for (const other of others) {
    for (const [name, value] of Object.entries(other.made_with)) {
      const expected = first?.made_with[name as keyof AboutShard["made_with"]];
      if (value !== expected) {
        const what = `${other.shard} made with ${name} ${value}, ${first?.shard} with ${expected}`;
        throw new TypeError(`expected shards made alike, found ${what}: count the older one again`);
      }
    }
  }
}

function checkOnce(shards: readonly FinishedShard[]): void {
  const shardOf = new Map<string, FinishedShard>();
  for (const shard of shards) {
    for (const { source } of shard.files) {
      const other = shardOf.get(source);
      if (other) {
        const both = `${other.path} and ${shard.path}`;
        throw new TypeError(
          `expected each file in one shard, found ${source} in ${both}: remove the outdated one`,
        );
      }
      shardOf.set(source, shard);
    }
  }
}

/** The rows of a table of JSON lines, one after the other. */
export async function* rowsOf<T>(path: string): AsyncGenerator<T> {
  for await (const { bytes } of linesOf(createReadStream(path, { highWaterMark: 2 ** 20 }), 2 ** 29)) {
    yield JSON.parse(Buffer.from(bytes!).toString()) as T;
  }
}
