import type { Compiler } from "./compiler.js";
import { startKernel } from "./kernel.js";
import type { Cell, Notebook, Output } from "./notebook.js";
import { collectOutputs } from "./outputs.js";
import type { NotebookReads } from "./reads.js";
import { cleanFrames, type Failure, withoutPaths } from "./traces.js";

/** What is wrong with a cell. */
export interface CellProblem {
  /** number of the cell in the notebook, from 1 */
  readonly cell: number;
  readonly id: string;
  readonly message: string;
}

/** A notebook after its run. */
export interface NotebookRun {
  readonly notebook: Notebook;
  readonly problems: readonly CellProblem[];
  /** files read by the cells, absolute */
  readonly files: readonly string[];
  /** what each code cell rests on */
  readonly reads: NotebookReads;
  /** milliseconds of each code cell, in order; for reports only, never stored in the notebook */
  readonly times: readonly number[];
}

/** How a notebook is run. */
export interface RunOptions {
  /** the notebook's folder */
  readonly cwd: string;
  /** the project's folder, removed from stack traces */
  readonly root: string;
  /** longest time of one cell in seconds, default 120 */
  readonly limit?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly preload?: readonly string[];
  /** compiles the cells, for many notebooks of the folder; without it the kernel starts its own */
  readonly compiler?: Compiler;
  /** told before each code cell: its place among the code cells, and their number */
  readonly progress?: (done: number, of: number) => void;
}

/**
 * Runs every code cell of a notebook from a clean kernel, in order.
 *
 * An error becomes a proper error output and the cells after it still run. A cell that leaves timers or promises
 * behind, that changes lists of earlier cells, that is meant for a browser or as a module, or that takes too long is a
 * problem, named by its number.
 *
 * @param notebook as parsed; its outputs are ignored
 * @returns the notebook with the outputs of this run, and its problems
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<NotebookRun> {
  const { root, limit = 120, progress, ...where } = options;
  const kernel = await startKernel(where);
  const problems: CellProblem[] = [];
  const times: number[] = [];
  const cells: Cell[] = [];
  const codeCells = notebook.cells.filter(isRun).length;
  const reads: Record<number, NotebookReads[number]> = {};
  /** numbers of the cells in the order of their run */
  const numbers: number[] = [];
  let files: readonly string[] = [];
  let alive = true;
  try {
    for (const [i, cell] of notebook.cells.entries()) {
      if (!isRun(cell) || !alive) {
        cells.push({ ...cell, outputs: [], execution_count: null });
        continue;
      }
      progress?.(times.length, codeCells);
      const report = (message: string) => problems.push({ cell: i + 1, id: cell.id, message });
      const start = performance.now();
      const result = await kernel.execute(cell.source, limit * 1000).catch((error: Error) => {
        alive = false;
        report(withoutPaths(error.message, root));
        return null;
      });
      times.push(performance.now() - start);
      numbers.push(i + 1);
      if (result?.files) files = result.files;
      if (result?.reads)
        reads[i + 1] = { reads: result.reads, uses: (result.uses ?? []).map((at) => numbers[at]!) };
      const outputs = result ? collectOutputs(result.outputs) : [];
      for (const failure of result?.failures ?? []) {
        const output = errorOutput(failure, root);
        outputs.push(output);
        report(`${output.ename}: ${output.evalue}`);
      }
      for (const name of result?.changed ?? [])
        report(`it changes ${name} of an earlier cell in place; set a new variable`);
      for (const what of result?.left ?? []) report(`it left ${what} behind; await it`);
      if (outputs.some((o) => o.output_type === "stream" && /\bPromise \{\s/.test(o.text))) {
        report("it printed a promise; await it");
      }
      cells.push({ ...cell, outputs, execution_count: numbers.length });
    }
  } finally {
    kernel.stop();
  }
  const { languageInfo, typescript } = kernel;
  const metadata = {
    ...notebook.metadata,
    kernelspec: { display_name: "TypeScript (tslab)", language: "typescript", name: "tslab" },
    // tslab says 3.7.2 whatever it compiles with
    language_info: { ...languageInfo, version: typescript },
  };
  return { notebook: { cells, metadata }, problems, files, reads, times };
}

function isRun(cell: Cell): boolean {
  return cell.cell_type === "code" && cell.source.trim() !== "";
}

function errorOutput(failure: Failure, root: string): Extract<Output, { output_type: "error" }> {
  if (failure.kind === "type") {
    const text = withoutPaths(failure.text ?? "", root);
    return { output_type: "error", ename: "TypeScript", evalue: text, traceback: [`TypeScript: ${text}`] };
  }
  const ename = failure.name ?? "Error";
  const evalue = withoutPaths(failure.message ?? "", root);
  const traceback = [`${ename}: ${evalue}`, ...cleanFrames(failure.stack ?? "", root)];
  return { output_type: "error", ename, evalue, traceback };
}
