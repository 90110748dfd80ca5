// What is measured against what: the programs of each comparison, ours first, and how their results are held together.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const node = (name, ...args) => [
  process.execPath,
  "--max-old-space-size=8192",
  join(here, `${name}.mjs`),
  ...args,
];
/** The same program in a heap of so many MiB: Node gives memory back late where it may take more. */
const within = (mib, [program, , ...args]) => [program, `--max-old-space-size=${mib}`, ...args];
const python = (name, ...args) => ["/usr/bin/python3", join(here, `${name}.py`), ...args];
const scratch = mkdtempSync(join(tmpdir(), "bench-"));

/** Installs a package for the time of the benchmark; null where there is no registry to have it from. */
function installed(name) {
  try {
    execFileSync("npm", ["install", "--silent", "--ignore-scripts", "--prefix", scratch, name], {
      stdio: "ignore",
    });
    return scratch;
  } catch {
    return null;
  }
}

/**
 * @param folder texts
 * @param every one text in this many is taken
 * @param nearTexts how many synthetic texts are searched for near-duplicates
 * @returns comparisons: name, programs by label, ours first, and what must be equal
 */
export function comparisons(folder, every, nearTexts) {
  const texts = [folder, String(every)];
  const nodeRs = installed("@node-rs/jieba@2.0.3");
  const rules = join(scratch, "rules.json");
  return {
    count: {
      title: "Tokenise and count",
      programs: {
        "trie engine, by number": node("count-trie", ...texts),
        "jieba-wasm and Map": node("count-jieba-wasm", ...texts),
        ...(nodeRs && { "@node-rs/jieba and Map": node("count-node-rs", ...texts, nodeRs) }),
        "Python jieba and Counter": python("count-jieba", ...texts),
        "scikit-learn CountVectorizer": python("count-sklearn", ...texts),
      },
      agree: ({ tokens, types }) => `${tokens} tokens, ${types} types`,
    },
    rules: {
      title: "Places of all literals of the rules",
      programs: {
        "one trie, one pass": node("rules-trie", ...texts, rules),
        "Python re, one pattern a literal": python("rules-python", rules),
      },
      agree: ({ hits }) => `${hits} places`,
    },
    near: {
      title: `Near-duplicates at 0.8 among ${nearTexts} synthetic texts`,
      programs: {
        "MinHash, banding, exact comparison": node("near-minhash", nearTexts),
        "exact prefix filter": node("near-prefix", nearTexts),
      },
      agree: ({ pairs }) => `${pairs.length} pairs`,
    },
  };
}

/** Runs that stand alone: growth, text made to hold the rules up, and the whole analysis. */
export function singles(folder, every) {
  const growth = (what, base) =>
    [1, 2, 4, 8].map((times) => [
      `${what} ×${times}`,
      base * times,
      node("growth", what, folder, String(base * times)),
    ]);
  const adversarial = [1, 2, 4, 8].map((times) => [
    `rules on adversarial text ×${times}`,
    times,
    node("rules-adversarial", String(times * 500_000)),
  ]);
  return {
    growth: [...growth("count", 500), ...growth("analyse", 100)],
    adversarial,
    analyse: [["analyse, in a heap of 768 MiB", 1, within(768, node("analyse", folder, String(every)))]],
  };
}
