import type { Encoding } from "../corpus/document.js";
import type { DuplicateRecord } from "../duplicates/records.js";
import type { Consequence } from "../provisions/records.js";
import type { NoiseRecord } from "../repair/repaired-text.js";
import type { Part } from "../structure/records.js";
import type { ClaimRecord } from "../targets/claims.js";
import type { TargetRecord } from "../targets/records.js";
import type { Scorecard } from "../targets/scorecard-records.js";
import type { NeighbourCount, TermPlace } from "../terms/tracked.js";

/** A file that was read. */
export interface SourceRow {
  readonly source: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** UTF-16 code units of the decoded text */
  readonly characters: number;
}

/** A constituent document with what was counted in it, and whether it counts. */
export interface PartRow extends Part {
  readonly clauses: number;
  /** word tokens */
  readonly tokens: number;
  /** near-duplicate cluster; a document without a copy is a cluster of its own */
  readonly cluster: string;
  /** 1: counted; 0: left out, because its cluster is counted by another copy */
  readonly weight: number;
}

/** Occurrences of a term in one constituent document. */
export interface TermCountRow {
  readonly source: string;
  readonly part: string;
  readonly term: string;
  readonly count: number;
}

/** What the tables were made with; equal inputs and equal values here give equal tables. */
export interface MadeWith {
  readonly guizhang: string;
  /** fingerprint of segmenter, dictionary and options */
  readonly segmenter: string;
  /** fingerprint of the rules for consequences */
  readonly rules: string;
}

/**
 * The one thing that notebooks pass around: plain tables whose rows carry spans.
 *
 * `analyse` makes one from texts, `loadStudy` reads a saved one; both give the same records.
 */
export interface Study {
  readonly sources: readonly SourceRow[];
  readonly parts: readonly PartRow[];
  readonly noise: readonly NoiseRecord[];
  readonly duplicates: readonly DuplicateRecord[];
  readonly terms: readonly TermCountRow[];
  readonly term_places: readonly TermPlace[];
  readonly neighbours: readonly NeighbourCount[];
  readonly consequences: readonly Consequence[];
  readonly targets: readonly TargetRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly scorecards: readonly Scorecard[];
  readonly made_with: MadeWith;
}
