// Compiles cells for kernels of one folder, in a process of its own (compiler.ts): tslab's own converter, started once
// for many notebooks. A conversion depends on the cell and on the declarations before it, on no run.
// The parent sends { id, declarations, code } and gets { id, converted } back.
const Module = require("node:module");
const path = require("node:path");

const tslab = path.dirname(Module.createRequire(path.join(process.cwd(), "notebook.js")).resolve("tslab"));
const { createConverter } = require(path.join(tslab, "converter.js"));
const typescript = Module.createRequire(path.join(tslab, "x.js"))("@tslab/typescript-for-tslab");

// nothing that the compiler reads changes during a run, and a rebuild out of turn makes tslab fail
typescript.sys.watchFile = typescript.sys.watchDirectory = () => ({ close() {} });
const converter = createConverter({ isJS: false, isBrowser: false });
/** files beside the notebooks that cells import, compiled: the converter gives each of them out once, a kernel needs all */
const imported = new Map();

process.on("SIGINT", () => {}); // the parent decides
process.on("disconnect", () => process.exit(1));
process.on("message", ({ id, declarations, code }) => {
  let answer;
  try {
    const converted = converter.convert(declarations, code);
    for (const file of converted.sideOutputs ?? []) imported.set(file.path, file);
    answer = { converted: { ...converted, sideOutputs: [...imported.values()] } };
  } catch (error) {
    answer = { error: String(error?.stack ?? error) };
  }
  process.send({ id, ...answer });
});
