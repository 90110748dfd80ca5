import type { Span } from "../span.js";
import { quotaRows } from "./quota-rows.js";
import { OWES } from "./quotas.js";
import type { Indicator } from "./records.js";

/** What each name of a table in lines owes: 城关镇：放环215例，结扎96例；洛溪镇：… */
export function rowQuotas(text: string, span: Span): Indicator[] {
  return quotaRows(text, span)
    .flat()
    .filter((row) => OWES.test(row.name))
    .flatMap((row) =>
      row.cells.map((cell) => ({
        start: cell.start,
        end: cell.end,
        item: cell.item,
        comparator: "=" as const,
        value: cell.value,
        valueMax: null,
        unit: cell.unit === "元" ? ("yuan" as const) : ("count" as const),
        role: "quota" as const,
        flags: [],
        addressee: row.name,
      })),
    );
}
