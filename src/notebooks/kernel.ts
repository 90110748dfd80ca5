import { fileURLToPath } from "node:url";
import { type ChildOptions, startChild } from "./child.js";
import type { Compiler } from "./compiler.js";
import type { KernelMessage } from "./outputs.js";
import type { CellReads } from "./reads.js";
import type { Failure } from "./traces.js";

/** What the child reports about one cell. */
export interface CellResult {
  readonly outputs: readonly KernelMessage[];
  readonly failures: readonly Failure[];
  /** what the cell started and did not wait for */
  readonly left: readonly string[];
  /** lists of earlier cells that it has added to or taken from */
  readonly changed?: readonly string[];
  readonly count?: number;
  /** absolute paths read since the start */
  readonly files?: readonly string[];
  /** the rows that the cell rests on */
  readonly reads?: CellReads;
  /** the code cells whose variables it takes, in the order of their run, from 0 */
  readonly uses?: readonly number[];
}

/** A running kernel process. */
export interface Kernel {
  readonly typescript: string;
  readonly languageInfo: Readonly<Record<string, string>>;
  /** runs a cell; rejects when the time is over or the process died */
  execute(code: string, limit: number): Promise<CellResult>;
  /** forgets what cells have set, as a new kernel; the library stays loaded */
  startAgain(): Promise<unknown>;
  stop(): void;
}

/** How a kernel is started. */
export interface KernelOptions extends ChildOptions {
  /** whether figures are drawn; false: their specifications only */
  readonly draw?: boolean;
  /** compiles the cells; without it the kernel starts a compiler of its own */
  readonly compiler?: Compiler;
}

/** Longest time of a start in milliseconds: one second or two, but a busy machine takes longer. */
const START = 180_000;

const CHILD = fileURLToPath(new URL("./kernel-child.cjs", import.meta.url));

/**
 * Starts tslab's executor in a child process, without sockets.
 *
 * The child ends with this process in any case; `stop` ends it at once.
 */
export async function startKernel(options: KernelOptions): Promise<Kernel> {
  const { draw = true, compiler, ...where } = options;
  const args = [...(draw ? [] : ["--specifications"]), ...(compiler ? ["--compiled"] : [])];
  const { process: child, ended } = startChild("kernel", CHILD, args, where);

  const reply = <T>(limit: number): Promise<T> =>
    new Promise((resolve, reject) => {
      const end = (then: () => void) => {
        clearTimeout(timer);
        child.off("message", onMessage);
        child.off("exit", onExit);
        then();
      };
      const onMessage = (message: unknown) => end(() => resolve(message as T));
      const onExit = (code: number | null, signal: string | null) => end(() => reject(ended(code, signal)));
      const timer = setTimeout(
        () =>
          end(() => {
            child.kill("SIGKILL");
            reject(new Error(`no end after ${limit / 1000} s`));
          }),
        limit,
      );
      child.on("message", onMessage);
      child.on("exit", onExit);
    });

  const ready = await reply<{ typescript: string; languageInfo: Record<string, string> }>(START);
  /** what cells have declared so far, for the compiler of the next one */
  let declarations = "";
  const ask = async (code: string | null, limit: number) => {
    const converted = code === null ? undefined : await compiler?.compile(declarations, code, START + limit);
    const answer = reply<CellResult & { readonly declarations: string }>(limit);
    child.send({ code, converted });
    const result = await answer;
    declarations = result.declarations;
    return result;
  };
  return {
    typescript: ready.typescript,
    languageInfo: ready.languageInfo,
    execute: ask,
    startAgain: () => ask(null, START),
    stop() {
      child.kill("SIGKILL");
    },
  };
}
