import { fileURLToPath } from "node:url";
import { type Child, type ChildOptions, startChild } from "./child.js";

/** A compiled cell, as tslab's converter gives it to its executor. */
export type Converted = Readonly<Record<string, unknown>>;

/** A compiler of cells: one process for all notebooks of a folder, each of which runs in a kernel of its own. */
export interface Compiler {
  /**
   * Compiles a cell. Nothing is kept from one call to the next but the types of the library.
   *
   * @param declarations what earlier cells of the notebook have declared
   * @param limit longest time in milliseconds, the compiler's start included; past it the compiler is ended
   */
  compile(declarations: string, code: string, limit: number): Promise<Converted>;
  stop(): void;
}

const CHILD = fileURLToPath(new URL("./compiler-child.cjs", import.meta.url));

/** tslab's converter in a child process, which starts with the first cell: it reads the library's types, for some seconds. */
export function startCompiler(options: ChildOptions): Compiler {
  const waiting = new Map<number, { resolve(converted: Converted): void; reject(error: Error): void }>();
  let child: Child | null = null;
  let ended: Error | null = null;
  let next = 0;

  function start(): Child {
    const started = startChild("compiler", CHILD, [], options);
    started.process.on("message", (answer: { id: number; converted: Converted; error?: string }) => {
      const { resolve, reject } = waiting.get(answer.id)!;
      waiting.delete(answer.id);
      if (answer.error === undefined) resolve(answer.converted);
      else reject(new Error(answer.error));
    });
    started.process.once("exit", (code, signal) => {
      ended ??= started.ended(code, signal);
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
    });
    return started;
  }

  return {
    compile: (declarations, code, limit) =>
      new Promise<Converted>((resolve, reject) => {
        if (ended) return reject(ended);
        child ??= start();
        const { process } = child;
        const id = next++;
        const timer = setTimeout(() => {
          ended = new Error(`no end of compiling after ${limit / 1000} s`);
          reject(ended);
          process.kill("SIGKILL");
        }, limit);
        const settle =
          <T>(done: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer);
            done(value);
          };
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
        // a process that has just died is told by its exit, not by the message that no longer reaches it
        process.send({ id, declarations, code }, () => {});
      }),
    stop: () => child?.process.kill("SIGKILL"),
  };
}
