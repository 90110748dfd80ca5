import { type ChildProcess, fork } from "node:child_process";

/** Where and how a child process runs. */
export interface ChildOptions {
  /** the notebook's folder: imports are resolved from it */
  readonly cwd: string;
  /** more environment, after the fixed one */
  readonly env?: Readonly<Record<string, string>>;
  /** CommonJS modules loaded first */
  readonly preload?: readonly string[];
}

/** A child process, and what it printed last. */
export interface Child {
  readonly process: ChildProcess;
  /** how it ended, in a line, with the end of what it printed */
  ended(code: number | null, signal: string | null): Error;
}

/** Room for young objects from the start: a compiler and a study in 16 MiB are mostly collecting garbage. */
const YOUNG = ["--min-semi-space-size=32", "--max-semi-space-size=64"];

/** The environment of every notebook: nothing of the machine but where programs and the home folder are. */
export function fixedEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "SystemRoot", "TEMP", "TMPDIR"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
}

const running = new Set<ChildProcess>();

/** Ends every kernel and compiler of this process at once (Ctrl-C, a fatal error). */
export function killChildren(): void {
  for (const child of running) child.kill("SIGKILL");
}

/**
 * Starts a script of this room in a Node process that is spoken to by messages. It ends with this process in any case.
 *
 * @param name what the process is, for messages: "kernel"
 */
export function startChild(name: string, script: string, args: string[], options: ChildOptions): Child {
  const { cwd, env = {}, preload = [] } = options;
  const child = fork(script, args, {
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
  return {
    process: child,
    ended: (code, signal) =>
      new Error(`the ${name} ended (${signal ?? `exit ${code}`})${log ? `: ${log.trim()}` : ""}`),
  };
}
