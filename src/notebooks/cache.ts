import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../corpus/provenance.js";
import { writeWhole } from "../whole-file.js";
import { inputHashes, libraryHash } from "./files.js";
import { formatNotebook, type Notebook, parseNotebook } from "./notebook.js";
import type { NotebookReads } from "./reads.js";

/** What is kept of a run: it need not be repeated while nothing that it depends on changes. */
export interface KeptRun {
  readonly notebook: Notebook;
  /** input files to sha256 */
  readonly inputs: Readonly<Record<string, string>>;
  readonly reads: NotebookReads;
}

/** A kept run on disk. */
interface CachedRun extends Omit<KeptRun, "notebook"> {
  readonly key: string;
  readonly notebook: string;
}

/** sha256 of the cells of a notebook, outputs left out. */
export function cellsHash({ cells }: Notebook): string {
  return sha256(JSON.stringify(cells.map(({ cell_type, source }) => [cell_type, source])));
}

/** What every notebook depends on beside its cells and inputs: library, lock file, node. */
export function commonKey(root: string): string {
  const packages = sha256(readFileSync(join(root, "package-lock.json")));
  return sha256([libraryHash(join(root, "dist")), packages, process.version, process.platform].join("\n"));
}

/** The earlier run of a notebook, when its cells, the library, the packages and every input it read are unchanged. */
export function cachedRun(root: string, name: string, notebook: Notebook, common: string): KeptRun | null {
  try {
    const cached = JSON.parse(readFileSync(cachePath(root, name), "utf8")) as CachedRun;
    if (cached.key !== sha256(common + cellsHash(notebook))) return null;
    const now = inputHashes(
      root,
      Object.keys(cached.inputs).map((input) => join(root, input)),
    );
    if (JSON.stringify(now) !== JSON.stringify(cached.inputs)) return null;
    const { inputs, reads } = cached;
    return { notebook: parseNotebook(cached.notebook, name), inputs, reads };
  } catch {
    return null;
  }
}

/** Keeps a run for the next time. */
export function keepRun(root: string, name: string, run: KeptRun, common: string): void {
  const key = sha256(common + cellsHash(run.notebook));
  const cached: CachedRun = {
    key,
    inputs: run.inputs,
    reads: run.reads,
    notebook: formatNotebook(run.notebook),
  };
  try {
    writeWhole(cachePath(root, name), JSON.stringify(cached));
  } catch {
    // a checkout that cannot be written to: the next time it runs again
  }
}

function cachePath(root: string, name: string): string {
  return join(root, ".cache", "reproduce", `${name}.json`);
}
