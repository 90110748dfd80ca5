// Faults injected into runs: each ends with a clear line and the right status, keeps what was finished, leaves no temporary
// file, and a second run completes.
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../src/stats/random.js";
import { survived as noteSurvived } from "./injected.js";

const PROGRAM = resolve("src/cli/guizhang.mjs");
const TEACHING = resolve("data/teaching");
const isRoot = process.getuid?.() === 0;
/** whether a small disk can be mounted for one process */
export const canMount = spawnSync("unshare", ["-m", "true"]).status === 0;

let folder = "";
let whole = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  chmodSync(folder, 0o777);
  whole = guizhang("terms", TEACHING, "--format", "csv").stdout;
  expect(whole.length).toBeGreaterThan(10_000);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function guizhang(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [PROGRAM, ...args], { encoding: "utf8" });
}

/** One line of standard error says what is wrong, without a trace. */
function line(run: { readonly stderr: string }, part: string): void {
  const lines = run.stderr.split("\n").filter((text) => text.includes(part));
  expect([run.stderr, lines.length]).toEqual([run.stderr, 1]);
  expect(run.stderr).not.toContain("    at ");
}

const temporaries = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tmp$|unfinished/.test(name));

/** Notes a fault after which no temporary file is left. */
function survived(fault: string, times: number): void {
  expect(temporaries()).toEqual([]);
  noteSurvived(fault, times);
}

describe("a disk that is full", () => {
  test("standard output", () => {
    const run = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${PROGRAM}" parts "${TEACHING}" > /dev/full`],
      { encoding: "utf8" },
    );
    expect(run.status).toBe(2);
    line(run, "standard output: expected a place to write to, found ENOSPC");
    survived("full disk: standard output", 1);
  });

  test("a device named as output is written to, not replaced", () => {
    const run = guizhang("parts", TEACHING, "--output", "/dev/full");
    expect(run.status).toBe(2);
    line(run, "/dev/full: expected a place to write to, found a full disk");
    const link = join(folder, "link");
    symlinkSync("/dev/full", link);
    expect(guizhang("parts", TEACHING, "--output", link).status).toBe(2);
    survived("full disk: a device as output", 2);
  });

  test.skipIf(!canMount)("the folder of the output: what stood there stays", () => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const commands: readonly (readonly [string[], number])[] = [
      [["terms", TEACHING, "--format", "csv", "--output", join(disk, "terms.csv")], 2],
      [["map", "--workers", "1", "--output", join(disk, "map"), TEACHING], 1],
    ];
    for (const [args, status] of commands) {
      const script = `mount -t tmpfs -o size=40k none "${disk}" && echo earlier > "${disk}/terms.csv" && "$@"; echo "status $?"; cat "${disk}/terms.csv"; find "${disk}" -name "*.tmp" -o -path "*unfinished/*"`;
      const run = spawnSync("unshare", ["-m", "sh", "-c", script, "sh", process.execPath, PROGRAM, ...args], {
        encoding: "utf8",
      });
      expect(run.stdout).toContain(`status ${status}\nearlier\n`);
      expect(run.stdout).not.toMatch(/\.tmp|unfinished/);
      expect(run.stderr).toMatch(/a full disk|ENOSPC/);
      expect(run.stderr).not.toContain("    at ");
      expect(guizhang(...args).status).toBe(0);
    }
    rmSync(disk, { recursive: true });
    survived("full disk: folder of the output", commands.length);
  });
});

test("a folder that is only read", () => {
  const locked = join(folder, "locked");
  mkdirSync(locked);
  chmodSync(locked, 0o555);
  const output = join(locked, "terms.csv");
  // the root user may write everywhere: as nobody
  const run = spawnSync(process.execPath, [PROGRAM, "terms", TEACHING, "--output", output], {
    encoding: "utf8",
    ...(isRoot && { uid: 65534, gid: 65534 }),
  });
  expect([run.status, run.stderr]).toEqual([
    2,
    expect.stringContaining(`${output}: expected a place to write to`),
  ]);
  expect(readdirSync(locked)).toEqual([]);
  chmodSync(locked, 0o755);
  expect(guizhang("terms", TEACHING, "--output", output).status).toBe(0);
  rmSync(locked, { recursive: true });
  survived("folder that is only read", 1);
});

