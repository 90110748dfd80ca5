// What is kept of runs: an optimisation, which a checkout that cannot be written to does without.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cachedRun, keepRun } from "../../src/notebooks/cache.js";

test("a run is found again; where it cannot be kept, none is, and nothing fails", () => {
  const run = { notebook: { cells: [], metadata: {} }, inputs: {}, reads: {} };
  const root = mkdtempSync(join(tmpdir(), "guizhang-"));
  try {
    keepRun(root, "a", run, "key");
    expect(cachedRun(root, "a", run.notebook, "key")).toEqual(run);
    rmSync(join(root, ".cache"), { recursive: true });
    writeFileSync(join(root, ".cache"), "a file where the folder would be");
    keepRun(root, "a", run, "key");
    expect(cachedRun(root, "a", run.notebook, "key")).toBeNull();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
