import { join } from "node:path";
import { drawnFigures, figureHashes } from "./drawn.js";
import { type Kernel, startKernel } from "./kernel.js";
import type { Notebook } from "./notebook.js";
import { collectOutputs } from "./outputs.js";
import { type NotebookReads, withUsedCells } from "./reads.js";
import { withoutPaths } from "./traces.js";

/** What a run of some cells of a notebook drew. */
export interface FigureRun {
  /** figure to the sha256 of its specification */
  readonly specs: ReadonlyMap<string, string>;
  /** cells that failed, with the message */
  readonly failed: ReadonlyMap<number, string>;
}

/** Runs the same notebook again and again, without drawing pictures. */
export interface FigureRuns {
  /**
   * Runs cells from the start.
   *
   * @param figures cells that draw figures; the cells that they take variables from are run before them
   * @param changed files that this run must read anew; a kernel whose library has kept one in memory is replaced
   */
  draw(figures: Iterable<number>, changed?: readonly string[]): Promise<FigureRun>;
  stop(): void;
}

/** Longest time of one cell in milliseconds. */
const LIMIT = 120_000;

/**
 * A kernel for running one notebook many times in a copy of the project: it starts once, and only the cells that figures
 * need are run.
 *
 * @param root the copy
 * @param notebook as committed
 * @param reads which cells take variables from which, as a run of the whole notebook found
 */
export function figureRuns(root: string, notebook: Notebook, reads: NotebookReads): FigureRuns {
  let kernel: Kernel | null = null;

  async function cleanKernel(): Promise<Kernel> {
    if (kernel) await kernel.startAgain();
    else kernel = await startKernel({ cwd: join(root, "notebooks"), draw: false });
    return kernel;
  }

  async function run(wanted: ReadonlySet<number>): Promise<FigureRun & { opened: readonly string[] }> {
    const failed = new Map<number, string>();
    let opened: readonly string[] = [];
    const running = await cleanKernel();
    const cells = [];
    for (const [i, cell] of notebook.cells.entries()) {
      if (!wanted.has(i + 1)) {
        cells.push({ ...cell, outputs: [] });
        continue;
      }
      const result = await running.execute(cell.source, LIMIT).catch((error: Error) => error);
      if (result instanceof Error) {
        kernel = null;
        failed.set(i + 1, result.message);
        break;
      }
      opened = result.files ?? opened;
      const [failure] = result.failures;
      if (failure) failed.set(i + 1, withoutPaths(failure.message ?? failure.text ?? "", root));
      cells.push({ ...cell, outputs: collectOutputs(result.outputs) });
    }
    const drawn = drawnFigures({ ...notebook, cells });
    return { specs: new Map(drawn.map((one) => [one.id, figureHashes(one).spec])), failed, opened };
  }

  return {
    async draw(figures, changed = []) {
      const wanted = neededCells(notebook, reads, figures);
      const first = await run(wanted);
      const missing = changed.some((file) => !first.opened.includes(join(root, file)));
      if (!missing || kernel === null) return first;
      kernel.stop();
      kernel = null;
      return run(wanted);
    },
    stop: () => kernel?.stop(),
  };
}

/** Cells with those that are to be run before them. */
function neededCells(notebook: Notebook, reads: NotebookReads, figures: Iterable<number>): Set<number> {
  // types leave no trace in a run
  const types = notebook.cells.flatMap(({ cell_type, source }, i) =>
    cell_type === "code" && /^\s*(?:type|interface|enum)\s+\w/m.test(source) ? [i + 1] : [],
  );
  return new Set([...figures, ...types].flatMap((cell) => [...withUsedCells(reads, cell)]));
}
