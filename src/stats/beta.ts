import { logGamma } from "./gamma.js";

/**
 * The cumulative beta distribution (regularised incomplete beta function I_x(a, b)).
 *
 * Continued fraction (Lentz), on the side where it converges.
 *
 * @param x point in [0, 1]
 * @param a first shape, positive
 * @param b second shape, positive
 * @returns probability of a value of at most x
 * @throws RangeError outside these ranges
 * @example
 * betaLowerTail(0.5, 2, 3) // 0.6875
 * @see Press et al. 2007, Numerical Recipes, section 6.4
 */
export function betaLowerTail(x: number, a: number, b: number): number {
  requireBeta("betaLowerTail", x, a, b);
  if (x === 0 || x === 1) return x;
  return x < (a + 1) / (a + b + 2) ? fraction(x, a, b) : 1 - fraction(1 - x, b, a);
}

/**
 * The upper tail of the beta distribution, computed directly.
 *
 * @param x point in [0, 1]
 * @param a first shape, positive
 * @param b second shape, positive
 * @returns probability of a value above x
 * @throws RangeError outside these ranges
 */
export function betaUpperTail(x: number, a: number, b: number): number {
  return betaLowerTail(1 - x, b, a);
}

/**
 * The quantile of the beta distribution.
 *
 * Bisection on ln x (or on ln(1 − x) for the upper half), to 1e-15 relative, so extreme tails keep their digits.
 *
 * @param p probability below the quantile, in [0, 1]
 * @param a first shape, positive
 * @param b second shape, positive
 * @returns x with I_x(a, b) = p
 * @throws RangeError outside these ranges
 * @example
 * betaQuantile(0.6875, 2, 3) // 0.500000000000
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireBeta("betaQuantile", p, a, b);
  if (p === 0 || p === 1) return p;
  if (betaLowerTail(0.5, a, b) < p) return 1 - lowerQuantile(1 - p, b, a);
  return lowerQuantile(p, a, b);
}

/** The quantile where it is at most one half. */
function lowerQuantile(p: number, a: number, b: number): number {
  let low = -750; // ln of the smallest positive number is about −745
  let high = Math.log(0.5);
  for (let i = 0; i < 200 && high - low > 1e-16 * Math.abs(low); i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaLowerTail(Math.exp(middle), a, b) < p) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function requireBeta(name: string, x: number, a: number, b: number): void {
  if (!(x >= 0 && x <= 1) || !(a > 0) || !(b > 0)) {
    throw new RangeError(
      `${name} requires a first argument in [0, 1] and positive shapes, got ${x}, ${a}, ${b}`,
    );
  }
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const front =
    a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b) - Math.log(a);
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return Math.exp(front) * h;
}
