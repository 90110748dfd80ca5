import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FigureRun, FigureRuns } from "./figure-runs.js";
import type { Finding } from "./finding.js";
import { dead } from "./finding.js";
import { type Probe, probes } from "./probes.js";
import { isOf, type TrackedFigure, usedRows } from "./tracked-figure.js";

/** A figure that is to change with a file (or, undeclared, must not), and the changes not tried yet. */
interface Trial {
  readonly figure: TrackedFigure;
  readonly column: string | null;
  readonly declared: boolean;
  readonly probes: Probe[];
  readonly tried: string[];
  /** a change after which the figure could not be drawn at all */
  undrawn: string | null;
}

/** Changes tried on a figure that reads a file without declaring it. */
const BYSTANDER = 3;

/** Changes one file until every figure that declares it has changed. */
export async function checkFile(
  root: string,
  file: string,
  figures: readonly TrackedFigure[],
  runs: FigureRuns,
  progress: (text: string) => void,
): Promise<Finding[]> {
  let waiting = trials(root, file, figures);
  const path = join(root, file);
  const reopened = existsSync(path) && statSync(path).isFile() ? [file] : [];
  const findings: Finding[] = [];
  const done = new Set<string>();
  for (;;) {
    const trial = waiting.find((each) => each.probes.length > 0);
    if (trial === undefined) break;
    const probe = trial.probes.shift()!;
    if (done.has(probe.note)) continue;
    done.add(probe.note);
    progress(`with another ${file}: ${probe.note}`);
    probe.apply();
    const cells = waiting.map(({ figure }) => figure.cell);
    const run = await runs.draw(cells, reopened).finally(probe.restore);
    for (const each of waiting) {
      if (each.column !== null && each.column !== probe.column) continue;
      each.tried.push(probe.note);
      const change = changeOf(each.figure, run);
      if (change === "refused") each.undrawn ??= `${probe.note} (${run.failed.get(each.figure.cell)})`;
      if (change === "changed" || (change === "refused" && !each.declared)) {
        const note = `it changes with ${file}, ${probe.note}`;
        findings.push(
          each.declared
            ? { name: each.figure.name, status: "alive", note }
            : dead(each.figure, `${note}; it does not declare ${file}`),
        );
        waiting = waiting.filter((other) => other !== each);
      }
    }
  }
  for (const { figure, column, declared, tried, undrawn } of waiting) {
    if (!declared) continue;
    const input = column === null ? file : `${file}#${column}`;
    findings.push(
      undrawn === null
        ? dead(figure, `it does not change with ${input} (tried: ${tried.join("; ") || "nothing to change"})`)
        : {
            name: figure.name,
            status: "alive",
            note: `it changes with ${input}: it cannot be drawn with ${undrawn}`,
          },
    );
  }
  return findings;
}

function trials(root: string, file: string, figures: readonly TrackedFigure[]): Trial[] {
  const fresh = (figure: TrackedFigure, column: string | null, declared: boolean): Trial => {
    const rows = usedRows([figure], file);
    const use = { rows: rows?.size ? rows : null, shown: figure.shown };
    const changes = probes(root, file, use, column);
    const own = declared ? changes : changes.slice(0, BYSTANDER);
    return { figure, column, declared, probes: own, tried: [], undrawn: null };
  };
  return figures.flatMap((figure) => {
    const own = figure.inputs.filter((input) => input.file === file);
    if (own.length > 0) return own.map(({ column }) => fresh(figure, column, true));
    const reads = Object.keys(figure.reads).some((table) => isOf(table, file));
    return reads ? [fresh(figure, null, false)] : [];
  });
}

/** Whether a run drew a figure as before, otherwise, or could not draw it any more (its own cell failed). */
function changeOf({ id, cell, cells, spec }: TrackedFigure, run: FigureRun): "same" | "changed" | "refused" {
  const now = run.specs.get(id);
  if (now !== undefined) return now === spec ? "same" : "changed";
  // a cell before it that refuses the changed data says nothing about this figure
  const earlier = [...cells].some((other) => other !== cell && run.failed.has(other));
  return run.failed.has(cell) && !earlier ? "refused" : "same";
}
