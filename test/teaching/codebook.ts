/** The codebook's closed lists, typed from its tables and not from the code under test. */
export const SANCTIONS = (
  "rectification criticism admonition points_deduction award_ineligibility veto watchlist fine pay_deduction levy " +
  "clawback confiscation surcharge benefit_loss service_denial promotion_bar discipline demotion suspension removal " +
  "dismissal licence_revocation detention criminal_liability enforcement liability"
).split(" ");
export const REWARDS = "cash_reward subsidy insurance priority fee_waiver honour full_bonus".split(" ");
export const ADDRESSEES = "party relative staff leader unit family unspecified".split(" ");
export const TRIGGERS = (
  "unauthorised_birth target_missed reporting non_attendance sex_selection procedure mobility non_payment misconduct " +
  "technical compliance achievement other"
).split(" ");
export const BASES = "monthly_wage bonus illegal_gains annual_income fee_due points".split(" ");
export const PERS = "case person day occurrence percentage_point month year".split(" ");
export const FLAGS = "masked year_artifact truncated garbled".split(" ");

export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
}

/** A coded consequence as the hand-coded files hold it. */
export interface CodedRecord {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly polarity: string;
  readonly type: string;
  readonly cue: string;
  readonly addressee: string;
  readonly trigger: string;
  readonly amount: Interval | null;
  readonly multiple: Interval | null;
  readonly base: string | null;
  readonly per: string | null;
  readonly months: Interval | null;
  readonly flags: readonly string[];
}

/** What is wrong with a coded record by the codebook's lists; empty where nothing is. */
export function faults(r: CodedRecord): string[] {
  const found: string[] = [];
  const check = (ok: boolean, what: string): void => {
    if (!ok) found.push(`${r.source}:${r.start}-${r.end} ${what}`);
  };
  const interval = (name: string, v: Interval | null): void => {
    if (v === null) return;
    const { min, max } = v;
    check(min !== null || max !== null, `${name} has neither bound`);
    check(
      [min, max].every((x) => x === null || (Number.isFinite(x) && x > 0)),
      `${name} is not positive`,
    );
    check(min === null || max === null || min <= max, `${name} is reversed`);
  };
  check(Number.isInteger(r.start) && Number.isInteger(r.end) && 0 <= r.start && r.start < r.end, "span");
  check(r.polarity === "sanction" || r.polarity === "reward", `polarity ${r.polarity}`);
  check((r.polarity === "reward" ? REWARDS : SANCTIONS).includes(r.type), `type ${r.type}`);
  check(r.cue.length > 0, "cue is empty");
  check(ADDRESSEES.includes(r.addressee), `addressee ${r.addressee}`);
  check(TRIGGERS.includes(r.trigger), `trigger ${r.trigger}`);
  check(r.base === null || BASES.includes(r.base), `base ${r.base}`);
  check(r.per === null || PERS.includes(r.per), `per ${r.per}`);
  check(
    r.flags.every((f) => FLAGS.includes(f)),
    `flags ${r.flags}`,
  );
  interval("amount", r.amount);
  interval("multiple", r.multiple);
  interval("months", r.months);
  check(!(r.flags.includes("masked") && r.amount !== null), "a masked amount is null");
  return found;
}
