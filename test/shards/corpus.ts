import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TEACHING = "data/teaching";

/** Writes the teaching texts as shards of JSON lines: each text in several shards, as copies that differ a little. */
export function writeShards(folder: string, shards: number, copies: number): string[] {
  const names = readdirSync(TEACHING).filter((name) => name.endsWith(".txt"));
  const rows = names.sort().flatMap((name, i) =>
    Array.from({ length: copies }, (_, copy) => ({
      shard: (5 * i + 3 * copy) % shards,
      row: { id: `${name}-${copy}`, text: changed(readFileSync(join(TEACHING, name), "utf8"), copy), copy },
    })),
  );
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: shards }, (_, shard) => {
    const path = join(folder, `part-${shard}.jsonl`);
    const own = rows.filter((entry) => entry.shard === shard);
    writeFileSync(path, own.map(({ row }) => `${JSON.stringify(row)}\n`).join(""));
    return path;
  });
}

/** The text with a line of its own at the end, so that no copy is exact. */
function changed(text: string, copy: number): string {
  return copy === 0 ? text : `${text}\n（第${copy}次印发）\n`;
}
