import { join } from "node:path";
import { commonKey } from "./cache.js";
import { type DrawnFigure, drawnFigures, figureHashes } from "./drawn.js";
import { inOrder, namesIn } from "./files.js";
import { type Probe, probes } from "./probes.js";
import { copyProject } from "./project-copy.js";
import { type Finding, runOne } from "./reproduce.js";

/** What is checked and how it is reported. */
export interface AliveOptions {
  /** the project's folder */
  readonly root: string;
  /** only notebooks whose name holds this text */
  readonly only?: string;
  readonly progress?: (text: string) => void;
  readonly found?: (finding: Finding) => void;
}

/** A file or folder that a figure declares, or one column of a table. */
interface Declared {
  readonly file: string;
  readonly column: string | null;
}

interface Figure {
  readonly name: string;
  readonly notebook: string;
  readonly spec: string;
  readonly inputs: readonly Declared[];
}

/**
 * Checks that figures come from their data: on a copy of the inputs one thing is changed (a row or file left out, a
 * value), and the figures that declare the file must change while the others must not. A number written into a notebook by
 * hand is found here.
 *
 * A figure declares its inputs in `figure(…, { source, inputs })`: `data/study/terms.csv`, one column of it
 * (`data/study/terms.csv#count`), or a folder (`data/teaching`). Changes are tried until every figure that declares the
 * input has changed, eight at most where no column is named.
 *
 * @returns one finding for each figure and declared input (alive or dead), and one for each undeclared dependence
 */
export async function checkAlive(options: AliveOptions): Promise<readonly Finding[]> {
  const { root, only = "", progress, found } = options;
  const names = namesIn(join(root, "notebooks"), ".ipynb").filter((name) => name.includes(only));
  const common = commonKey(root);
  const figures: Figure[] = [];
  const reads = new Map<string, readonly string[]>();
  const run = (name: string) => runOne(root, name, common, { root, ...(progress && { progress }) });
  await inOrder(names, run, ({ name, problems, inputs, notebook }) => {
    if (problems.length > 0)
      throw new TypeError(`alive requires notebooks that run, got ${name}: ${problems[0]}`);
    reads.set(name, Object.keys(inputs));
    figures.push(...drawnFigures(notebook).map((figure) => declared(name, figure)));
  });
  const findings: Finding[] = [];
  const report = (name: string, status: "alive" | "dead", note: string) => {
    if (findings.some((one) => one.name === name && one.note === note)) return;
    const finding = { name, status, note };
    findings.push(finding);
    found?.(finding);
  };
  for (const { name, inputs } of figures) {
    if (inputs.length === 0) report(name, "dead", "it declares no input file (source or inputs)");
  }
  const files = [...new Set(figures.flatMap(({ inputs }) => inputs.map(({ file }) => file)))].sort();
  const copy = copyProject(root);
  try {
    for (const file of files) {
      const readers = names.filter((name) =>
        reads.get(name)!.some((read) => read === file || read.startsWith(`${file}/`)),
      );
      await checkFile(file, readers);
    }
  } finally {
    copy.remove();
  }
  return findings;

  /** Tries changes of one input until every figure that declares it has changed. */
  async function checkFile(file: string, readers: readonly string[]): Promise<void> {
    const waiting = figures.flatMap((figure) =>
      figure.inputs.filter((input) => input.file === file).map(({ column }) => ({ figure, column })),
    );
    const columns = waiting.flatMap(({ column }) => (column === null ? [] : [column]));
    const fresh = new Set(readers);
    for (const probe of probes(copy.root, file, columns)) {
      const tried = waiting.filter(({ column }) => column === null || column === probe.column);
      // a notebook is run for its waiting figures, and once for those that must not change
      const wanted = readers.filter(
        (name) => fresh.has(name) || tried.some(({ figure }) => figure.notebook === name),
      );
      if (tried.length === 0 || wanted.length === 0) continue;
      for (const [name, changed] of await changedFigures(probe, file, wanted)) {
        fresh.delete(name);
        for (const figure of figures.filter((one) => one.notebook === name && changed.has(one.name))) {
          if (!figure.inputs.some((input) => input.file === file)) {
            report(figure.name, "dead", `it changes with ${file}, which it does not declare`);
          }
          for (const one of tried.filter((each) => each.figure === figure)) {
            waiting.splice(waiting.indexOf(one), 1);
            report(figure.name, "alive", `it changes with ${file}, ${probe.note}`);
          }
        }
      }
      if (waiting.length === 0) return;
    }
    for (const { figure, column } of waiting) {
      report(figure.name, "dead", `it does not change with ${file}${column === null ? "" : `#${column}`}`);
    }
  }

  /** Names of the figures that notebooks draw differently after a change; a notebook that refuses it is left out. */
  async function changedFigures(probe: Probe, file: string, notebooks: readonly string[]) {
    const changed = new Map<string, ReadonlySet<string>>();
    probe.apply();
    try {
      const run = (name: string) => {
        progress?.(`${name} with another ${file}: ${probe.note}`);
        return runOne(root, name, null, { root: copy.root });
      };
      await inOrder(notebooks, run, ({ name, problems, notebook }) => {
        if (problems.length > 0) return;
        const now = new Map(
          drawnFigures(notebook).map((figure) => [`${name}/${figure.id}`, figureHashes(figure).spec]),
        );
        const own = figures.filter((one) => one.notebook === name && now.get(one.name) !== one.spec);
        changed.set(name, new Set(own.map((one) => one.name)));
      });
    } finally {
      probe.restore();
    }
    return changed;
  }
}

function declared(notebook: string, figure: DrawnFigure): Figure {
  const inputs = figure.inputs.map((input): Declared => {
    const [file = "", column = null] = input.split("#");
    return { file: file.replace(/\/$/, ""), column };
  });
  return { name: `${notebook}/${figure.id}`, notebook, spec: figureHashes(figure).spec, inputs };
}
