// Every notebook reads as a lesson.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namesIn } from "../../src/notebooks/files.js";
import { lessonFindings } from "../../src/notebooks/lesson.js";
import { type Notebook, parseNotebook } from "../../src/notebooks/notebook.js";

describe("lessonFindings", () => {
  const figure = {
    output_type: "display_data" as const,
    data: { "application/vnd.plotly.v1+json": {} },
    metadata: { guizhang: { figure: "f" } },
  };
  const notebook = (...sources: (string | null)[]): Notebook => ({
    metadata: {},
    cells: sources.map((source, i) => ({
      cell_type: source === null ? ("code" as const) : ("markdown" as const),
      id: `c${i}`,
      source: source ?? "",
      metadata: {},
      execution_count: null,
      outputs: source === null ? [figure] : [],
    })),
  });
  const opening = "# 01 What? 何\n**Question.** a **Data.** b **What would change the answer.** c";
  const method = "## Method 方法\n$x$ (Gries 2008, doi:10.1/2)\n**Look for** lines.";
  const closing = "It does **not** show rain.\n## Limits 局限\n\n## Exercise 练习";

  it("are none for a whole lesson", () => {
    expect(lessonFindings(notebook(opening, method, null, closing))).toEqual([]);
  });

  it("name each thing that is missing", () => {
    expect(lessonFindings(notebook("# What", "text", null, "It shows all.\n## 局限"))).toEqual([
      "cell 1: no **Question.**",
      "cell 1: no **Data.**",
      "cell 1: no **What would change the answer.**",
      "no section Method",
      "no section Limits",
      "no section Exercise",
      "cell 1: heading in one language: What",
      "cell 4: heading in one language: 局限",
      "no formula",
      "no reference",
      "cell 3: no **Look for** before figure f",
      "cell 3: nothing after figure f says what it does **not** show",
    ]);
  });
});

describe("the notebooks", () => {
  it.each(namesIn("notebooks", ".ipynb"))("%s is a lesson", (name) => {
    const notebook = parseNotebook(readFileSync(join("notebooks", `${name}.ipynb`), "utf8"), name);
    expect(lessonFindings(notebook)).toEqual([]);
  });
});
