// Public API of guizhang, grouped by stage. What is not listed here is private.

// spans
export { contains, overlaps, slice, type Span } from "./span.js";

// statistics: seeded, and checked against other software
export { adjust, type Adjustment } from "./stats/adjust.js";
export { betaLowerTail, betaQuantile, betaUpperTail } from "./stats/beta.js";
export { binomialTest } from "./stats/binomial-test.js";
export {
  type BootstrapInterval,
  type BootstrapOptions,
  clusterBootstrap,
  type IntervalMethod,
} from "./stats/bootstrap.js";
export { chiSquareTable, type TableTest } from "./stats/chi-square-table.js";
export { chiSquareTail } from "./stats/chi-square.js";
export { cliffsDelta, type CliffsDelta } from "./stats/cliffs-delta.js";
export { cohenKappa, type Kappa, type KappaWeights } from "./stats/cohen-kappa.js";
export { kendall, spearman } from "./stats/correlation.js";
export { countBalance, type CountBalance } from "./stats/count-balance.js";
export { diversity, type Diversity } from "./stats/diversity.js";
export { cumulativeShares, dominance, type Dominance } from "./stats/dominance.js";
export { dunn, type DunnPair } from "./stats/dunn.js";
export { clopperPearson, type Interval as ExactInterval, poissonInterval } from "./stats/exact-intervals.js";
export { fisherExact, type FisherTest } from "./stats/fisher.js";
export { logGamma, upperGamma } from "./stats/gamma.js";
export { hypergeometric } from "./stats/hypergeometric.js";
export { gini, lorenz, type LorenzPoint, topShare } from "./stats/inequality.js";
export { type Alpha, type AlphaMetric, krippendorffAlpha } from "./stats/krippendorff.js";
export { kruskalWallis, type KruskalWallis } from "./stats/kruskal-wallis.js";
export { chiSquareTailLog10 } from "./stats/log-tail.js";
export { mannWhitneyExact } from "./stats/mann-whitney-exact.js";
export { mannWhitney, type MannWhitney } from "./stats/mann-whitney.js";
export { geometricMean, geometricSd, mean } from "./stats/mean.js";
export {
  type MonotoneComparison,
  monotoneWeights,
  type MonotoneWeights,
  type RankAcceptability,
} from "./stats/monotone-weights.js";
export { normalQuantile, normalTail } from "./stats/normal.js";
export {
  ordinalIndex,
  type OrdinalIndex,
  type OrdinalIndicator,
  ordinalSubIndex,
} from "./stats/ordinal-index.js";
export {
  type LabelledUnit,
  type PairedUnit,
  permutationTest,
  permuteLabels,
  swapWithinUnits,
} from "./stats/permutation.js";
export { precisionRecall, type PrecisionRecall } from "./stats/precision-recall.js";
export { quantileOfType, type QuantileType } from "./stats/quantile-types.js";
export { median, quantile } from "./stats/quantile.js";
export { mixBits, type Random, type RandomState, seededRandom, shuffled } from "./stats/random.js";
export { ranks, tieTerm } from "./stats/ranks.js";
export { rateRatio, type RateRatio } from "./stats/rate-ratio.js";
export type { PermutationOptions, PermutationTest, TwoSampleStatistic } from "./stats/rearrangements.js";
export { type ShareInterval, wilson } from "./stats/wilson.js";

// tables as CSV
export { type Column, fromCsv, toCsv } from "./csv.js";

// quantities: numbers, money, durations, shares
export { fold } from "./quantities/fold.js";
export { readNumeral } from "./quantities/numerals.js";
export { quantities } from "./quantities/quantities.js";
export { type Interval, type Quantity, QUANTITY_KINDS, type QuantityKind } from "./quantities/records.js";

// corpus: files to documents
export { decode, DecodingError } from "./corpus/decode.js";
export type { Encoding, Reading, ReadProblem, SourceDocument } from "./corpus/document.js";
export { listTexts, type TextFile } from "./corpus/list.js";
export { compareWithManifest, type ManifestComparison, type ManifestRow } from "./corpus/manifest.js";
export { sha256 } from "./corpus/provenance.js";
export { type Corpus, readCorpus, type ReadOptions, readText } from "./corpus/read.js";
export type { RowOptions } from "./corpus/rows.js";
export { documentsOf, readDocuments } from "./corpus/stream.js";

