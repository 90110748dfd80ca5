// A corpus of 1,000 documents of which 50 are broken: the records of the 950 good ones, and a line for each broken one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Random, seededRandom } from "../../src/stats/random.js";
import { call } from "./call.js";

const DOCUMENTS = 1000;
const BROKEN = 50;

/** Ways in which a file is no text. */
const FAULTS: readonly ((text: string, random: Random) => Uint8Array)[] = [
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xe7, 0xbd])]), // cut in the middle of a character
  (text, random) => Buffer.from(text).fill(0xff, 3 * random.below(10), 60),
  () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), // a picture
  (text) => Buffer.concat([Buffer.from(text), Uint8Array.of(0, 1, 2)]),
  (text) => Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), Buffer.from(text), Uint8Array.of(0xff)]),
];

let folder = "";
const broken: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  for (const name of ["all", "good"]) mkdirSync(join(folder, name));
  const random = seededRandom(950);
  const chosen = new Set<number>();
  while (chosen.size < BROKEN) chosen.add(random.below(DOCUMENTS));
  const decision = readFileSync("data/teaching/02-fire-decision.txt", "utf8").split("\n");
  for (let i = 0; i < DOCUMENTS; i++) {
    const from = random.below(decision.length - 4);
    const text = `${decision.slice(from, from + 4).join("\n")}\n第${i}号，处${i + 1}元罚款。\n`;
    const name = `${String(i).padStart(4, "0")}.txt`;
    if (chosen.has(i)) {
      broken.push(name);
      writeFileSync(join(folder, "all", name), FAULTS[broken.length % FAULTS.length]!(text, random));
      continue;
    }
    for (const place of ["all", "good"]) writeFileSync(join(folder, place, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["parts", "consequences", "targets"])(
  "%s gives exactly the records of the good ones",
  async (command) => {
    const all = await call(command, join(folder, "all"));
    const good = await call(command, join(folder, "good"));
    expect([all.status, good.status]).toEqual([2, 0]);
    expect(all.out).toBe(good.out);
    if (command !== "targets") expect(good.out.split("\n").length).toBeGreaterThan(DOCUMENTS - BROKEN);
    const lines = all.err.split("\n").filter((line) => line.includes(": expected "));
    const named = lines.map((line) => /\/(\d{4}\.txt): expected .*, found /.exec(line)?.[1]);
    expect(named.sort()).toEqual(broken);
    expect(all.err).not.toContain("    at ");
  },
);
