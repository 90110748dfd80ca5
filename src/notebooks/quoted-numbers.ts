import type { Notebook, Output } from "./notebook.js";

/** A number that the text of a notebook quotes, and the cell that printed it. */
export interface QuotedNumber {
  /** as it stands in the text */
  readonly number: string;
  /** the text cell that quotes it, from 1 */
  readonly cell: number;
  /** the nearest code cell whose output holds it, a cell above before one below; null where none does */
  readonly printed: number | null;
}

/**
 * The numbers that a notebook's text quotes, each with the cell whose output printed it.
 *
 * Counted are numbers of two digits and more, decimals and percentages in running text; not addresses, code, formulas,
 * references in brackets, dates, file names and headings. A percentage is found as a share too (12.5 % as 0.125).
 *
 * @returns in order of the text; a number that no cell printed was written by hand and may be out of date
 */
export function quotedNumbers({ cells }: Notebook): QuotedNumber[] {
  const printed = cells.map(
    ({ outputs }) => new Set(outputs.flatMap((output) => numbersIn(outputText(output)))),
  );
  return cells.flatMap(({ cell_type, source }, i) => {
    if (cell_type !== "markdown") return [];
    return quoted(source).map(({ number, values }) => {
      const holding = printed.flatMap((numbers, at) =>
        values.some((value) => numbers.has(value)) ? [at] : [],
      );
      const nearest = holding.filter((at) => at < i).at(-1) ?? holding[0];
      return { number, cell: i + 1, printed: nearest === undefined ? null : nearest + 1 };
    });
  });
}

function quoted(markdown: string): { number: string; values: string[] }[] {
  const text = markdown
    .replace(/^#.*$/gm, " ")
    .replace(/```[\s\S]*?```|`[^`]*`|\$[^$]*\$/g, " ")
    .replace(/\]\([^)]*\)|https?:\/\/\S+|doi:\S+|\b10\.\d{4,}\/\S+/g, " ")
    .replace(
      /\b(?:notebooks?|chapter|article|equation|page|no\.|第)\s*\d+(?:\s*(?:,|and|to|–|-)\s*\d+)*/gi,
      " ",
    )
    .replace(
      /\((?:[^()]*\b(?:1[89]|20)\d\d\b[^()]*)\)|\b(?:1[89]|20)\d\d(?:\s*[–-]\s*(?:1[89]|20)\d\d)?\b/g,
      " ",
    );
  return [...text.matchAll(/(?<![\w.-])(\d[\d,]*(?:\.\d+)?)\s*(%|％)?(?![\w-])/g)].flatMap(
    ([, digits = "", percent]) => {
      const plain = digits.replaceAll(",", "");
      if (plain.length < 2 && !percent) return [];
      const value = Number(plain);
      const decimals = plain.split(".")[1]?.length ?? 0;
      const share = percent ? [(value / 100).toFixed(decimals + 2)] : [];
      return [
        {
          number: percent ? `${digits} %` : digits,
          values: [String(value), plain, ...share, ...share.map((s) => String(Number(s)))],
        },
      ];
    },
  );
}

function outputText(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return "";
  const figure = output.data["application/vnd.plotly.v1+json"];
  return `${output.data["text/plain"] ?? ""} ${figure === undefined ? "" : JSON.stringify(figure)}`;
}

function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).flatMap((found) => {
    const plain = found.replaceAll(",", "");
    return [plain, String(Number(plain)), ...found.split(",")];
  });
}
