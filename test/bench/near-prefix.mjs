// Near-duplicates at a Jaccard similarity of 0.8 or above: exact prefix filter. node near-prefix.mjs TEXTS
import { shinglesOf } from "./near-texts.mjs";
import { prefixFilterPairs } from "./prefix-filter.mjs";
import { report } from "./report.mjs";

const sets = shinglesOf(Number(process.argv[2]));
report(() => ({ pairs: prefixFilterPairs(sets, 0.8).map(([i, j]) => `${i}-${j}`) }));
