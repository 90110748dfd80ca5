import { fromCsv } from "../csv.js";
import type { Interval } from "../quantities/records.js";
import type { Observation } from "./observations.js";

/** A price index: year → level of prices, in any unit. */
export type PriceIndex = ReadonlyMap<string, number>;

/**
 * A price index from a CSV with the columns year and index. The project has none of its own: which index suits fines is
 * the reader's decision.
 *
 * @param csv text of the file
 * @param file its name, for error messages
 * @returns the index
 * @throws TypeError that names file, line, what was expected and what was found
 * @example
 * parsePriceIndex("year,index\n2009,100\n2019,126\n").get("2019") // 126
 */
export function parsePriceIndex(csv: string, file = "prices"): PriceIndex {
  const rows = fromCsv(
    csv,
    [
      { name: "year", type: "string", description: "" },
      { name: "index", type: "number", description: "" },
    ],
    file,
  ) as unknown as { readonly year: string | null; readonly index: number | null }[];
  if (rows.length === 0) throw new TypeError(`${file}: expected a row per year, found none`);
  const prices = new Map<string, number>();
  rows.forEach(({ year, index }, i) => {
    const line = `${file}, line ${i + 2}`;
    if (year === null || !/^\d{4}$/.test(year))
      throw new TypeError(`${line}, year: expected four digits, found ${year ?? "an empty field"}`);
    if (index === null || index <= 0)
      throw new TypeError(`${line}, index: expected a number above 0, found ${index ?? "an empty field"}`);
    if (prices.has(year)) throw new TypeError(`${line}, year: expected each year once, found ${year} again`);
    prices.set(year, index);
  });
  return prices;
}

/**
 * What an amount of one year is in the prices of another: amount × index(to) / index(from).
 *
 * @param prices the user's index
 * @param from year of the amount, null where it is not to be trusted
 * @param to year whose prices are wanted
 * @returns the factor; null where a year is not known or not in the index
 * @example
 * priceFactor(new Map([["2009", 100], ["2019", 126]]), "2009", "2019") // 1.26
 */
export function priceFactor(prices: PriceIndex, from: string | null, to: string): number | null {
  const [then, now] = [from === null ? undefined : prices.get(from), prices.get(to)];
  return then === undefined || now === undefined ? null : now / then;
}

/**
 * Observations with their amounts in the prices of one year.
 *
 * An amount whose year is not to be trusted or not in the index keeps its printed figure and is left out, and counted,
 * wherever amounts are summed up.
 *
 * @param observations consequences with their documents
 * @param prices the user's index
 * @param to year whose prices are wanted
 * @returns the observations, in order, with `price_year`
 * @throws RangeError when the index lacks the year that is wanted
 */
export function inPricesOf(
  observations: readonly Observation[],
  prices: PriceIndex,
  to: string,
): Observation[] {
  if (!prices.has(to)) {
    throw new RangeError(
      `inPricesOf requires a year of the index (${[...prices.keys()].join(", ")}), got ${to}`,
    );
  }
  return observations.map((observation) => {
    const { record } = observation;
    if (record.amount === null) return observation;
    const factor = priceFactor(prices, observation.year, to);
    if (factor === null) return { ...observation, price_year: null };
    return { ...observation, price_year: to, record: { ...record, amount: scaled(record.amount, factor) } };
  });
}

/** Both printed ends of an interval times a factor. */
export function scaled({ min, max }: Interval, factor: number): Interval {
  return { min: min === null ? null : min * factor, max: max === null ? null : max * factor };
}
