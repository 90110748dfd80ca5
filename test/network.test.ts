// Nothing opens a connection at run time: every command and every notebook, with sockets that refuse and count.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandTable } from "../src/cli/command-table.js";

/** Refuses every connection, name look-up and listening socket, and notes it in a file; pipes of this machine go through. */
const GUARD = `const { appendFileSync } = require("node:fs");
const note = (what, args) => {
  appendFileSync(process.env.GUIZHANG_CALLS, what + " " + JSON.stringify(args[0] ?? null) + "\\n");
  throw new Error("no network: " + what);
};
const net = require("node:net");
const isPipe = (args) => typeof args[0] === "string" && args[0].startsWith("/") || args[0]?.path !== undefined || args[0]?.fd !== undefined || (Array.isArray(args[0]) && args[0][0]?.path !== undefined);
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) { return isPipe(args) ? connect.apply(this, args) : note("connect", args); };
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) { return isPipe(args) ? listen.apply(this, args) : note("listen", args); };
const dns = require("node:dns");
for (const name of ["lookup", "resolve", "resolve4", "resolve6", "reverse"]) {
  dns[name] = (...args) => note("dns." + name, args);
  dns.promises[name] = (...args) => note("dns." + name, args);
}
require("node:dgram").createSocket = (...args) => note("dgram", args);
for (const name of ["node:http", "node:https"]) for (const call of ["request", "get"]) require(name)[call] = (...args) => note(name + " " + call, args);
require("node:http2").connect = (...args) => note("http2", args);
globalThis.fetch = (...args) => note("fetch", args);
globalThis.WebSocket = function (...args) { note("WebSocket", args); };
require("node:module").syncBuiltinESMExports();
`;

const PROGRAM = resolve("src/cli/guizhang.mjs");
let folder = "";
let guard = "";
let calls = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  [guard, calls] = [join(folder, "guard.cjs"), join(folder, "calls.txt")];
  writeFileSync(guard, GUARD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], cwd: string = folder) {
  rmSync(calls, { force: true });
  const env = { ...process.env, NODE_OPTIONS: `--require ${guard}`, GUIZHANG_CALLS: calls };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
  return { status, stderr, calls: existsSync(calls) ? readFileSync(calls, "utf8") : "" };
}

test("the guard sees what opens a connection", () => {
  for (const code of [
    'fetch("http://localhost").catch(() => {})',
    'require("node:net").connect(80, "localhost")',
    'require("node:https").get("https://localhost")',
    'require("node:dns").lookup("localhost", () => {})',
    'new (require("jsdom").JSDOM)("<script src=http://localhost/a.js></script>", { runScripts: "dangerously", resources: "usable" })',
  ]) {
    expect([code, run(["--eval", code], resolve(".")).calls]).toEqual([code, expect.stringMatching(/\w/)]);
  }
});

const TEACHING = resolve("data/teaching");
const CODES = resolve("data/teaching/records.csv");

/** A call of every command of `data/terminal/commands.yaml`; `reproduce` runs the study that `new` makes. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  agreement: [CODES, CODES],
  audit: [TEACHING],
  collocations: [TEACHING],
  completion: ["bash"],
  consequences: ["--explain", TEACHING],
  correspondence: [TEACHING],
  derive: [TEACHING, "--to", "derived"],
  diversity: [TEACHING],
  duplicates: [TEACHING],
  evaluate: ["--all", "--gold", CODES, TEACHING],
  export: ["--to", "csv", TEACHING],
  import: ["--from", "csv", CODES],
  keyness: [
    "--target",
    join(TEACHING, "02-fire-decision.txt"),
    "--reference",
    join(TEACHING, "07-fire-notice.txt"),
  ],
  kwic: ["罚款", TEACHING],
  lab: ["--spec"],
  map: ["--workers", "1", "--output", "mapped", TEACHING],
  merge: ["mapped"],
  new: ["my-study", "--corpus", TEACHING],
  noise: [TEACHING],
  obligations: [TEACHING],
  outline: [TEACHING],
  parts: [TEACHING],
  redact: ["--output", "redacted", TEACHING],
  reference: ["--to", "reference", TEACHING],
  "reference-sanctions": ["--to", "reference", TEACHING],
  reproduce: ["my-study"],
  scorecard: [join(TEACHING, "01-birth-contract.txt")],
  sensitivity: [TEACHING],
  severity: [TEACHING],
  similarity: [TEACHING],
  site: ["--to", join("site")],
  slurm: ["--tasks", "2", "--output", "jobs", TEACHING],
  targets: [TEACHING],
  terms: [TEACHING],
  verify: [TEACHING],
};

test.each(Object.keys(commandTable().commands))("guizhang %s", { timeout: 600_000 }, (name) => {
  expect(CALLS, `${name} has no call here`).toHaveProperty([name]);
  const { status, stderr, calls } = run([PROGRAM, name, ...CALLS[name]!]);
  expect([stderr, calls]).toEqual([stderr, ""]);
  expect([name, stderr, [0, 1].includes(status!)]).toEqual([name, stderr, true]);
});

test("every notebook, the first with its figures drawn", { timeout: 900_000 }, () => {
  const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
  const preload = JSON.stringify(guard);
  const code = `import { startKernel } from ${JSON.stringify(resolve("dist/notebooks/kernel.js"))};
import { parseNotebook } from ${JSON.stringify(resolve("dist/notebooks/notebook.js"))};
import { readFileSync } from "node:fs";
for (const name of ${JSON.stringify(notebooks)}) {
  const kernel = await startKernel({ cwd: "notebooks", draw: name.startsWith("01"), preload: [${preload}], env: { GUIZHANG_CALLS: ${JSON.stringify(calls)} } });
  const { cells } = parseNotebook(readFileSync("notebooks/" + name, "utf8"), name);
  let failed = 0;
  for (const cell of cells) if (cell.cell_type === "code") failed += (await kernel.execute(cell.source, 120_000)).failures.length;
  console.log(name, failed);
  kernel.stop();
}
process.exit(0);`;
  rmSync(calls, { force: true });
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    encoding: "utf8",
  });
  expect([stderr, stdout]).toEqual([stderr, notebooks.map((name) => `${name} 0\n`).join("")]);
  expect(existsSync(calls)).toBe(false);
});
