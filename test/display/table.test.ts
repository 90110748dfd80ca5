import { describe, expect, it } from "vitest";
import { renderTable } from "../../src/display/table.js";

describe("renderTable", () => {
  const rows = [
    { type: "罚款", n: 12, share: 0.123456, note: null },
    { type: "警告", n: 3, share: 0.5, note: "a,b" },
  ];

  it("aligns columns, counting Chinese characters as two", () => {
    expect(renderTable(rows).text).toBe(
      "type   n   share  note\n罚款  12  0.1235  —\n警告   3     0.5  a,b\n",
    );
  });

  it("escapes what would be markup, in cells, headings and caption", () => {
    const { html } = renderTable([{ "<i>": "<script>alert(1)</script>" }], undefined, { caption: 'a & "b"' });
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("&lt;i&gt;");
    expect(html).toContain("<caption>a &amp; &quot;b&quot;</caption>");
    expect(html).not.toMatch(/<script|<i>/);
  });

  it("takes columns in the order asked for, with headings and decimals", () => {
    const { text } = renderTable(rows, [{ key: "share", heading: "占比", digits: 2 }, "type"]);
    expect(text).toBe("占比  type\n0.12  罚款\n0.50  警告\n");
  });

  it("says how many rows it left out", () => {
    const { html, text } = renderTable(rows, undefined, { limit: 1 });
    expect(text).toContain("… and 1 more rows");
    expect(html).toContain("… and 1 more rows");
    expect(html.match(/<tr>/g)).toHaveLength(2);
  });

  it("takes a danfojs data frame (its columns and values)", () => {
    const frame = { columns: ["type", "n"], values: [["罚款", 12]] };
    expect(renderTable(frame)).toEqual(renderTable([{ type: "罚款", n: 12 }]));
  });

  it("refuses an unknown column and NaN", () => {
    expect(() => renderTable(rows, ["tpye"])).toThrow(
      "showTable requires columns among type, n, share, note, got tpye",
    );
    expect(() => renderTable([{ p: Number.NaN }])).toThrow(
      "showTable requires finite numbers or null, got NaN",
    );
  });

  it("prints only the headings of a table without rows", () => {
    expect(renderTable([], ["a", "b"]).text).toBe("a  b\n");
  });
});