test("killed at any moment of a write: the old file or the new one, and a second run clears up", async () => {
  const output = join(folder, "killed.csv");
  const random = seededRandom(5);
  // writing is held up after each piece, so that the moment of the signal falls into it
  const slow = join(folder, "slow.cjs");
  writeFileSync(
    slow,
    `const fs = require("node:fs"); const write = fs.writeFileSync;
fs.writeFileSync = (path, text, options) => {
  if (!String(path).endsWith(".tmp")) return write(path, text, options);
  const bytes = Buffer.from(text);
  write(path, bytes.subarray(0, bytes.length >> 1));
  process.send("half");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
  write(path, bytes, options);
};
require("node:module").syncBuiltinESMExports();`,
  );
  const times = 3;
  for (let i = 0; i < times; i++) {
    writeFileSync(output, "earlier\n");
    const run = spawn(
      process.execPath,
      ["--require", slow, PROGRAM, "terms", TEACHING, "--format", "csv", "--output", output],
      {
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      },
    );
    await once(run, "message");
    await wait(random.uniform() * 500);
    run.kill("SIGKILL");
    await once(run, "exit");
    expect(readFileSync(output, "utf8")).toBe("earlier\n");
    expect(temporaries().length).toBe(1);
    expect(guizhang("terms", TEACHING, "--format", "csv", "--output", output).status).toBe(0);
    expect(readFileSync(output, "utf8")).toBe(whole);
    expect(temporaries()).toEqual([]);
  }
  survived("SIGKILL in the middle of a write", times);
});

test("a file that changes while it is read: the shard is not finished, the others are, and a second run counts it", async () => {
  const input = join(folder, "changing");
  mkdirSync(input);
  const row = (n: number) => `${JSON.stringify({ text: "违反规定的，处五百元罚款。".repeat(200), id: n })}\n`;
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => row(from + i)).join("");
  writeFileSync(join(input, "a.jsonl"), rows(0, 300));
  writeFileSync(join(input, "b.jsonl"), rows(0, 3));
  const args = [
    "map",
    "--workers",
    "1",
    "--output",
    join(folder, "changed"),
    join(input, "a.jsonl"),
    join(input, "b.jsonl"),
  ];
  const run = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  run.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = once(run, "exit");
  const unfinished = join(folder, "changed/unfinished");
  while (
    run.exitCode === null &&
    !(existsSync(unfinished) && readdirSync(unfinished).some((name) => name.startsWith("a.jsonl")))
  )
    await wait(2);
  appendFileSync(join(input, "a.jsonl"), row(1000));
  expect((await ended)[0]).toBe(1);
  line({ stderr }, "a.jsonl: expected a file that stays as it is, found it changed while it was read");
  expect(readdirSync(join(folder, "changed/shards")).length).toBe(1);
  const again = guizhang(...args);
  expect([again.status, again.stderr]).toEqual([0, expect.stringContaining("1 counted, 1 found finished")]);
  survived("file changed while it is read", 1);
});

test("a thread without memory: its shard is named, the others are done, and a second run with more counts it", () => {
  const input = join(folder, "large");
  mkdirSync(input);
  const text = "违反规定的，处五百元以上一千元以下罚款。\n".repeat(100_000);
  writeFileSync(join(input, "large.jsonl"), `${JSON.stringify({ text })}\n`);
  writeFileSync(join(input, "small.jsonl"), `${JSON.stringify({ text: "违反规定的，处五百元罚款。" })}\n`);
  const args = [
    "map",
    "--workers",
    "1",
    "--output",
    join(folder, "memory"),
    join(input, "large.jsonl"),
    join(input, "small.jsonl"),
  ];
  const run = spawnSync(process.execPath, ["--max-old-space-size=150", PROGRAM, ...args], {
    encoding: "utf8",
  });
  expect([run.status, run.stderr]).toEqual([1, expect.stringContaining("large.jsonl: ")]);
  line(run, "large.jsonl: ");
  expect(run.stderr).toContain("memory");
  expect(readdirSync(join(folder, "memory/shards")).length).toBe(1);
  expect(guizhang(...args).stderr).toContain("1 counted, 1 found finished");
  survived("thread without memory", 1);
});
