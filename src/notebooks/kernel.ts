import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
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
export interface KernelOptions {
  /** the notebook's folder: imports are resolved from it */
  readonly cwd: string;
  /** more environment, after the fixed one */
  readonly env?: Readonly<Record<string, string>>;
  /** CommonJS modules loaded first */
  readonly preload?: readonly string[];
  /** whether figures are drawn; false: their specifications only */
  readonly draw?: boolean;
}

/** Longest time of a start in milliseconds: one second or two, but a busy machine takes longer. */
const START = 180_000;

/** Room for young objects from the start: a compiler and a study in 16 MiB are mostly collecting garbage. */
const YOUNG = ["--min-semi-space-size=32", "--max-semi-space-size=64"];

const CHILD = fileURLToPath(new URL("./kernel-child.cjs", import.meta.url));

/** The environment of every notebook: nothing of the machine but where programs and the home folder are. */
export function fixedEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "SystemRoot", "TEMP", "TMPDIR"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
}

const running = new Set<ChildProcess>();

/** Ends every kernel of this process at once (Ctrl-C, a fatal error). */
export function killKernels(): void {
  for (const child of running) child.kill("SIGKILL");
}

/**
 * Starts tslab's executor in a child process, without sockets.
 *
 * The child ends with this process in any case; `stop` ends it at once.
 */
export async function startKernel(options: KernelOptions): Promise<Kernel> {
  const { cwd, env = {}, preload = [], draw = true } = options;
  const child = fork(CHILD, draw ? [] : ["--specifications"], {
    cwd,
    env: { ...fixedEnvironment(), ...env },
    // loading the library, an ES module, from a cell is announced as experimental by Node 20 and 22
    execArgv: [
      ...YOUNG,
      "--disable-warning=ExperimentalWarning",
      ...preload.flatMap((file) => ["--require", file]),
    ],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    serialization: "advanced",
  });
  running.add(child);
  let log = "";
  const keep = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4000);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.once("exit", () => running.delete(child));

  const reply = <T>(limit: number): Promise<T> =>
    new Promise((resolve, reject) => {
      const end = (then: () => void) => {
        clearTimeout(timer);
        child.off("message", onMessage);
        child.off("exit", onExit);
        then();
      };
      const onMessage = (message: unknown) => end(() => resolve(message as T));
      const onExit = (code: number | null, signal: string | null) =>
        end(() =>
          reject(new Error(`the kernel ended (${signal ?? `exit ${code}`})${log ? `: ${log.trim()}` : ""}`)),
        );
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
  const ask = (code: string | null, limit: number) => {
    const answer = reply<CellResult>(limit);
    child.send({ code });
    return answer;
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
