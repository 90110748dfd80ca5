// map on one and two threads, on one thread in each of two processes at once, and on ×1 ×2 ×4 ×8 of the texts. node test/bench/shards.mjs FOLDER [EVERY] [ROUNDS]
// Rounds are interleaved; each line is the median with least and most. Run `npm run build` first.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { listTexts } from "../../dist/corpus/list.js";

const [input, every = "1", rounds = "5"] = process.argv.slice(2);
const SHARDS = 32;
const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "guizhang-bench-"));

/** Shards of every 8th, 4th, 2nd or each text: growth by other texts, not by repetition. */
function write(multiple) {
  const files = listTexts(input).files.filter(
    (_, i) => i % Number(every) === 0 && (i / Number(every)) % 8 < multiple,
  );
  const to = join(folder, `x${multiple}`);
  mkdirSync(to);
  for (let shard = 0; shard < SHARDS; shard++) {
    const own = files.filter((_, i) => i % SHARDS === shard);
    const rows = own.map(({ source, path }) =>
      JSON.stringify({ id: source, text: readFileSync(path, "utf8") }),
    );
    writeFileSync(join(to, `${shard}.jsonl`), `${rows.join("\n")}\n`);
  }
  return { path: to, documents: files.length };
}

/** One run in a process of its own: seconds, seconds of processor, MiB at most. */
async function run(...args) {
  const code = `import(${JSON.stringify(main)}).then(async ({ main }) => {
    const began = performance.now();
    process.exitCode = await main(process.argv.slice(1), { stdout() {}, stderr() {}, stdin: () => new Uint8Array(), terminal: false });
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.log(JSON.stringify([(performance.now() - began) / 1000, (userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
  })`;
  const child = spawn(process.execPath, ["-e", code, "--", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (stdout === "") throw new Error(stderr);
  const [wall, processor, memory] = JSON.parse(stdout);
  return { wall, processor, memory };
}

/** Maps in a process of its own; `name` keeps runs at the same time apart. */
async function map(corpus, workers, name = "out") {
  const output = join(folder, name);
  rmSync(output, { recursive: true, force: true });
  return { output, ...(await run("map", "--workers", String(workers), "--output", output, corpus.path)) };
}

async function mapAndMerge(corpus, workers) {
  const mapped = await map(corpus, workers);
  return { ...mapped, merge: await run("merge", mapped.output) };
}

/** Two processes that each map everything: what two cores give work that has nothing to do with each other. */
async function mapTwice(corpus) {
  const began = performance.now();
  await Promise.all([map(corpus, 1, "left"), map(corpus, 1, "right")]);
  return (performance.now() - began) / 1000;
}

function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const show = (n) => n.toFixed(n < 10 ? 3 : 0);
  return `${show(sorted[sorted.length >> 1])} [${show(sorted[0])}–${show(sorted.at(-1))}]`;
}

try {
  const corpora = [1, 2, 4, 8].map(write);
  const ones = [];
  const twos = [];
  const pairs = [];
  const grown = corpora.map(() => []);
  for (let round = 0; round < Number(rounds); round++) {
    for (const [i, corpus] of corpora.entries()) grown[i].push(await mapAndMerge(corpus, 1));
    ones.push(grown[3].at(-1));
    twos.push(await mapAndMerge(corpora[3], 2));
    pairs.push(await mapTwice(corpora[3]));
  }
  console.log(
    `two threads against one: ${summary(ones.map(({ wall }, i) => wall / twos[i].wall))} times as fast`,
  );
  console.log(
    `two processes at once, each with all texts, against one: ${summary(ones.map(({ wall }, i) => (2 * wall) / pairs[i]))} times the texts a second`,
  );
  console.log(
    `cores that one thread keeps busy: ${summary(ones.map(({ processor, wall }) => processor / wall))}`,
  );
  console.log(`memory, two threads: ${summary(twos.map(({ memory }) => memory))} MiB`);
  for (const [i, runs] of grown.entries()) {
    const { documents } = corpora[i];
    const each = (of) => summary(runs.map((one) => (1000 * of(one)) / documents));
    console.log(
      `×${2 ** i}, ${documents} documents: ${each(({ wall }) => wall)} ms, ${each(({ processor }) => processor)} ms of processor a document; ` +
        `map ${summary(runs.map(({ memory }) => memory))} MiB; merge ${each(({ merge }) => merge.wall)} ms a document, ${summary(runs.map(({ merge }) => merge.memory))} MiB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
