import { Tinypool } from "tinypool";
import type { MappedShard } from "./map-shard.js";
import type { Shard } from "./plan.js";
import type { MapSettings } from "./settings.js";
import { removeAbandoned } from "./shard-files.js";
import type { WorkerData } from "./worker.js";

/** A shard that could not be counted at all: a full disk, a thread out of memory. */
export interface FailedShard {
  readonly shard: string;
  readonly status: "failed";
  readonly message: string;
}

/** How far a run is. */
export interface Progress {
  readonly shards: number;
  readonly all_shards: number;
  /** bytes of finished shards, as on disk */
  readonly bytes: number;
  readonly all_bytes: number;
  /** documents and characters so far, also of shards under way */
  readonly documents: number;
  readonly characters: number;
}

export interface MapOptions {
  /** threads */
  readonly workers: number;
  /** ends the run early; what is not finished is removed */
  readonly signal?: AbortSignal;
  /** called with functions that read how far the run is */
  readonly onStart?: (progress: () => Progress) => void;
}

/**
 * Counts shards on several threads; results do not depend on their number.
 *
 * Shards are begun by falling size, so that the last ones to end are small.
 *
 * @param shards what to count
 * @param output the folder of all results; work that killed processes of this machine left there is removed
 * @param settings how to count
 * @param options threads, end, progress
 * @returns how each shard ended, in the order given
 */
export async function mapShards(
  shards: readonly Shard[],
  output: string,
  settings: MapSettings,
  { workers, signal, onStart }: MapOptions,
): Promise<(MappedShard | FailedShard)[]> {
  removeAbandoned(output);
  const progress = new BigInt64Array(new SharedArrayBuffer(16));
  const workerData: WorkerData = { output, settings, progress };
  const threads = Math.max(1, Math.min(workers, shards.length));
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    name: "run",
    minThreads: threads,
    maxThreads: threads,
    workerData,
  });
  signal?.addEventListener("abort", () => void pool.destroy(), { once: true });
  let ended = 0;
  let bytes = 0;
  onStart?.(() => ({
    shards: ended,
    all_shards: shards.length,
    bytes,
    all_bytes: shards.reduce((sum, shard) => sum + shard.bytes, 0),
    documents: Number(Atomics.load(progress, 0)),
    characters: Number(Atomics.load(progress, 1)),
  }));
  const results = new Map<Shard, MappedShard | FailedShard>();
  const run = async (shard: Shard): Promise<void> => {
    try {
      results.set(shard, (await pool.run(shard)) as MappedShard);
    } catch (error) {
      results.set(shard, { shard: shard.name, status: "failed", message: (error as Error).message });
    }
    ended++;
    bytes += shard.bytes;
  };
  try {
    await Promise.all([...shards].sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1)).map(run));
  } finally {
    await pool.destroy();
    removeAbandoned(output, { own: true });
  }
  return shards.map((shard) => results.get(shard)!);
}
