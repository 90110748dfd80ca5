import { join } from "node:path";
import { BANDS } from "../duplicates/minhash.js";
import type { ComparedParts } from "./copies.js";
import { type FinishedShard, rowsOf } from "./finished.js";
import { type PartReader, type Place, partReader } from "./part-store.js";
import type { PartRow } from "./records.js";

/** The parts of all shards that are long enough to be copies; about 130 bytes each in memory. */
export interface AllParts extends ComparedParts {
  /** the number of a part among them, by its number among all parts of the shards in order; -1 for one too short */
  readonly numberOf: (position: number) => number;
  /** the terms of a part, by its shard and place */
  readonly terms: (shard: number, place: Place) => Uint32Array;
  readonly close: () => void;
}

/**
 * Reads what is needed of every part to find copies among them.
 *
 * @param shards finished shards
 * @param copies whether copies are looked for; without, no part is among those compared
 * @returns sizes and band keys in memory, shingles and terms read from the shards as they are asked for
 */
export async function readAllParts(shards: readonly FinishedShard[], copies: boolean): Promise<AllParts> {
  const most = shards.reduce((sum, { parts }) => sum + parts, 0);
  const shardOf = new Uint32Array(most);
  const at = new Float64Array(most);
  const shingles = new Uint32Array(most);
  const size = new Uint32Array(most);
  const noise = new Uint32Array(most);
  const numbers = new Int32Array(most).fill(-1);
  const keys = Array.from({ length: BANDS }, () => new Uint32Array(copies ? most : 0));
  const stores: PartReader[] = [];
  let count = 0;
  let position = 0;
  for (const [number, { path }] of shards.entries()) {
    const store = partReader(join(path, "parts.bin"));
    stores.push(store);
    for await (const row of rowsOf<PartRow>(join(path, "parts.jsonl"))) {
      if (copies && row.place.shingles > 0) {
        shardOf[count] = number;
        at[count] = row.place.at;
        shingles[count] = row.place.shingles;
        size[count] = row.size;
        noise[count] = row.noise;
        for (const [band, key] of store.keys(row.place).entries()) keys[band]![count] = key;
        numbers[position] = count++;
      }
      position++;
    }
  }
  return {
    count,
    keys: (band) => keys[band]!.subarray(0, count),
    shingles: (part) => {
      const place = { at: at[part]!, shingles: shingles[part]!, terms: 0 };
      return stores[shardOf[part]!]!.shingles(place);
    },
    isBetter: (a, b) => (size[a]! - size[b]! || noise[b]! - noise[a]! || b - a) > 0,
    numberOf: (i) => numbers[i]!,
    terms: (shard, place) => stores[shard]!.terms(place),
    close: () => {
      for (const store of stores) store.close();
    },
  };
}
