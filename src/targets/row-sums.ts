import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn } from "./counts.js";
import { exactClaim } from "./judged.js";
import { type QuotaRow, quotaRows } from "./quota-rows.js";
import { tidy } from "./rounding.js";
import { commonRun } from "./sentences.js";

/** how far before the rows their totals may stand */
const BACK = 200;

/** Columns of rows against the totals that the paragraph before them names: 完成放环980例、结扎425例，分配如下：⏎城关镇：放环215例，结扎96例；… */
export function rowSumClaims(text: string, span: Span): Claim[] {
  return quotaRows(text, span).flatMap((rows) => {
    const first = rows[0] as QuotaRow;
    const lead = countsIn(text, { start: Math.max(span.start, first.start - BACK), end: first.start });
    return first.cells.flatMap((cell, column) => {
      const total = lead.findLast((c) => c.unit === cell.unit && c.value !== null && called(c, cell.item));
      if (!total) return [];
      const values = rows.map((r) => r.cells[column]?.value ?? 0);
      const scale = total.scale;
      const computed = tidy(values.reduce((sum, v) => sum + v, 0) / scale);
      return [
        exactClaim(
          {
            start: total.start,
            end: total.end,
            type: "sum",
            claim: `${rows.length} parts make ${total.printed}${total.unit}`,
            operands: values.map((v) => tidy(v / scale)),
            formula: "sum",
          },
          computed,
          tidy((total.value as number) / scale),
          `the parts make ${computed}`,
        ),
      ];
    });
  });
}

const called = (total: Count, item: string): boolean =>
  commonRun(total.label, item.replace(/任务$/, "")) >= Math.min(2, item.length);
