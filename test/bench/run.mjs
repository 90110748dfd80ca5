// Benchmarks: node test/bench/run.mjs FOLDER [--every N] [--rounds N] [--only NAME,…] [--texts N] [--date …] [--write] (after npm run build)
// Programs of a comparison run one after the other in every round, so that a busy machine slows all alike; what counts is
// the ratio within a round. --only takes count, rules, near, growth, adversarial, analyse; --texts the number of synthetic texts;
// --write puts the table into test/bench/RESULTS.md.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { machine } from "./machine.mjs";
import { comparisons, singles } from "./peers.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: "string", default: "1" },
    rounds: { type: "string", default: "5" },
    only: { type: "string" },
    texts: { type: "string", default: "50000" },
    write: { type: "boolean", default: false },
    date: { type: "string", default: "" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new TypeError("the benchmarks require a folder of texts");
const every = Number(values.every);
const rounds = Number(values.rounds);
const isWanted = (name) => values.only === undefined || values.only.split(",").includes(name);

/** Runs a program: what it reports, and the time of the whole process by the clock. */
function run([command, ...args]) {
  const began = performance.now();
  const child = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 30 });
  console.error(`${args.join(" ").replace(/\S*\/bench\//, "")}: ${Math.round(performance.now() - began)} ms`);
  if (child.status !== 0) throw new Error(`${args[0] ?? command}: ${child.stderr}`);
  return { ...JSON.parse(child.stdout), wall: performance.now() - began };
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const round = (x) => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));
const spread = (numbers) =>
  `${round(median(numbers))} (${round(Math.min(...numbers))}–${round(Math.max(...numbers))})`;
const lines = [];
const print = (line) => {
  console.log(line);
  lines.push(line);
};

function compare({ title, programs, agree }) {
  const results = Object.fromEntries(Object.keys(programs).map((label) => [label, []]));
  for (let i = 0; i < rounds; i++) {
    for (const [label, program] of Object.entries(programs)) results[label].push(run(program));
  }
  const ours = Object.values(results)[0];
  print(`\n## ${title}\n`);
  print(
    "| | ms | CPU ms | peak MiB | times our ms | times our CPU | whole process: times our ms | times our CPU | result |",
  );
  print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
  for (const [label, own] of Object.entries(results)) {
    const ratio = (name) =>
      own === ours ? "1" : spread(own.map((result, i) => result[name] / ours[i][name]));
    const middle = (name) => median(own.map((result) => result[name])).toFixed(0);
    const cells = [
      label,
      middle("ms"),
      middle("cpu"),
      middle("mib"),
      ...["ms", "cpu", "wall", "whole"].map(ratio),
    ];
    print(`| ${[...cells, agree(own[0].check)].join(" | ")} |`);
  }
  return results;
}

print("# Results of the benchmarks\n");
print(`Made by \`npm run bench -- FOLDER\`${values.date && `, ${values.date}`}. ${machine().join("; ")}.`);
print(
  `Texts: every ${every === 1 ? "text" : `${every}th text`} of the folder. ${rounds} rounds; programs of one comparison run one after the other in each.`,
);
print(
  "Ratios are within a round: median (least–most). ms is the work alone, without start, dictionary and reading the texts; CPU is the processor time of the same, which a busy machine stretches less.",
);
for (const [name, comparison] of Object.entries(comparisons(folder, every, values.texts))) {
  if (!isWanted(name)) continue;
  const results = compare(comparison);
  if (name !== "near") continue;
  const [ours, exact] = Object.values(results).map(([first]) => new Set(first.check.pairs));
  const held = [...exact].filter((pair) => ours.has(pair)).length;
  print(
    `\nRecall ${(held / exact.size).toFixed(4)}, precision ${(held / ours.size).toFixed(4)}; making the shingles is in neither time.`,
  );
}
for (const [name, list] of Object.entries(singles(folder, every))) {
  if (!isWanted(name)) continue;
  const results = list.map(() => []);
  for (let i = 0; i < (name === "analyse" ? 1 : rounds); i++)
    for (const [k, [, , program]] of list.entries()) results[k].push(run(program));
  print(
    `\n## ${{ growth: "Growth", adversarial: "Text made to hold the rules up", analyse: "Whole analysis" }[name]}\n`,
  );
  print("| | ms | CPU ms | CPU ms for each unit | peak MiB | result |");
  print("| --- | ---: | ---: | ---: | ---: | --- |");
  for (const [k, [label, size]] of list.entries()) {
    const [ms, cpu, mib] = ["ms", "cpu", "mib"].map((key) => median(results[k].map((result) => result[key])));
    const result = Object.entries(results[k][0].check).map(([key, value]) => `${value} ${key}`);
    const cells = [
      label,
      ms.toFixed(0),
      cpu.toFixed(0),
      round(cpu / size),
      mib.toFixed(0),
      result.join(", "),
    ];
    print(`| ${cells.join(" | ")} |`);
  }
}
if (values.write) writeFileSync(new URL("RESULTS.md", import.meta.url), `${lines.join("\n")}\n`);
