// Eight shards on Slurm on one host: a task killed, then a node's daemon, and the totals are those of one process.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeAbandoned, workFolder } from "../../src/shards/shard-files.js";
import { slurmScripts } from "../../src/shards/slurm.js";
import { call } from "../cli/call.js";
import { filesBelow, guizhang } from "./command.js";
import { writeShards } from "./corpus.js";
import { HAS_SLURM, type OneHostSlurm, startSlurm } from "./one-host-slurm.js";

const LONG = process.env.GUIZHANG_LONG !== undefined;
const WHY = !HAS_SLURM
  ? " (skipped: no Slurm here, or not root)"
  : LONG
    ? ""
    : " (skipped: set GUIZHANG_LONG=1)";

let folder = "";
let slurm: OneHostSlurm | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
});
afterAll(() => {
  slurm?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the scripts quote what they are given and chain the merge to the array", () => {
  const job = {
    program: "/p/it's",
    output: "/o p",
    paths: ["/a b"],
    tasks: 8,
    cpus: 2,
    memory: "1G",
    time: "1:00",
  };
  const scripts = slurmScripts({ ...job, options: ["--records"] });
  expect(scripts["map.sh"]).toContain("#SBATCH --output='/o p/slurm/map-%a.log'\n");
  expect(scripts["map.sh"]).toContain("#SBATCH --array=0-7\n");
  expect(scripts["map.sh"]).toContain(
    `node '/p/it'\\''s' map --task "$SLURM_ARRAY_TASK_ID"/8 --workers 2 '--records' --output '/o p' '/a b'\n`,
  );
  expect(scripts["merge.sh"]).toContain("merge --of '/a b' '/o p'");
  expect(scripts["submit.sh"]).toContain(`--dependency=afterany:"$array"`);
});

test("files that options of map name are absolute in the scripts", async () => {
  const output = join(folder, "paths");
  const options = ["--rules", "a.json", "--lexicon=b.txt", "--dictionary", "none", "--tags", "n"];
  await call("slurm", "--tasks", "1", "--output", output, "data/teaching", "--", ...options);
  const script = readFileSync(join(output, "slurm", "map.sh"), "utf8");
  const [rules, lexicon] = [resolve("a.json"), resolve("b.txt")];
  expect(script).toContain(`'--rules' '${rules}' '--lexicon=${lexicon}' '--dictionary' 'none' '--tags' 'n'`);
});

test.each(["map", "slurm"])("%s writes no results among the texts", async (command) => {
  const tasks = command === "slurm" ? ["--tasks", "2"] : [];
  const texts = join(folder, "shards");
  for (const output of [texts, join(texts, "counted"), folder]) {
    const { status, err } = await call(command, ...tasks, "--output", output, texts);
    expect([status, err]).toEqual([2, expect.stringContaining("apart from the texts")]);
  }
  expect(existsSync(texts)).toBe(false);
  const beside = await call(command, ...tasks, "--output", join(folder, "shards-counted"), texts);
  expect(beside.err).not.toContain("apart from the texts");
});

test("a run that ends in an error is told from files that cannot be read, so that its task is queued again", async () => {
  const output = join(folder, "barred");
  mkdirSync(output);
  writeFileSync(join(output, "unfinished"), "no folder");
  const { status, err } = await call("map", "--output", output, "data/teaching");
  expect([status, err]).toEqual([1, expect.stringContaining("ENOTDIR")]);
  rmSync(output, { recursive: true });
  expect((await call("map", "--output", output, join(folder, "nothing"))).status).toBe(2);
});

test("work of other machines and processes stays, the folder of work goes only when it is empty", () => {
  const output = join(folder, "shared");
  removeAbandoned(output);
  const other = join(output, "unfinished", `shard@elsewhere@${process.pid}`);
  mkdirSync(other, { recursive: true });
  const own = workFolder(output, "shard");
  removeAbandoned(output);
  expect([own, other].map(existsSync)).toEqual([true, true]);
  removeAbandoned(output, { own: true });
  expect([own, other].map(existsSync)).toEqual([false, true]);
  rmSync(other, { recursive: true });
  removeAbandoned(output);
  expect(existsSync(join(output, "unfinished"))).toBe(false);
});

test.skipIf(WHY !== "")(
  `a killed task and a failed node lose nothing${WHY}`,
  { timeout: 600_000 },
  async () => {
    const shards = join(folder, "in");
    writeShards(shards, 8, 48);
    const output = join(folder, "cluster");
    slurm = await startSlurm(join(folder, "slurm"));
    await call("slurm", "--tasks", "8", "--memory", "500M", "--output", output, shards);
    slurm.run("bash", join(output, "slurm", "submit.sh"));
    const done = () => (existsSync(join(output, "shards")) ? readdirSync(join(output, "shards")).length : 0);
    const atWork = () =>
      existsSync(join(output, "unfinished")) ? readdirSync(join(output, "unfinished")) : [];
    const until = async (holds: () => boolean) => {
      while (!holds()) await wait(50);
    };
    await until(() => atWork().length > 0);
    process.kill(Number(atWork()[0]?.split("@")[2]), "SIGKILL");
    await until(() => done() >= 3 && atWork().length > 0);
    slurm.failNode();
    const before = done();
    expect(before).toBeLessThan(8);
    await wait(5000);
    await slurm.startNode();
    await until(() => existsSync(join(output, "merged.json")));
    const log = readFileSync(join(folder, "slurm", "ctld.log"), "utf8");
    expect(log).toMatch(/requeue/i);
    guizhang("map", "--output", join(folder, "one"), shards);
    await call("merge", join(folder, "one"));
    const isResult = ([name]: [string, string]) => !/^(slurm|unfinished)/.test(name);
    const results = (of: string) =>
      Object.fromEntries(Object.entries(filesBelow(join(folder, of))).filter(isResult));
    expect(results("cluster")).toEqual(results("one"));
  },
);
