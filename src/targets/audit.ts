import { toRepaired } from "../repair/offsets.js";
import type { StructuredDocument } from "../structure/records.js";
import { type Claim, type ClaimRecord, placed } from "./claims.js";
import { enumerationClaims } from "./enumerations.js";
import { indicatorClaims } from "./indicator-claims.js";
import { readPassages } from "./passages.js";
import { rateClaims } from "./rates.js";
import { referenceClaims } from "./references.js";
import { relationClaims } from "./relations.js";
import { sumClaims } from "./sums.js";
import { targets } from "./targets.js";

/**
 * Every claim of a document that its own numbers can check: sums, counts of listed items, rates, differences, products,
 * subsets and bounds, shares that cannot be, cross-references.
 *
 * Rounding is judged at the printed precision, half up; a value that is cut off instead fails and says so
 * (`holds_truncated`). `holds` is null where an operand is masked, missing or cut; `note` says which.
 *
 * @param structured a document with its clauses
 * @returns claims in the order of the text; spans are in the text as read
 */
export function audit(structured: StructuredDocument): ClaimRecord[] {
  const reading = readPassages(structured);
  const records = targets(structured);
  return structured.parts
    .flatMap((part) => {
      const span = toRepaired(structured.repaired, part);
      const claims: Claim[] = [
        ...enumerationClaims(reading.text, span),
        ...sumClaims(reading.text, span),
        ...rateClaims(reading.text, span),
        ...relationClaims(reading.text, span),
        ...indicatorClaims(reading, part, records),
        ...referenceClaims(reading, part),
      ];
      return distinct(claims).map((claim) => placed(reading, part.part, claim));
    })
    .sort(
      (a, b) =>
        a.start - b.start ||
        a.end - b.end ||
        (a.type < b.type ? -1 : a.type > b.type ? 1 : 0) ||
        (a.claim < b.claim ? -1 : 1),
    );
}

/** one claim where two rules find the same numbers at the same place; the one that decides is kept */
function distinct(claims: readonly Claim[]): Claim[] {
  const found: Claim[] = [];
  for (const claim of claims) {
    const same = found.findIndex(
      (c) =>
        c.type === claim.type &&
        c.stated === claim.stated &&
        c.computed === claim.computed &&
        Math.min(c.end, claim.end) > Math.max(c.start, claim.start),
    );
    if (same < 0) found.push(claim);
    else if ((found[same] as Claim).holds === null && claim.holds !== null) found[same] = claim;
  }
  return found;
}