// repair: noise flagged and repaired, and the map between both readings
export { toRaw, toRepaired } from "./repair/offsets.js";
export { personalData, type PersonalDatum } from "./repair/personal-data.js";
export { personNames } from "./repair/person-names.js";
export { redact, type Redaction } from "./repair/redact.js";
export { repair, type RepairOptions } from "./repair/repair.js";
export {
  type Edit,
  NOISE_KINDS,
  type NoiseKind,
  type NoiseRecord,
  type RepairedText,
} from "./repair/repaired-text.js";

// structure: parts, outline and clauses
export { articleNumbers, type ArticleNumbers } from "./structure/article-numbers.js";
export {
  type Clause,
  type Genre,
  GENRES,
  type Level,
  LEVELS,
  type OutlineNode,
  type Part,
  type StructuredDocument,
} from "./structure/records.js";
export { structure, type StructureOptions } from "./structure/structure.js";

// near-duplicates: kinds, clusters, weights, alignment
export { type CandidateOptions, candidatePairs } from "./duplicates/candidates.js";
export { type AlignedClause, alignedClauses, type ClauseState } from "./duplicates/clause-alignment.js";
export { partLabel } from "./duplicates/clusters.js";
export { allNoise, noiseByComparison } from "./duplicates/compared-noise.js";
export {
  copyEffect,
  type CopyEffectRow,
  type CountedItem,
  type CountedPart,
} from "./duplicates/copy-effect.js";
export {
  type Difference,
  DIFFERENCE_KINDS,
  type DifferenceKind,
  differences,
} from "./duplicates/differences.js";
export { kindOf, type KindThresholds, PART_THRESHOLDS, PASSAGE_THRESHOLDS } from "./duplicates/kinds.js";
export { bandedPairs, type MinHashOptions, signature } from "./duplicates/minhash.js";
export {
  comparedTexts,
  duplicatesAmong,
  type NearDuplicateOptions,
  nearDuplicates,
} from "./duplicates/near-duplicates.js";
export {
  type ComparedText,
  DUPLICATE_KINDS,
  DUPLICATE_LEVELS,
  type DuplicateKind,
  type DuplicateLevel,
  type DuplicateRecord,
  type DuplicateSide,
} from "./duplicates/records.js";
export { type Content, contentOf, SHINGLE_SIZE, shingleSequence, shingleSet } from "./duplicates/shingles.js";
export { copiesSideBySide, sideBySide, type SideBySideRow } from "./duplicates/side-by-side.js";
export { similarity, type Similarity } from "./duplicates/similarity.js";
export { clusterWeights, type TextWeight, type WeighedText, weightAt } from "./duplicates/weights.js";

// segmentation: jieba over a double-array trie, for counting much text
export { jiebaModel } from "./segmentation/model-cache.js";
export { createTrieJieba, type TrieJieba } from "./segmentation/trie-jieba.js";
export { type CountedType, type TypeCounter, typeCounter } from "./segmentation/type-counter.js";

