// Runs in a worker thread: one shard a call, segmenter and rules compiled once a thread.
import { Tinypool } from "tinypool";
import { type MappedShard, mapShard } from "./map-shard.js";
import type { Shard } from "./plan.js";
import { type MapSettings, type Tools, toolsOf } from "./settings.js";

/** What the threads are given at their start. */
export interface WorkerData {
  readonly output: string;
  readonly settings: MapSettings;
  /** documents and characters so far, of all threads */
  readonly progress: BigInt64Array;
}

let tools: Tools | undefined;

/** Counts one shard; the folder, settings and counters are those of the thread. */
export function run(shard: Shard): Promise<MappedShard> {
  const { output, settings, progress } = Tinypool.workerData as WorkerData;
  tools ??= toolsOf(settings);
  return mapShard(shard, output, tools, (characters) => {
    Atomics.add(progress, 0, 1n);
    Atomics.add(progress, 1, BigInt(characters));
  });
}
