// Every notebook reads as a lesson. What a notebook lacks today stands in TO_WRITE; nothing may be added to it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namesIn } from "../../src/notebooks/files.js";
import { lessonFindings } from "../../src/notebooks/lesson.js";
import { type Notebook, parseNotebook } from "../../src/notebooks/notebook.js";

const TO_WRITE: readonly string[] = [
  "01-corpus: no formula",
  "01-corpus: no reference",
  "02-noise-and-duplicates: no section Method",
  "04-keyness-and-collocations: no **Look for** before figure keyness-by-document",
  "05-sanctions: no **Look for** before figure teaching-sanction-types",
  "05-sanctions: nothing after figure teaching-sanction-types says what it does **not** show",
  "06-penalty-severity: no section Method",
  "06-penalty-severity: no **Look for** before figure teaching-severity-levels",
  "06-penalty-severity: nothing after figure teaching-severity-levels says what it does **not** show",
  "07-severity-robustness: no section Method",
  "07-severity-robustness: nothing after figure multiverse-leader-staff says what it does **not** show",
  "08-targets-and-scorecards: no reference",
  "09-arithmetic-audit: no reference",
  "09-arithmetic-audit: no **Look for** before figure claims-by-type",
];

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
    const findings = lessonFindings(notebook).map(
      (finding) => `${name}: ${finding.replace(/^cell \d+: /, "")}`,
    );
    expect(findings.filter((finding) => !TO_WRITE.includes(finding))).toEqual([]);
  });
});
