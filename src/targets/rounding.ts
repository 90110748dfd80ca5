/** How many decimals a number is printed with. */
export function decimalsOf(printed: string): number {
  return /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
}

/** How a computed number compares with a printed one. */
export interface Agreement {
  readonly holds: boolean;
  /** true where it fails when rounded and holds when cut off; null where it holds anyway */
  readonly truncated: boolean | null;
  readonly tolerance: string;
}

/**
 * Judges a computed number at the precision of the printed one: rounded half up; cutting off is told apart from error.
 *
 * @param computed the number as computed
 * @param stated the number as printed
 * @param decimals decimals of the printed number
 * @returns whether it holds, and whether it would hold by cutting off
 * @example
 * agreement(119.5477, 119, 0) // { holds: false, truncated: true, tolerance: "rounded half up to 0 decimals" }
 */
export function agreement(computed: number, stated: number, decimals: number): Agreement {
  const scale = 10 ** decimals;
  const dust = 1e-9 * Math.max(1, Math.abs(computed * scale));
  const rounded = Math.floor(computed * scale + 0.5 + dust) / scale;
  const cut = Math.floor(computed * scale + dust) / scale;
  const close = (x: number): boolean => Math.abs(x - stated) < 0.5 / scale / 1e3;
  const holds = close(rounded);
  return {
    holds,
    truncated: holds ? null : close(cut),
    tolerance: `rounded half up to ${decimals} decimals`,
  };
}

/** A computed number for a record: enough digits to see, no binary dust. */
export function tidy(value: number): number {
  return Number(value.toPrecision(10));
}
