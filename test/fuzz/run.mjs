// The long run of the mutation fuzzer: node test/fuzz/run.mjs [--inputs N] [--seed N] [--write]
// A thread tries inputs; this one sees when an input does not end, names it, ends the thread and goes on behind it.
// Times are of the processor, so that a busy machine finds nothing that an idle one does not.
// GUIZHANG_CORPUS and GUIZHANG_STATUTES name folders of original texts to change beside the teaching corpus.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { runnerImport } from "vite";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "76600" },
    seed: { type: "string", default: "20261125" },
    write: { type: "boolean", default: false },
  },
});
const [count, seed] = [values.inputs, values.seed].map(Number);
const { module: lists } = await runnerImport("./test/fuzz/lists.ts");

/** Time that every input is given, in seconds, and what a character adds, in microseconds. */
const PATIENCE = { seconds: 10, microseconds: 100 };

/** Between these the table stands in RESULTS.md; what was found and mended is written around it by hand. */
const MARKS = ["<!-- made by npm run fuzz -->", "<!-- end -->"];

const kinds = new Map();
const finds = new Map();
const row = (kind) => {
  if (!kinds.has(kind)) kinds.set(kind, { inputs: 0, characters: 0, ms: 0, longest: 0, finds: 0 });
  return kinds.get(kind);
};
const allowed = (size) => 1000 * PATIENCE.seconds + (size * PATIENCE.microseconds) / 1000;

function note(list, { number, kind, size, ms, error }) {
  const own = row(kind);
  own.inputs++;
  own.characters += size;
  own.ms += ms;
  own.longest = Math.max(own.longest, ms);
  const wrong = error ?? (ms > allowed(size) ? `took ${Math.round(ms)} ms for ${size} characters` : null);
  if (wrong === null) return;
  own.finds++;
  const [what, ...where] = wrong.split("\n");
  const key = `${what.replace(/\d+/g, "N")} ${where[0]?.trim() ?? ""}`;
  if (!finds.has(key))
    console.error(`find: ${list} ${number} (${kind}): ${what}\n${where.slice(0, 3).join("\n")}`);
  finds.set(key, (finds.get(key) ?? 0) + 1);
}

/** Tries the inputs of a list in a thread; a new thread goes on where one had to be ended. */
function tryInputs(list, from) {
  return new Promise((resolve, reject) => {
    const state = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const worker = new Worker(new URL("worker.mjs", import.meta.url), {
      workerData: { state, list, seed, count, from },
    });
    let [current, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      const number = Atomics.load(state, 0);
      if (number !== current) [current, since] = [number, performance.now()];
      if (number < 0) return;
      const { kind, size } = lists.listOf(list, seed, count).input(number);
      const ms = performance.now() - since;
      if (ms < 10 * allowed(size)) return; // by the clock
      clearInterval(watch);
      note(list, { number, kind, size, ms, error: "does not end" });
      worker
        .terminate()
        .then(() => tryInputs(list, number + 1))
        .then(resolve, reject);
    }, 5000);
    worker.on("message", (message) => {
      note(list, message);
      if ((message.number + 1) % 5000 === 0) console.error(`${list}: ${message.number + 1} tried`);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      clearInterval(watch);
      if (code === 0) resolve();
    });
  });
}

for (const list of ["changed", "cut", "long"]) {
  await tryInputs(list, 0);
  console.error(`${list}: done`);
}

const total = [...kinds.values()].reduce((n, own) => n + own.inputs, 0);
const number = (n) => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ",");
const group = (kind) => kind.split(":")[0];
const shown = [...kinds].sort(([a], [b]) => (group(a) === group(b) ? 0 : group(a) < group(b) ? -1 : 1));
const lines = [
  "| kind of input | inputs | characters | CPU ms each | longest | finds |",
  "| --- | ---: | ---: | ---: | ---: | ---: |",
  ...shown.map(
    ([kind, own]) =>
      `| ${[kind, number(own.inputs), number(own.characters), (own.ms / own.inputs).toFixed(1), number(own.longest), own.finds].join(" | ")} |`,
  ),
];
const found = [...kinds.values()].reduce((n, own) => n + own.finds, 0);
const text = `${lines.join("\n")}\n\n${number(total)} inputs from ${lists.seedsOf()}; seed ${seed}; ${found} ${found === 1 ? "find" : "finds"} of ${finds.size} ${finds.size === 1 ? "kind" : "kinds"}.\n`;
console.log(text);
if (values.write) {
  const results = new URL("RESULTS.md", import.meta.url);
  const before = readFileSync(results, "utf8");
  const [head, tail] = [before.split(MARKS[0])[0], before.split(MARKS[1])[1]];
  writeFileSync(results, `${head}${MARKS[0]}\n${text}${MARKS[1]}${tail}`);
}
process.exitCode = found > 0 ? 1 : 0;
