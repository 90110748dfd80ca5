import type { Span } from "../span.js";
import type { Claim, ClaimType } from "./claims.js";
import { agreement, tidy } from "./rounding.js";

/** What every claim has before it is judged. */
export interface ClaimBase extends Span {
  readonly type: ClaimType;
  readonly claim: string;
  readonly operands: readonly (number | string | null)[];
  readonly formula: string;
}

/** A claim judged at the printed precision: rounded half up, cutting off told apart from error. */
export function roundedClaim(
  base: ClaimBase,
  computed: number,
  stated: number,
  decimals: number,
  words = "the printed numbers give",
): Claim {
  const { holds, truncated, tolerance } = agreement(computed, stated, decimals);
  const cut = truncated ? "; the printed value is cut off, not rounded" : "";
  return {
    ...base,
    stated,
    computed: tidy(computed),
    holds,
    holds_truncated: truncated,
    tolerance,
    note: holds ? "" : `${words} ${computed.toFixed(Math.max(2, decimals))}${cut}`,
  };
}

/** A claim that must hold exactly. */
export function exactClaim(base: ClaimBase, computed: number, stated: number, note: string): Claim {
  const value = tidy(computed);
  const holds = Math.abs(value - stated) < 1e-6 * Math.max(1, Math.abs(stated));
  return { ...base, stated, computed: value, holds, tolerance: "exact", note: holds ? "" : note };
}

/** A claim that the text alone cannot decide, with what is missing. */
export function openClaim(
  base: ClaimBase,
  stated: number | null,
  missing: string,
  computed: number | null = null,
): Claim {
  return {
    ...base,
    stated,
    computed: computed === null ? null : tidy(computed),
    holds: null,
    tolerance: "-",
    note: `cannot be decided: ${missing}`,
  };
}

/** A claim only where it holds: numbers that stand far apart, or that nothing says belong together, accuse nobody. */
export const held = (claim: Claim | null): Claim | null => (claim?.holds ? claim : null);
