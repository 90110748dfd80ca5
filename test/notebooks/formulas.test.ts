// Formulas of the notebooks: written by a program that unescapes, \frac becomes a form feed and "rac", \pm becomes "pm".
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseNotebook } from "../../src/notebooks/notebook.js";

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const COMMANDS =
  /(?<![\\a-z])(?:frac|tfrac|sqrt|text|quad|qquad|sum|pm|le|ge|cdot|bar|log)(?=[_{^\s(]|[A-Z])/;

test.each(names)("the formulas of %s have their backslashes", (name) => {
  const { cells } = parseNotebook(readFileSync(join("notebooks", name), "utf8"), name);
  for (const cell of cells.filter(({ cell_type }) => cell_type === "markdown")) {
    const text = [cell.source].flat().join("");
    expect(text).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
    for (const [formula] of text.matchAll(/\$\$[\s\S]*?\$\$/g)) expect(formula).not.toMatch(COMMANDS);
  }
});
