import { describe, expect, it } from "vitest";
import type { Cell, Notebook } from "../../src/notebooks/notebook.js";
import { quotedNumbers } from "../../src/notebooks/quoted-numbers.js";

const cell = (cell_type: Cell["cell_type"], source: string, text = ""): Cell => ({
  cell_type,
  id: source.slice(0, 3),
  source,
  metadata: {},
  execution_count: null,
  outputs: text ? [{ output_type: "stream", name: "stdout", text }] : [],
});
const numbers = (...cells: Cell[]) => quotedNumbers({ cells, metadata: {} } satisfies Notebook);

describe("quotedNumbers", () => {
  it("finds the cell that printed a number, the last one above first", () => {
    const found = numbers(
      cell("code", "a", "n 352"),
      cell("code", "b", "352 rows"),
      cell("markdown", "There are 352 provisions."),
    );
    expect(found).toEqual([{ number: "352", cell: 3, printed: 2 }]);
  });

  it("names a number that no cell printed", () => {
    expect(numbers(cell("code", "a", "353"), cell("markdown", "We found 352 of them."))).toEqual([
      { number: "352", cell: 2, printed: null },
    ]);
  });

  it("reads thousands, and percentages as shares", () => {
    const found = numbers(
      cell("code", "a", "22123 0.125"),
      cell("markdown", "Of 22,123 characters 12.5 % are copies."),
    );
    expect(found.map(({ number, printed }) => [number, printed])).toEqual([
      ["22,123", 1],
      ["12.5 %", 1],
    ]);
  });

  it("leaves out years, references, code, formulas, addresses, headings and single digits", () => {
    const text =
      "# 12 things\nSee notebook 02, `x = 345`, $n = 99$, doi:10.1234/567, (Jeffrey 1946, p. 453), 1984–2004, and 5 files at https://a.b/77.";
    expect(numbers(cell("markdown", text))).toEqual([]);
  });
});
