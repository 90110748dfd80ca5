// Runs the cells of one notebook through tslab's own executor, in a process of its own.
// The parent (run.ts) sends { cell, code } and gets { outputs, error, left, … } back; it stops the process itself.
// Everything the cells print is collected here and sent whole, so that no line is lost on a socket.
const asyncHooks = require("node:async_hooks");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { beginCell, endCell, forgetCells, trackCells } = require("./row-tracking.cjs");

const tslab = path.dirname(Module.createRequire(path.join(process.cwd(), "notebook.js")).resolve("tslab"));
const { JupyterHandlerImpl } = require(path.join(tslab, "jupyter.js"));
const { createExecutor } = require(path.join(tslab, "executor.js"));
const { createConverter } = require(path.join(tslab, "converter.js"));
const { getCodeMetadata } = require(path.join(tslab, "metadata.js"));
const typescript = Module.createRequire(path.join(tslab, "x.js"))("@tslab/typescript-for-tslab");

/** files read since the start, by absolute path: what a notebook's results depend on */
const filesRead = new Set();
recordFiles();

/** what went wrong in the running cell, as values (the executor only prints it) */
let failures = [];
/** promises made since the running cell began and not settled yet; those that are collected as garbage are gone from it */
const pending = new Set();
/** whether one of them was settled since this was last set to false */
let settled = false;
/** whether a cell is running: what it leaves behind is told apart from what it waited for */
let running = false;

// Node loads its fetch when a global of it is first named (resvg names Request), and compiles a part of it in the background:
// named here, that work is none that a cell leaves behind
void globalThis.Request;

asyncHooks
  .createHook({
    init(id, type) {
      if (running && type === "PROMISE") pending.add(id);
    },
    promiseResolve(id) {
      if (pending.delete(id)) settled = true;
    },
    destroy(id) {
      pending.delete(id);
    },
  })
  .enable();

/** the running cell as compiled elsewhere (compiler.ts), when it is */
let compiled = null;
const converter = process.argv.includes("--compiled")
  ? { convert: () => compiled, complete: (declarations) => declarations, close() {} }
  : ownConverter();
const converters = { node: converter, browser: null, close: () => converter.close() };
const executor = createExecutor(process.cwd(), converters, {
  log: (...values) => console.log(...values),
  error(first, ...rest) {
    if (rest.length === 4 && typeof first === "string") {
      const [file, line, column, message] = rest;
      failures.push({ kind: "type", text: `${file}${line}:${column} - ${message}` });
    } else failures.push({ kind: "thrown", ...described(first) });
  },
});
const kernel = new JupyterHandlerImpl(executor, false);
const library = Module.createRequire(path.join(process.cwd(), "notebook.js")).resolve("guizhang");
trackCells(
  path.resolve(library, "../.."),
  process.argv.includes("--specifications") ? specificationsOnly() : {},
);
// after an error tslab resets its queue by a timer of 200 ms, which would hide a timer that a cell leaves behind
const queue = kernel.execQueue;
const resetQueue = queue.reset.bind(queue);
queue.reset = () => resetQueue();

process.on("uncaughtException", (error) => failures.push({ kind: "late", ...described(error) }));
process.on("unhandledRejection", (error) => failures.push({ kind: "late", ...described(error) }));
process.on("SIGINT", () => {}); // the parent decides
process.on("disconnect", () => process.exit(1));
process.on("message", ({ code, converted }) => {
  compiled = converted;
  const reply = (result) => process.send({ ...result, declarations: declared() });
  (code === null ? startAgain() : runCell(code)).then(reply, (error) =>
    reply({ outputs: [], failures: [{ kind: "thrown", ...described(error) }], left: [] }),
  );
});
process.send({
  ready: true,
  typescript: typescript.version,
  languageInfo: kernel.handleKernel().language_info,
});

