// A run that is interrupted and killed at random moments ends, when called again, with the same bytes as one left alone.
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../src/stats/random.js";
import { call } from "../cli/call.js";
import { begun, filesBelow, guizhang } from "./command.js";
import { writeShards } from "./corpus.js";

/** Ten moments with GUIZHANG_LONG, else two. */
const MOMENTS = process.env.GUIZHANG_LONG ? 10 : 2;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`${MOMENTS} interruptions lose nothing and count nothing twice`, { timeout: 300_000 }, async () => {
  const shards = writeShards(join(folder, "in"), 6 * MOMENTS, 6 * MOMENTS);
  const map = (output: string) => ["map", "--workers", "2", "--output", join(folder, output), ...shards];
  const random = seededRandom(20_261_125);
  const finished: number[] = [];
  const done = () =>
    existsSync(join(folder, "killed/shards")) ? readdirSync(join(folder, "killed/shards")).length : 0;
  const isAtWork = (pid: number | undefined) => {
    const unfinished = join(folder, "killed/unfinished");
    return existsSync(unfinished) && readdirSync(unfinished).some((name) => name.endsWith(`@${pid}`));
  };
  for (let moment = 0; moment < MOMENTS; moment++) {
    const before = done();
    const run = begun(...map("killed"));
    const exited = once(run, "exit");
    // a few shards later, or in the middle of one
    const later = before + Math.floor(random.uniform() * 5);
    while (run.exitCode === null && done() < later) await wait(2);
    while (run.exitCode === null && !isAtWork(run.pid)) await wait(2);
    await wait(random.uniform() * 100);
    run.kill(moment % 2 === 0 ? "SIGKILL" : "SIGINT");
    const [code, signal] = await exited;
    if (moment % 2 === 0) expect(signal).toBe("SIGKILL");
    else expect(code).toBe(130);
    finished.push(done());
  }
  expect(finished.at(-1)).toBeLessThan(shards.length);
  const last = guizhang(...map("killed"));
  expect([last.status, last.err]).toEqual([0, expect.stringContaining(`${finished.at(-1)} found finished`)]);
  guizhang(...map("alone"));
  for (const output of ["killed", "alone"])
    expect((await call("merge", join(folder, output))).status).toBe(0);
  const killed = filesBelow(join(folder, "killed"));
  expect(Object.keys(killed).filter((name) => name.endsWith("about.json"))).toHaveLength(shards.length);
  expect(killed).toEqual(filesBelow(join(folder, "alone")));
});