// terms: tokens, counts, keyness, dispersion, company, likeness
export { association, type Association } from "./terms/association.js";
export { type Collocation, type CollocationOptions, collocations, splitRuns } from "./terms/collocations.js";
export {
  type Correction,
  CORRECTIONS,
  keynessTable,
  pairTable,
  signedChiSquare,
  signedG2,
  signedG2TwoTerm,
  type Table,
} from "./terms/contingency.js";
export { type Cooccurrence, type CooccurrenceOptions, cooccurrences } from "./terms/cooccurrence.js";
export {
  correspondenceAnalysis,
  type CorrespondenceAnalysis,
  type CorrespondencePoint,
} from "./terms/correspondence.js";
export { type CountOptions, countTerms, type TermRow, type TieRule } from "./terms/counts.js";
export type { Engine } from "./terms/cutters.js";
export { dictionary, type Dictionary, type DictionaryEntry } from "./terms/dictionary.js";
export { dispersion, type Dispersion } from "./terms/dispersion.js";
export { fisherAlpha, frequenciesOf, lexicalDiversity, type LexicalDiversity } from "./terms/diversity.js";
export {
  documentKeyness,
  type DocumentKeynessOptions,
  type DocumentKeynessRow,
} from "./terms/document-keyness.js";
export {
  bayesFactorBic,
  deltaP,
  differenceCoefficient,
  effectOfLikelihood,
  type IntervalOptions,
  logRatio,
  logRatioInterval,
  type LogRatioInterval,
  oddsRatio,
  percentDifference,
  simpleMaths,
  type WeightedLogOdds,
  weightedLogOdds,
  type ZeroRule,
} from "./terms/effect-sizes.js";
export { mutualIndependence, type MutualIndependence } from "./terms/independence.js";
export { keepTerms } from "./terms/keep-terms.js";
export {
  keyness,
  keynessFisher,
  type KeynessOptions,
  type KeynessRow,
  matrixFrequencies,
  type TermFrequencies,
  termsOfBoth,
} from "./terms/keyness.js";
export { inContextOrder, kwic, type KwicLine, type KwicOptions, type KwicQuery } from "./terms/kwic.js";
export { type Lambda, lambdaOfCells } from "./terms/lambda.js";
export { groupLikeness, type GroupLikeness, type LikePair } from "./terms/likeness.js";
export {
  STOP_WORD_LISTS,
  type StopWordList,
  stopWords,
  termDictionary,
  termVariants,
} from "./terms/lists.js";
export { type MatchOptions, matchTerms, type TermMatch } from "./terms/match-terms.js";
export {
  documentFeatureMatrix,
  type DocumentFeatureMatrix,
  groupMatrix,
  matrixOfCounts,
  type TermCount,
  termTable,
  type TermText,
} from "./terms/matrix.js";
export { hdd, mattr, msttr, mtld } from "./terms/moving-diversity.js";
export { nGrams } from "./terms/n-grams.js";
export {
  type NeighbourScore,
  type NeighbourScoreOptions,
  neighbourScores,
  type WeighedClauses,
} from "./terms/neighbour-scores.js";
export { clauseNeighbours, type Neighbour, windowNeighbours } from "./terms/neighbours.js";
export { matrixOfNumbers, type NumberedText } from "./terms/numbered-matrix.js";
export { positionDispersion, type PositionDispersion } from "./terms/position-dispersion.js";
export { byRate, compareRankings, type RankedTerm, type RankingComparison } from "./terms/rankings.js";
export { expectedTypes, type ExpectedTypes } from "./terms/rarefaction.js";
export { readability, type Readability } from "./terms/readability.js";
export { referenceFrequencies, type ReferenceFrequencies } from "./terms/reference.js";
export { createSegmenter, type Segmenter, type SegmenterOptions, studySegmenter } from "./terms/segmenter.js";
export { type Selection, selectTerms, termOf } from "./terms/selection.js";
export {
  comparedSegmenters,
  type PlainText,
  segmenterSensitivity,
  type SensitivityOptions,
  type SensitivityRow,
} from "./terms/sensitivity.js";
export {
  bagSimilarity,
  type BagSimilarity,
  documentSimilarities,
  type DocumentSimilarity,
} from "./terms/similarity.js";
export { type CountedTerm, termCounter, type TermCounter } from "./terms/term-counter.js";
export { type TermDispersion, termDispersions } from "./terms/term-dispersion.js";
export {
  inverseDocumentFrequency,
  TF_IDF_SCHEMES,
  tfIdf,
  type TfIdfScheme,
  tfIdfWeighting,
  type TfIdfWeighting,
} from "./terms/tf-idf.js";
export type { Token, TokenKind } from "./terms/token.js";
export {
  type ClauseTokens,
  type PartTokens,
  tokenize,
  tokensByClause,
  tokensByPart,
} from "./terms/tokens.js";
export {
  frequentNeighbours,
  type NeighbourCount,
  neighbourCounts,
  placesOf,
  type TermPlace,
  type TrackedTerm,
  trackedTerms,
} from "./terms/tracked.js";
export { UNIT_KINDS, type UnitKind } from "./terms/units.js";

// consequences: sanctions and rewards
export { type ConsequenceOptions, consequences, explainConsequences } from "./provisions/consequences.js";
export { loadRules } from "./provisions/load-rules.js";
export { obligationWords, type ObligationWords } from "./provisions/obligation-words.js";
export { LAYERS, readRules } from "./provisions/read-rules.js";
export {
  type Addressee,
  ADDRESSEES,
  type Consequence,
  type ConsequenceType,
  isSanction,
  type RejectedCue,
  REWARD_TYPES,
  type RewardType,
  SANCTION_TYPES,
  type SanctionType,
  type Trigger,
  TRIGGERS,
} from "./provisions/records.js";
export type { RuleSet } from "./provisions/rule-types.js";

