import type { MadeWith } from "./study.js";

/** The library's version; a test holds it equal to package.json. */
export const VERSION = "0.2.0";

/** What a study was made with: version, fingerprint of the segmenter, version of the rules. */
export function madeWith(
  segmenter: { readonly fingerprint: string },
  rules: { readonly version: string },
): MadeWith {
  return { guizhang: VERSION, segmenter: segmenter.fingerprint, rules: rules.version };
}
