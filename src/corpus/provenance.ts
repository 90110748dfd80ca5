import { createHash } from "node:crypto";

/**
 * The sha256 of bytes or of a text in UTF-8, as 64 hexadecimal digits.
 *
 * @example
 * sha256("").slice(0, 8) // "e3b0c442"
 * @see NIST FIPS 180-4 (2015), https://doi.org/10.6028/NIST.FIPS.180-4
 */
export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}