// targets, scorecards and the arithmetic audit
export { audit } from "./targets/audit.js";
export { CLAIM_TYPES, type ClaimRecord, type ClaimType } from "./targets/claims.js";
export { type Belief, expectedLoss, type ExpectedLoss } from "./targets/expected-loss.js";
export { type Cliff, incentives, type Incentives, type Margin } from "./targets/incentives.js";
export {
  type Comparator,
  type Deduction,
  type DeductionUnit,
  TARGET_ROLES,
  TARGET_UNITS,
  type TargetFlag,
  type TargetRecord,
  type TargetRole,
  type TargetUnit,
} from "./targets/records.js";
export type { Results } from "./targets/results.js";
export { agreement, type Agreement } from "./targets/rounding.js";
export {
  type ComponentOutcome,
  inBand,
  type ItemOutcome,
  type Outcome,
  type RunOptions,
  runScorecard,
} from "./targets/run-scorecard.js";
export type {
  Band,
  Component,
  ConsequenceLink,
  DeductionRule,
  LinkedConsequence,
  Prize,
  Scorecard,
  ScorecardItem,
  Veto,
} from "./targets/scorecard-records.js";
export { scorecards } from "./targets/scorecards.js";
export { shortfallCurve, type ShortfallRow } from "./targets/shortfall-curve.js";
export { targets } from "./targets/targets.js";

// severity: scales, scores, profiles, comparisons, robustness
export { rewardBalance, type RewardBalance } from "./severity/balance.js";
export { type CodedStatistic, type CodingError, simulateCoding } from "./severity/coding-error.js";
export { CODING_COLUMNS, codings, parseCodings } from "./severity/codings.js";
export { type ClusterTest, compareAll } from "./severity/compare-all.js";
export {
  compareFines,
  type FineComparison,
  type FineComparisons,
  type FineSide,
} from "./severity/compare-fines.js";
export {
  compareWithCounts,
  type CountedSide,
  type ReferenceComparison,
} from "./severity/compare-with-counts.js";
export { type CompareOptions, compareTwo, type GroupComparison } from "./severity/compare.js";
export { discretion, type Discretion } from "./severity/discretion.js";
export { dominanceMatrix, type DominanceRow } from "./severity/dominance-matrix.js";
export {
  FINE_COUNT_COLUMNS,
  type FineCount,
  fineCounter,
  type FineCounter,
  statuteFines,
} from "./severity/fine-counts.js";
export { defaultLevel, type Grouping, GROUPINGS, groupOf } from "./severity/grouping.js";
export { bothNames, codeLabel, type CodeLabel } from "./severity/labels.js";
export {
  type Ladder,
  ladders,
  type Rung,
  triggerSummaries,
  type TriggerSummary,
} from "./severity/ladders.js";
export { multiples, type MultipleSummary } from "./severity/multiples.js";
export {
  type Cell,
  GRID,
  GRID_SCALES,
  type GridChoice,
  multiverse,
  type Multiverse,
} from "./severity/multiverse.js";
export {
  type CodedConsequence,
  type CodedDuplicate,
  type CodedPart,
  type Observation,
  observations,
} from "./severity/observations.js";
export {
  type CodedField,
  type CodedPair,
  confusion,
  type ConfusionCell,
  pairCodings,
} from "./severity/pair-codings.js";
export { inPricesOf, parsePriceIndex, priceFactor, type PriceIndex } from "./severity/prices.js";
export { profile, type ProfileRow } from "./severity/profile.js";
export { ERROR_MODELS, type ErrorModel, type RecodingOptions, recodings } from "./severity/recodings.js";
export {
  SANCTION_COUNT_COLUMNS,
  type SanctionCount,
  sanctionCounter,
  type SanctionCounter,
  statuteSanctions,
} from "./severity/sanction-counts.js";
export {
  parseScale,
  scale,
  type Scale,
  SCALE_MEASURES,
  SCALE_UNITS,
  type ScaleMeasure,
  scales,
  type ScaleUnit,
} from "./severity/scales.js";
export {
  type ChoiceName,
  CHOICES,
  type Choices,
  DEFAULT_CHOICES,
  type Score,
  scores,
  type Scoring,
} from "./severity/scores.js";
export type { ChoiceSensitivity } from "./severity/sensitivity.js";
export {
  type SeverityRow,
  type SeverityStatistic,
  severityTable,
  type SeverityTableOptions,
} from "./severity/severity-table.js";
export { type SizeInterval, sizeIntervals } from "./severity/size-intervals.js";
export { type SizeOptions, sizes, type SizeStatistics, type SizeSummary } from "./severity/sizes.js";
export { balanceStatement, leftOutStatement, sampleStatement } from "./severity/statements.js";

