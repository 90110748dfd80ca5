import { clusteredRecords, type Member, type RelatedPair } from "./clusters.js";
import { kindOf, PASSAGE_THRESHOLDS } from "./kinds.js";
import { chainedMatches, rejoinedChains, type UnitMatch } from "./passage-chains.js";
import { isEvidence, separatedCopies, withoutImplied } from "./passage-families.js";
import { type Unit, unitsOf } from "./passage-units.js";
import {
  type ComparedText,
  compareSides,
  type DuplicateKind,
  type DuplicateRecord,
  type DuplicateSide,
  sideOf,
} from "./records.js";
import { type SampledIndexOptions, sharingPairs } from "./sampled-index.js";
import { contentOf, shingleSequence, shingleSet } from "./shingles.js";
import { sharedCount, similarity } from "./similarity.js";

/** How repeated passages are looked for. */
export interface PassageOptions extends SampledIndexOptions {
  /** units that passages are made of: lines and list items, or clauses; default "paragraph" */
  readonly level?: "paragraph" | "clause";
}

/** A run of units: its shingles, its content characters and its place. */
interface Passage {
  readonly set: Uint32Array;
  readonly size: number;
  readonly side: DuplicateSide;
}

/**
 * Passages that repeat each other: runs of paragraphs (or clauses) with their counterparts in order, in texts that are
 * not copies as wholes, or twice in one text.
 *
 * Units that share at least 0.3 of the smaller one's shingles are matched; matches that follow each other on both
 * sides are chained over gaps that cost less than the matches bring, copies first, templates from what is left; each
 * chain is then compared exactly as one passage. A passage of a few short units alone is none (see `isEvidence`).
 * Where a stretch stands more than twice in one text, its copies get the same extent; of n copies that are the same to the
 * letter n - 1 pairs are reported, each with the one before it.
 *
 * @param texts parts and teasers, in any order
 * @param known pairs of whole texts already reported as copies, in which no passages are looked for
 * @param options level and sampling
 * @returns records sorted by the place of a, then of b
 */
export function passageDuplicates(
  texts: readonly ComparedText[],
  known: readonly DuplicateRecord[],
  { level = "paragraph", ...sampling }: PassageOptions = {},
): DuplicateRecord[] {
  const ordered = [...texts].sort(compareSides);
  const units = ordered.flatMap((text, i) => unitsOf(text, i, level));
  const skipped = new Set(known.filter(({ kind }) => kind !== "template_swap").map((r) => key(r.a, r.b)));
  const matches = new Map<number, UnitMatch[]>();
  const visit = (u: number, v: number) => {
    const [a, b] = [units[u] as Unit, units[v] as Unit];
    if (
      a.text !== b.text &&
      skipped.has(key(ordered[a.text] as ComparedText, ordered[b.text] as ComparedText))
    )
      return;
    const shared = sharedCount(a.set, b.set);
    if (shared < 0.3 * Math.min(a.set.length, b.set.length)) return;
    const pair = a.text * ordered.length + b.text;
    const match = { u, v, shared };
    const list = matches.get(pair);
    if (list) list.push(match);
    else matches.set(pair, [match]);
  };
  const scale = units.reduce((sum, { set }) => sum + set.length, 0) > 2e6 ? 4 : 1;
  sharingPairs(
    units.map(({ set }) => set),
    { scale, common: 24, share: 0.3, ...sampling },
    visit,
  );

  const members: Member[] = [];
  const pairs: RelatedPair[] = [];
  const numberOf = new Map<string, number>();
  const passages = new Map<number, Passage>(); // of the two texts at hand, by first and last unit
  for (const list of matches.values()) {
    passages.clear();
    const chained = new Set<UnitMatch>();
    const chains: UnitMatch[][] = [];
    for (const cost of [COPY_COST, TEMPLATE_COST]) {
      const free = list.filter((match) => !chained.has(match));
      for (const chain of chainedMatches(free, units, cost)) {
        const kind = kindOfChain(chain);
        if (!kind || (kind === "template_swap") !== (cost === TEMPLATE_COST)) continue;
        chains.push(chain);
        for (const match of chain) chained.add(match);
      }
    }
    const rejoined = rejoinedChains(chains, units, (chain) => {
      const kind = kindOfChain(chain);
      return kind === "near_copy" || kind === "contained";
    });
    for (const chain of separatedCopies(rejoined, (chain) => kindOfChain(chain) === "copy")) {
      const kind = isEvidence(chain, units, PASSAGE_THRESHOLDS) && kindOfChain(chain);
      if (!kind) continue;
      const [a, b] = sidesOf(chain);
      pairs.push({ ...similarity(a.set, b.set), kind, i: memberOf(a), j: memberOf(b) });
    }
  }
  return clusteredRecords(members, withoutImplied(pairs, members), level);

  function sidesOf(chain: readonly UnitMatch[]) {
    const [first, last] = [chain[0] as UnitMatch, chain.at(-1) as UnitMatch];
    return [passage(first.u, last.u), passage(first.v, last.v)] as const;
  }

  function kindOfChain(chain: readonly UnitMatch[]): DuplicateKind | null {
    const [a, b] = sidesOf(chain);
    return kindOf(similarity(a.set, b.set), a.set.length, b.set.length, PASSAGE_THRESHOLDS);
  }

  function passage(first: number, last: number): Passage {
    const made = passages.get(first * units.length + last);
    if (made) return made;
    const [a, b] = [units[first] as Unit, units[last] as Unit];
    const compared = ordered[a.text] as ComparedText;
    const range = { start: a.start, end: b.end };
    const set = a === b ? a.set : shingleSet(shingleSequence(contentOf(compared.text, range)));
    const whole = { set, size: b.to - a.from, side: sideOf(compared, range) };
    passages.set(first * units.length + last, whole);
    return whole;
  }

  function memberOf({ side, size }: Passage): number {
    const label = `${side.source}\n${side.start}\n${side.end}`;
    const number = numberOf.get(label) ?? members.length;
    if (number === members.length) members.push({ ...side, size, noise: 0 });
    numberOf.set(label, number);
    return number;
  }
}

/** What a differing shingle costs a chain that looks for copies, and one that looks for templates. */
const COPY_COST = 1;
const TEMPLATE_COST = 0.6;

function key(a: DuplicateSide, b: DuplicateSide): string {
  const [x, y] = compareSides(a, b) <= 0 ? [a, b] : [b, a];
  return [x.source, x.start, x.end, y.source, y.start, y.end].join("\n");
}
