// Loaded before tslab when people use it in Jupyter (`npm run lab`): mends two faults of tslab 1.0.22.
// 1. zeromq refuses every send after 512 in one turn of the event loop, and tslab does not wait: output was lost
//    beyond some 500 lines a cell. Sends now queue, and the publishing socket never drops.
// 2. tslab announces TypeScript 3.7.2 whatever it compiles with; notebooks saved the wrong version.
const Module = require("node:module");
const path = require("node:path");

const tslabFrom = Module.createRequire(path.join(process.cwd(), "notebook.js"));
const tslab = path.dirname(tslabFrom.resolve("tslab"));
const inTslab = Module.createRequire(path.join(tslab, "x.js"));

const zeromq = inTslab("zeromq");
for (const socket of [zeromq.Publisher, zeromq.Router]) {
  const { send, bind } = socket.prototype;
  const last = new WeakMap();
  // plain assignment is ignored: the methods are not writable
  Object.defineProperty(socket.prototype, "send", {
    configurable: true,
    value(message) {
      const sent = (last.get(this) ?? Promise.resolve()).then(() => send.call(this, message));
      last.set(
        this,
        sent.catch(() => {}),
      );
      return sent;
    },
  });
  Object.defineProperty(socket.prototype, "bind", {
    configurable: true,
    value(address) {
      this.sendHighWaterMark = 0; // counts only when set before binding
      return bind.call(this, address);
    },
  });
}

const { JupyterHandlerImpl } = inTslab("./jupyter.js");
const { handleKernel } = JupyterHandlerImpl.prototype;
JupyterHandlerImpl.prototype.handleKernel = function () {
  const reply = handleKernel.call(this);
  reply.language_info.version = inTslab("@tslab/typescript-for-tslab").version;
  return reply;
};