// evaluation: extracted against hand-coded consequences
export { fromBrat, toBrat } from "./evaluation/brat.js";
export { offsetUnits } from "./evaluation/code-points.js";
export { fromCodingCsv, toCodingCsv } from "./evaluation/coding-csv.js";
export { codeConfusion, type CodeConfusionCell } from "./evaluation/confusion.js";
export { type Expression, expressionsOf } from "./evaluation/expressions.js";
export { type FieldRow, sameInterval, scoreFields } from "./evaluation/fields.js";
export { toIgScript } from "./evaluation/ig-script.js";
export { fromLabelStudio, type LabelStudioTask, toLabelStudio } from "./evaluation/label-studio.js";
export { matchConsequences, type Matching } from "./evaluation/matching.js";
export { scoreConsequences, type ScoreOptions, type ScoreRow } from "./evaluation/scores.js";

// the Study: every table of a collection
export { analyse, analyseDocuments, type AnalyseOptions } from "./study/analyse.js";
export { documentTables, type DocumentTables } from "./study/document-tables.js";
export { type TableName, TABLES, type TableSchema } from "./study/schema.js";
export type { MadeWith, PartRow, SourceRow, Study, TermCountRow } from "./study/study.js";
export type { ManifestEntry } from "./study/own-study.js";
export { dataPath, loadManifest, loadSensitivity, loadStudy, saveStudy, studyFiles } from "./study/tables.js";
export { termMatrix, type TermMatrixOptions } from "./study/term-matrix.js";

// the seminar
export { type Answer, answerHash, check } from "./seminar/check.js";

// shards: corpora of any size
export { type FinishedShard, finishedShards } from "./shards/finished.js";
export { type MapOptions, mapShards, type Progress } from "./shards/map-shards.js";
export { type Merged, type MergeOptions, mergeShards } from "./shards/merge.js";
export { planShards, type Shard } from "./shards/plan.js";
export type { MapSettings } from "./shards/settings.js";

// data frames, made at the end for showing
export { frame, type Frame } from "./frames/frame.js";

// tables in a notebook
export {
  renderTable,
  showTable,
  type TableColumn,
  type TableOptions,
  type TableRows,
} from "./display/table.js";

// figures: records to plotly specifications, drawn the same everywhere
export { balanceBars } from "./figures/balance-bars.js";
export { bandBars } from "./figures/band-bars.js";
export { claimVerdicts } from "./figures/claim-verdicts.js";
export { collectionMap, type MappedCollections } from "./figures/collection-map.js";
export { collocationNetwork, type NetworkTie } from "./figures/collocation-network.js";
export { contractCurves } from "./figures/contract-curves.js";
export { copyEffectFigure } from "./figures/copy-effect-figure.js";
export { correspondenceMap, type MapDocument } from "./figures/correspondence-map.js";
export { type GrowthCurve, likenessHeatmap, vocabularyGrowth } from "./figures/documents-compared.js";
export { dominanceFigure } from "./figures/dominance-figure.js";
export { duplicateNetwork } from "./figures/duplicate-network.js";
export { effectForest, type ForestOptions, type ForestRow } from "./figures/effect-forest.js";
export { exportFigure, type ExportableFigure, FIGURE_FORMS, type FigureForm } from "./figures/export.js";
export { figure, type Figure, type FigureOptions, type FigureSpec, renderFigure } from "./figures/figure.js";
export type { DescribedFigure, FigureCredits } from "./figures/metadata.js";
export { finesCompared } from "./figures/fines-compared.js";
export { GENRE_NAMES, holdings, type WeightedPart } from "./figures/holdings.js";
export { levelProfile } from "./figures/level-profile.js";
export { lossCurves } from "./figures/loss-curves.js";
export { DIVERGING, PALETTE, SEQUENTIAL } from "./figures/palette.js";
export { pointsIcicle } from "./figures/points-icicle.js";
export { sanctionHeatmap } from "./figures/sanction-heatmap.js";
export { scoreMarks } from "./figures/score-marks.js";
export { sizeAxis, type SizeAxisOptions } from "./figures/size-axis.js";
export { specificationCurve } from "./figures/specification-curve.js";
export {
  documentKeynessForest,
  keynessForest,
  neighbourForest,
  type SideNames,
} from "./figures/term-forests.js";
export {
  frequencyBars,
  frequencyDumbbells,
  type RankedCorpus,
  rankFrequency,
} from "./figures/term-frequencies.js";
export { termXray, type XrayDocument, type XraySource } from "./figures/term-places.js";
export { triggerFlows } from "./figures/trigger-flows.js";
export { triggerLadder } from "./figures/trigger-ladder.js";