/** tslab's own compiler, in this process. */
function ownConverter() {
  // nothing that the compiler reads changes during a run, and a rebuild out of turn makes tslab fail
  typescript.sys.watchFile = typescript.sys.watchDirectory = () => ({ close() {} });
  return createConverter({ isJS: false, isBrowser: false });
}

/** What the cells have declared so far: the executor keeps it to itself, and hands it to the converter with each request. */
function declared() {
  return compiled ? executor.complete("", 0) : "";
}

/** Forgets every cell, as a new kernel has run none; modules stay loaded. */
async function startAgain() {
  executor.reset();
  forgetCells();
  filesRead.clear();
  return { outputs: [], failures: [], left: [] };
}

/** `figure` without pictures: what is drawn is told by its specification. */
function specificationsOnly() {
  const { showSpecification } = require(path.join(path.dirname(library), "figures", "figure.js"));
  return { figure: showSpecification };
}

async function runCell(code) {
  const { module, mode } = getCodeMetadata(code);
  if (module || mode === "browser") {
    const tag = module ? "@module" : "@browser";
    const message = `a notebook cell requires code that runs in the kernel, got ${tag}`;
    return { outputs: [], failures: [{ kind: "refused", name: "TypeError", message, stack: "" }], left: [] };
  }
  const outputs = [];
  failures = [];
  pending.clear();
  const before = resources();
  running = true;
  queue.reset();
  beginCell();
  const { execution_count } = await kernel.handleExecute(
    { code },
    (name, text) => outputs.push({ type: "stream", name, text }),
    (content, update) => outputs.push({ type: update ? "update_display_data" : "display_data", content }),
  );
  const printed = outputs.length;
  running = false;
  const { changed, ...tracked } = endCell();
  const left = await leftovers(before);
  if (outputs.length > printed) left.push("output printed after the cell had ended");
  return {
    outputs: outputs.slice(0, printed),
    failures,
    left,
    changed,
    count: execution_count,
    files: [...filesRead],
    ...tracked,
  };
}

/** What a cell started and did not wait for: timers and the like, and promises that settle after its end. */
async function leftovers(before) {
  await turn();
  await turn();
  const after = resources();
  const left = [];
  for (const [name, count] of after) if (count > (before.get(name) ?? 0)) left.push(`a pending ${name}`);
  // those that nobody will ever settle are garbage; those that settle soon were not awaited
  settled = false;
  for (let i = 0; i < 20 && pending.size > 0 && !settled; i++) await turn();
  if (settled) left.push("a promise that was not awaited");
  return left;
}

function turn() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Kinds of work that keep the process busy, counted; pipes to the parent are always there. */
function resources() {
  const counts = new Map();
  for (const name of process.getActiveResourcesInfo()) {
    if (/^(Pipe|PipeWrap|TTYWrap|Immediate|MessagePort|CloseReq)$/.test(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function described(error) {
  if (error instanceof Error || (error && typeof error.stack === "string")) {
    return { name: String(error.name), message: String(error.message), stack: String(error.stack) };
  }
  return { name: "Error", message: `thrown value ${String(error)}`, stack: "" };
}

/** Remembers every file that is opened for reading, whichever function of fs opens it. */
function recordFiles() {
  const remember = (file) => {
    if (typeof file === "string" || Buffer.isBuffer(file) || file instanceof URL) {
      const name = file instanceof URL ? require("node:url").fileURLToPath(file) : String(file);
      filesRead.add(path.resolve(name));
    }
  };
  for (const [owner, names] of [
    [fs, ["readFileSync", "readFile", "openSync", "open", "createReadStream", "readdirSync", "readdir"]],
    [fs.promises, ["readFile", "open", "readdir"]],
  ]) {
    for (const name of names) {
      const original = owner[name];
      owner[name] = Object.assign(function (file, ...rest) {
        remember(file);
        return original.call(this, file, ...rest);
      }, original);
    }
  }
  Module.syncBuiltinESMExports();
}
