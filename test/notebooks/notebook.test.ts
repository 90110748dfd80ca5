import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatNotebook, parseNotebook } from "../../src/notebooks/notebook.js";
import { collectOutputs } from "../../src/notebooks/outputs.js";

describe("notebook files", () => {
  it("are read and written back to the same bytes", () => {
    const text = readFileSync("test/notebooks/fixtures/smoke.ipynb", "utf8");
    expect(formatNotebook(parseNotebook(text, "smoke"))).toBe(text);
  });

  it("split texts as Python's splitlines(True) does: 'a\\r\\nb\\vc\\x85d\\u2028e' gives five lines", () => {
    const cell = { cell_type: "markdown", source: "a\r\nb\vc\x85d\u2028e", metadata: {} };
    const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] });
    const { cells } = JSON.parse(formatNotebook(parseNotebook(text, "x")));
    expect(cells[0].source).toEqual(["a\r\n", "b\v", "c\x85", "d\u2028", "e"]);
  });

  it("give every cell a name of its own", () => {
    const cell = (id?: string) => ({
      cell_type: "code",
      source: [],
      metadata: {},
      outputs: [],
      ...(id && { id }),
    });
    const raw = {
      nbformat: 4,
      metadata: {},
      cells: [cell("a"), cell("a"), cell(), cell("no spaces allowed")],
    };
    const { cells } = parseNotebook(JSON.stringify(raw), "x");
    expect(cells.map(({ id }) => id)).toEqual(["a", "cell-02", "cell-03", "cell-04"]);
  });

  it("that are none are refused by name", () => {
    expect(() => parseNotebook("{", "n.ipynb")).toThrow(/^n\.ipynb requires JSON, got /);
    expect(() => parseNotebook("{}", "n.ipynb")).toThrow(
      "n.ipynb requires a notebook of format 4, got format undefined",
    );
  });
});

describe("collectOutputs", () => {
  const display = (type: "display_data" | "update_display_data", text: string, id?: string) => ({
    type,
    content: { data: { "text/plain": text }, ...(id && { transient: { display_id: id } }) },
  });

  it("replaces a display by its update, in its place, and ignores an update of nothing", () => {
    const outputs = collectOutputs([
      display("display_data", "0 %", "p"),
      display("display_data", "other"),
      display("update_display_data", "100 %", "p"),
      display("update_display_data", "lost", "q"),
    ]);
    expect(outputs.map((o) => (o.output_type === "display_data" ? o.data["text/plain"] : ""))).toEqual([
      "100 %",
      "other",
    ]);
  });
});
