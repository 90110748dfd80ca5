import { toRepaired } from "../repair/offsets.js";
import type { StructuredDocument } from "../structure/records.js";
import { allotmentClaims } from "./allotments.js";
import { caseClaims, collectionClaims } from "./announced-parts.js";
import { balancedClaims } from "./balances.js";
import { bareListClaims } from "./bare-shares.js";
import { boundClaims } from "./bounds.js";
import { changeClaims } from "./changes.js";
import { type Claim, type ClaimRecord, placed } from "./claims.js";
import { comparedClaims } from "./compared-values.js";
import { dailyMeanClaims } from "./daily-means.js";
import { dateSpanClaims } from "./date-spans.js";
import { enumerationClaims } from "./enumerations.js";
import { feasibilityClaims } from "./feasible-rates.js";
import { fulfilmentClaims } from "./fulfilment.js";
import { groupQuotaClaims } from "./group-quotas.js";
import { meanClaims, meanShareClaims, shareOutClaims } from "./means.js";
import { multipleClaims } from "./multiples.js";
import { namedListClaims, sexesClaims } from "./named-lists.js";
import { readPassages } from "./passages.js";
import { perThousandClaims } from "./per-thousand.js";
import { periodClaims } from "./periods.js";
import { planClaims } from "./plans.js";
import { componentClaims } from "./point-components.js";
import { pointSumClaims } from "./point-sums.js";
import { pooledProductClaims } from "./pooled-products.js";
import { productClaims } from "./products.js";
import { rateClaims } from "./rates.js";
import { referenceClaims } from "./references.js";
import { remainderClaims } from "./remainders.js";
import { rowSumClaims } from "./row-sums.js";
import { scoreBalanceClaims } from "./score-balances.js";
import { scoreListClaims } from "./score-lists.js";
import { selfScoreClaims } from "./self-scores.js";
import { apartClaims, rankClaims, setApartClaims } from "./set-apart.js";
import { sexRatioClaims } from "./sex-ratios.js";
import { sloganClaims } from "./slogans.js";
import { stockBalanceClaims } from "./stock-balances.js";
import { subsetClaims } from "./subsets.js";
import { sumClaims } from "./sums.js";
import { tableRateClaims } from "./table-rates.js";
import { tableClaims } from "./table-totals.js";
import { targets } from "./targets.js";
import { timesChangeClaims } from "./times-changes.js";
import { unitPriceClaims } from "./unit-prices.js";
import { balanceClaims } from "./vital-rates.js";
import { complementClaims, kindShareClaims, proportionClaims, weightClaims } from "./weights.js";
import { wordShareClaims } from "./word-shares.js";

/**
 * Every claim of a document that its own numbers can check: sums, counts of listed items, rates, differences, products,
 * subsets and bounds, shares that cannot be, cross-references.
 *
 * Rounding is judged at the printed precision, half up; a value that is cut off instead fails and says so
 * (`holds_truncated`). `holds` is null where an operand is masked, missing or cut; `note` says which. A number that is
 * asked for (a target, a quota) is no claim.
 *
 * @param structured a document with its clauses
 * @returns claims in the order of the text; spans are in the text as read
 */
export function audit(structured: StructuredDocument): ClaimRecord[] {
  const reading = readPassages(structured);
  const { text } = reading;
  const records = targets(structured);
  const owed = records
    .filter((r) => r.role !== "reported" && r.value !== null)
    .map((r) => toRepaired(structured.repaired, r));
  const asked = (at: number): boolean => owed.some((r) => at >= r.start && at < r.end);
  return structured.parts
    .flatMap((part) => {
      const span = toRepaired(structured.repaired, part);
      const claims: Claim[] = [
        ...(part === structured.parts[0] ? collectionClaims(reading) : []),
        ...enumerationClaims(text, span),
        ...caseClaims(reading, part),
        ...sloganClaims(text, span),
        ...selfScoreClaims(text, span),
        ...sumClaims(text, span),
        ...namedListClaims(text, span),
        ...rowSumClaims(text, span),
        ...sexesClaims(text, span),
        ...scoreBalanceClaims(text, span),
        ...scoreListClaims(text, span),
        ...allotmentClaims(text, span),
        ...bareListClaims(text, span),
        ...groupQuotaClaims(text, span),
        ...weightClaims(text, span),
        ...complementClaims(text, span),
        ...kindShareClaims(text, span),
        ...proportionClaims(text, span),
        ...productClaims(text, span),
        ...pooledProductClaims(text, span),
        ...multipleClaims(text, span),
        ...unitPriceClaims(text, span),
        ...shareOutClaims(text, span),
        ...rateClaims(text, span, asked),
        ...meanClaims(text, span),
        ...meanShareClaims(text, span),
        ...dailyMeanClaims(text, span),
        ...perThousandClaims(text, span),
        ...changeClaims(text, span, asked),
        ...timesChangeClaims(text, span),
        ...comparedClaims(text, span),
        ...subsetClaims(text, span),
        ...balanceClaims(text, span),
        ...balancedClaims(text, span),
        ...stockBalanceClaims(text, span),
        ...remainderClaims(text, span),
        ...setApartClaims(text, span),
        ...apartClaims(text, span),
        ...rankClaims(text, span),
        ...wordShareClaims(text, span),
        ...boundClaims(text, span),
        ...sexRatioClaims(text, span, asked),
        ...feasibilityClaims(text, span, asked),
        ...periodClaims(text, span),
        ...tableClaims(text, span),
        ...tableRateClaims(text, span),
        ...dateSpanClaims(text, span),
        ...fulfilmentClaims(text, span),
        ...planClaims(reading, part, records),
        ...pointSumClaims(reading, part, records),
        ...componentClaims(reading, part, records),
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

/** one claim where two rules find the same stated number at the same place; the one that decides is kept */
function distinct(claims: readonly Claim[]): Claim[] {
  const found: Claim[] = [];
  const near = new Map<string, number[]>(); // claims by type, stated number and stretch of the text
  for (const claim of claims) {
    const keys = stretches(claim).map((stretch) => `${claim.type} ${claim.stated} ${stretch}`);
    const same = keys
      .flatMap((key) => near.get(key) ?? [])
      .filter((i) => isSame(found[i] as Claim, claim))
      .reduce((first, i) => Math.min(first, i), found.length);
    if (same < found.length && ((found[same] as Claim).holds !== null || claim.holds === null)) continue;
    found[same] = claim;
    for (const key of keys) near.set(key, [...(near.get(key) ?? []), same]);
  }
  return found;
}

function isSame(a: Claim, b: Claim): boolean {
  return (
    (a.computed === b.computed || a.computed === null || b.computed === null) &&
    Math.min(a.end, b.end) > Math.max(a.start, b.start)
  );
}

const STRETCH = 256; // characters

function stretches({ start, end }: Claim): number[] {
  const first = Math.floor(start / STRETCH);
  return Array.from({ length: Math.floor(end / STRETCH) - first + 1 }, (_, i) => first + i);
}
