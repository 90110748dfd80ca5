import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAlive } from "../../src/notebooks/alive.js";
import { formatNotebook } from "../../src/notebooks/notebook.js";
import { copyProject, type ProjectCopy } from "../../src/notebooks/project-copy.js";

// figures that read their table, carry a planted number, do not say what they read, or hide what they read
const CELLS = [
  "# Question",
  `import { dataPath, figure, loadStudy, readCorpus } from "guizhang";
const study = loadStudy();
const bars = (y: readonly number[]) => ({ data: [{ type: "bar" as const, x: y.map((_, i) => "c" + i), y: [...y] }] });
const holding = (holds: boolean | null) => study.claims.filter((c) => c.holds === holds).length;`,
  `await figure("honest", bars([holding(true), holding(false)]), { caption: "c", source: "data/study/claims.csv" });`,
  `await figure("column", bars([holding(true)]), { caption: "c", source: "data/study/claims.csv#holds" });`,
  `const { documents } = readCorpus(dataPath("teaching"));
await figure("folder", bars([documents.length]), { caption: "c", source: "data/teaching, read live" });`,
  `await figure("planted", bars([12, 30]), { caption: "c", source: "data/study/claims.csv" });`,
  `await figure("silent", bars([holding(true)]), { caption: "c", source: "our count", inputs: ["data/study/scorecards.csv"] });`,
  `if (study.sources.length < 5) throw new RangeError("too few files");
await figure("brittle", bars([5]), { caption: "c", source: "data/study/sources.csv" });`,
  `const hidden = study.noise.map((n) => Object.getOwnPropertyDescriptor(n, "kind")!.value as string);
await figure("hidden", bars([hidden.slice(0, 9).filter((kind) => kind === "boilerplate").length]), { caption: "c", source: "data/study/noise.csv" });`,
];

describe("checkAlive", () => {
  let project: ProjectCopy;

  beforeAll(() => {
    project = copyProject(resolve("."));
    const folder = join(project.root, "notebooks");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const cells = CELLS.map((source, i) => ({
      cell_type: i === 0 ? ("markdown" as const) : ("code" as const),
      id: `c${i}`,
      source,
      metadata: {},
      execution_count: null,
      outputs: [],
    }));
    writeFileSync(join(folder, "tried.ipynb"), formatNotebook({ cells, metadata: {} }));
  });

  afterAll(() => project.remove());

  it("tells figures that follow their data from planted numbers and from inputs not declared or not seen", async () => {
    const findings = await checkAlive({ root: project.root });
    const notes = findings.map(
      ({ name, status, note }) => `${status} ${name.replace("tried/", "")}: ${note}`,
    );
    const of = (figure: string) => notes.filter((note) => note.includes(` ${figure}: `));
    expect(of("honest")).toEqual([
      expect.stringMatching(
        /^alive .* data\/study\/claims\.csv, (row \d+ left out|holds of row \d+: \w+ now \w+)$/,
      ),
    ]);
    expect(of("column")).toEqual([
      expect.stringMatching(/^alive .* data\/study\/claims\.csv, holds of row \d+: \w+ now \w+$/),
    ]);
    expect(of("folder")).toEqual([expect.stringMatching(/^alive .* data\/teaching, .*\.txt left out$/)]);
    expect(of("planted")).toEqual([
      expect.stringMatching(/^dead .* does not change with data\/study\/claims\.csv \(tried: .*row \d+/),
    ]);
    expect(of("silent")).toEqual([
      expect.stringMatching(/^dead .* changes with data\/study\/claims\.csv, .*; it does not declare/),
      expect.stringMatching(/^dead .* does not change with data\/study\/scorecards\.csv/),
    ]);
    expect(of("brittle")).toEqual([
      expect.stringMatching(/^alive .* cannot be drawn with row \d left out \(too few files\)$/),
    ]);
    expect(of("hidden")).toEqual([
      expect.stringMatching(/^alive .* changes with data\/study\/noise\.csv/),
      expect.stringMatching(/^dead .* changes with values that it is not seen to read$/),
    ]);
    expect(notes).toHaveLength(9);
  }, 300_000);
});
