import { sha256 } from "../corpus/provenance.js";
import type { RowOptions } from "../corpus/rows.js";
import { lexiconFingerprint } from "../lexicon.js";
import { readRules } from "../provisions/read-rules.js";
import type { RuleSet } from "../provisions/rule-types.js";
import { VERSION } from "../study/version.js";
import type { Dictionary } from "../terms/dictionary.js";
import { keepTerms } from "../terms/keep-terms.js";
import { createSegmenter, type Segmenter, type SegmenterOptions } from "../terms/segmenter.js";
import type { Selection } from "../terms/selection.js";
import type { TableFormat } from "./tables.js";

/** How shards are counted; plain data, so that it can be handed to another thread. */
export interface MapSettings {
  readonly columns: RowOptions;
  readonly segmenter: SegmenterOptions;
  /** terms kept whole whatever the segmenter does, null for none */
  readonly lexicon: Dictionary | null;
  readonly selection: Selection;
  /** files of rules laid over ours */
  readonly overlays: readonly string[];
  /** sha256 of their texts */
  readonly overlays_sha256: readonly string[];
  /** whether shingles are kept, so that copies can be found when shards are merged */
  readonly copies: boolean;
  /** how the consequences are written, null where only their counts are wanted */
  readonly records: TableFormat | null;
}

/** The settings at work: what they name is read and compiled. */
export interface Tools {
  readonly settings: MapSettings;
  readonly segmenter: Segmenter;
  readonly rules: RuleSet;
  /** what results were made with: those of other settings are not merged with them */
  readonly made_with: MadeWith;
}

/** What the results of a shard depend on beside its files. */
export interface MadeWith {
  readonly guizhang: string;
  /** rules, words and cues */
  readonly lexicon: string;
  readonly rules: string;
  readonly segmenter: string;
  /** of every other setting, first 16 digits of a sha256 */
  readonly settings: string;
}

/**
 * Reads and compiles what the settings name.
 *
 * @param settings how shards are counted
 * @returns segmenter and rules, with their fingerprints
 */
export function toolsOf(settings: MapSettings): Tools {
  const engine = createSegmenter(settings.segmenter);
  const segmenter = settings.lexicon ? keepTerms(engine, settings.lexicon) : engine;
  const rules = readRules({ overlays: settings.overlays });
  const { stopWords, variants, ...selection } = settings.selection;
  const others = {
    columns: { textColumn: "text", idColumn: "id", ...settings.columns },
    selection: {
      ...selection,
      stopWords: [...(stopWords ?? [])].sort(),
      variants: [...(variants ?? [])].sort(),
    },
    overlays: settings.overlays_sha256,
    copies: settings.copies,
    records: settings.records,
  };
  const made_with = {
    guizhang: VERSION,
    lexicon: lexiconFingerprint(),
    rules: rules.version,
    segmenter: segmenter.fingerprint,
    settings: sha256(JSON.stringify(others)).slice(0, 16),
  };
  return { settings, segmenter, rules, made_with };
}
