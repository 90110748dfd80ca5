// Public API of guizhang, grouped by stage. What is not listed here is private.

// corpora of any size, shard by shard
export { type FinishedShard, finishedShards } from "./shards/finished.js";
export { type MapOptions, mapShards, type Progress } from "./shards/map-shards.js";
export { type Merged, type MergeOptions, mergeShards } from "./shards/merge.js";
export { planShards, type Shard } from "./shards/plan.js";
export type { MapSettings } from "./shards/settings.js";
// display: tables in a notebook
export {
  renderTable,
  showTable,
  type TableColumn,
  type TableOptions,
  type TableRows,
} from "./display/table.js";
// figures
export { type Figure, type FigureOptions, type FigureSpec, figure, renderFigure } from "./figures/figure.js";
export { DIVERGING, PALETTE, SEQUENTIAL } from "./figures/palette.js";
// near-duplicates
export { type CandidateOptions, candidatePairs } from "./duplicates/candidates.js";
export { partLabel } from "./duplicates/clusters.js";
export { allNoise, noiseByComparison } from "./duplicates/compared-noise.js";
export {
  type CopyEffectRow,
  type CountedItem,
  type CountedPart,
  copyEffect,
} from "./duplicates/copy-effect.js";
export {
  DIFFERENCE_KINDS,
  type Difference,
  type DifferenceKind,
  differences,
} from "./duplicates/differences.js";
export { type KindThresholds, kindOf, PART_THRESHOLDS, PASSAGE_THRESHOLDS } from "./duplicates/kinds.js";
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
export { type AlignedClause, alignedClauses, type ClauseState } from "./duplicates/clause-alignment.js";
export { copiesSideBySide, type SideBySideRow, sideBySide } from "./duplicates/side-by-side.js";
export { type Similarity, similarity } from "./duplicates/similarity.js";
export { clusterWeights, type TextWeight, type WeighedText, weightAt } from "./duplicates/weights.js";
// spans
export { contains, overlaps, type Span, slice } from "./span.js";
// seeded randomness
export { mixBits, type Random, type RandomState, seededRandom, shuffled } from "./stats/random.js";

// quantities
export { fold } from "./quantities/fold.js";
export { readNumeral } from "./quantities/numerals.js";
export { quantities } from "./quantities/quantities.js";
export { type Interval, QUANTITY_KINDS, type Quantity, type QuantityKind } from "./quantities/records.js";

// corpus: files to documents
export { DecodingError, decode } from "./corpus/decode.js";
export type { Encoding, Reading, ReadProblem, SourceDocument } from "./corpus/document.js";
export { listTexts, type TextFile } from "./corpus/list.js";
export { compareWithManifest, type ManifestComparison, type ManifestRow } from "./corpus/manifest.js";
export { sha256 } from "./corpus/provenance.js";
export { type Corpus, type ReadOptions, readCorpus, readText } from "./corpus/read.js";
export type { RowOptions } from "./corpus/rows.js";
export { documentsOf, readDocuments } from "./corpus/stream.js";

// tables as CSV
export { type Column, fromCsv, toCsv } from "./csv.js";

// segmentation: jieba's words at full speed
export { jiebaModel } from "./segmentation/model-cache.js";
export { createTrieJieba, type TrieJieba } from "./segmentation/trie-jieba.js";
export { type CountedType, type TypeCounter, typeCounter } from "./segmentation/type-counter.js";

// terms: segmentation as a declared input
export { type Dictionary, type DictionaryEntry, dictionary } from "./terms/dictionary.js";
export {
  STOP_WORD_LISTS,
  type StopWordList,
  stopWords,
  termDictionary,
  termVariants,
} from "./terms/lists.js";
export type { Engine } from "./terms/cutters.js";
export {
  createSegmenter,
  type Segmenter,
  type SegmenterOptions,
  studySegmenter,
} from "./terms/segmenter.js";
export { type Selection, selectTerms, termOf } from "./terms/selection.js";
export type { Token, TokenKind } from "./terms/token.js";
export {
  type ClauseTokens,
  type PartTokens,
  tokenize,
  tokensByClause,
  tokensByPart,
} from "./terms/tokens.js";
export { UNIT_KINDS, type UnitKind } from "./terms/units.js";

// terms: counts
export { type CountOptions, countTerms, type TermRow, type TieRule } from "./terms/counts.js";
export {
  type DocumentFeatureMatrix,
  documentFeatureMatrix,
  groupMatrix,
  matrixOfCounts,
  type TermCount,
  type TermText,
  termTable,
} from "./terms/matrix.js";
// spans

// statistics on groups
export { type Adjustment, adjust } from "./stats/adjust.js";
export { chiSquareTail } from "./stats/chi-square.js";
export { type CliffsDelta, cliffsDelta } from "./stats/cliffs-delta.js";
export { cohenKappa, type Kappa, type KappaWeights } from "./stats/cohen-kappa.js";
export { kendall, spearman } from "./stats/correlation.js";
export { type Diversity, diversity } from "./stats/diversity.js";
export { cumulativeShares, type Dominance, dominance } from "./stats/dominance.js";
export { type DunnPair, dunn } from "./stats/dunn.js";
export { logGamma, upperGamma } from "./stats/gamma.js";
export { gini, type LorenzPoint, lorenz, topShare } from "./stats/inequality.js";
export { type Alpha, type AlphaMetric, krippendorffAlpha } from "./stats/krippendorff.js";
export { type KruskalWallis, kruskalWallis } from "./stats/kruskal-wallis.js";
export { type MannWhitney, mannWhitney } from "./stats/mann-whitney.js";
export { geometricMean, geometricSd, mean } from "./stats/mean.js";
export { normalQuantile, normalTail } from "./stats/normal.js";
export {
  type LabelledUnit,
  type PairedUnit,
  permutationTest,
  permuteLabels,
  swapWithinUnits,
} from "./stats/permutation.js";
export { median, quantile } from "./stats/quantile.js";
export { ranks, tieTerm } from "./stats/ranks.js";
export type { PermutationOptions, PermutationTest, TwoSampleStatistic } from "./stats/rearrangements.js";
export { type ShareInterval, wilson } from "./stats/wilson.js";
export {
  type BootstrapInterval,
  type BootstrapOptions,
  clusterBootstrap,
  type IntervalMethod,
} from "./stats/bootstrap.js";
export { type CountBalance, countBalance } from "./stats/count-balance.js";
export {
  type MonotoneComparison,
  type MonotoneWeights,
  monotoneWeights,
  type RankAcceptability,
} from "./stats/monotone-weights.js";
export {
  type OrdinalIndex,
  type OrdinalIndicator,
  ordinalIndex,
  ordinalSubIndex,
} from "./stats/ordinal-index.js";
export { type PrecisionRecall, precisionRecall } from "./stats/precision-recall.js";
// repair: the text with its noise flagged and repaired, and the map between both readings
export { toRaw, toRepaired } from "./repair/offsets.js";
export { type RepairOptions, repair } from "./repair/repair.js";
export {
  type Edit,
  NOISE_KINDS,
  type NoiseKind,
  type NoiseRecord,
  type RepairedText,
} from "./repair/repaired-text.js";
// spans

// structure: parts, outline and clauses of one file
export { type ArticleNumbers, articleNumbers } from "./structure/article-numbers.js";
export {
  type Clause,
  GENRES,
  type Genre,
  LEVELS,
  type Level,
  type OutlineNode,
  type Part,
  type StructuredDocument,
} from "./structure/records.js";
export { type StructureOptions, structure } from "./structure/structure.js";

// targets: indicators, their points and deductions; claims that the numbers of a text can check
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
export { audit } from "./targets/audit.js";
export { CLAIM_TYPES, type ClaimRecord, type ClaimType } from "./targets/claims.js";
export { type Belief, type ExpectedLoss, expectedLoss } from "./targets/expected-loss.js";
export { type Cliff, type Incentives, incentives, type Margin } from "./targets/incentives.js";
export type { Results } from "./targets/results.js";
export { type Agreement, agreement } from "./targets/rounding.js";
export {
  type ComponentOutcome,
  type ItemOutcome,
  inBand,
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
export { type ShortfallRow, shortfallCurve } from "./targets/shortfall-curve.js";
export { targets } from "./targets/targets.js";
// terms: comparing corpora
export {
  CORRECTIONS,
  type Correction,
  keynessTable,
  signedChiSquare,
  signedG2,
  signedG2TwoTerm,
  type Table,
} from "./terms/contingency.js";
export {
  type DocumentKeynessOptions,
  type DocumentKeynessRow,
  documentKeyness,
} from "./terms/document-keyness.js";
export {
  bayesFactorBic,
  deltaP,
  differenceCoefficient,
  effectOfLikelihood,
  type IntervalOptions,
  type LogRatioInterval,
  logRatio,
  logRatioInterval,
  oddsRatio,
  percentDifference,
  simpleMaths,
  type WeightedLogOdds,
  weightedLogOdds,
  type ZeroRule,
} from "./terms/effect-sizes.js";
export {
  type KeynessOptions,
  type KeynessRow,
  keyness,
  keynessFisher,
  matrixFrequencies,
  type TermFrequencies,
  termsOfBoth,
} from "./terms/keyness.js";
export {
  byRate,
  compareRankings,
  type RankedTerm,
  type RankingComparison,
} from "./terms/rankings.js";
export {
  comparedSegmenters,
  type PlainText,
  type SensitivityOptions,
  type SensitivityRow,
  segmenterSensitivity,
} from "./terms/sensitivity.js";

// terms: company that words keep
export { type Association, association } from "./terms/association.js";
export { type Collocation, type CollocationOptions, collocations, splitRuns } from "./terms/collocations.js";
export { pairTable } from "./terms/contingency.js";
export { type Cooccurrence, type CooccurrenceOptions, cooccurrences } from "./terms/cooccurrence.js";
export { type MutualIndependence, mutualIndependence } from "./terms/independence.js";
export { inContextOrder, type KwicLine, type KwicOptions, type KwicQuery, kwic } from "./terms/kwic.js";
export { type Lambda, lambdaOfCells } from "./terms/lambda.js";
export { keepTerms } from "./terms/keep-terms.js";
export { type MatchOptions, matchTerms, type TermMatch } from "./terms/match-terms.js";
export { type ReferenceFrequencies, referenceFrequencies } from "./terms/reference.js";
export { type CountedTerm, type TermCounter, termCounter } from "./terms/term-counter.js";
export { nGrams } from "./terms/n-grams.js";
export { clauseNeighbours, type Neighbour, windowNeighbours } from "./terms/neighbours.js";

// terms: spread, variety, likeness
export {
  type CorrespondenceAnalysis,
  type CorrespondencePoint,
  correspondenceAnalysis,
} from "./terms/correspondence.js";
export { type Dispersion, dispersion } from "./terms/dispersion.js";
export { type TermDispersion, termDispersions } from "./terms/term-dispersion.js";
export { fisherAlpha, frequenciesOf, type LexicalDiversity, lexicalDiversity } from "./terms/diversity.js";
export { hdd, mattr, msttr, mtld } from "./terms/moving-diversity.js";
export { type PositionDispersion, positionDispersion } from "./terms/position-dispersion.js";
export { type Readability, readability } from "./terms/readability.js";
export { type GroupLikeness, groupLikeness, type LikePair } from "./terms/likeness.js";
export { type ExpectedTypes, expectedTypes } from "./terms/rarefaction.js";
export {
  type BagSimilarity,
  bagSimilarity,
  type DocumentSimilarity,
  documentSimilarities,
} from "./terms/similarity.js";
export {
  inverseDocumentFrequency,
  TF_IDF_SCHEMES,
  type TfIdfScheme,
  type TfIdfWeighting,
  tfIdf,
  tfIdfWeighting,
} from "./terms/tf-idf.js";

// exact tests and intervals
export { betaLowerTail, betaQuantile, betaUpperTail } from "./stats/beta.js";
export { binomialTest } from "./stats/binomial-test.js";
export { chiSquareTable, type TableTest } from "./stats/chi-square-table.js";
export { clopperPearson, type Interval as ExactInterval, poissonInterval } from "./stats/exact-intervals.js";
export { type FisherTest, fisherExact } from "./stats/fisher.js";
export { hypergeometric } from "./stats/hypergeometric.js";
export { chiSquareTailLog10 } from "./stats/log-tail.js";
export { mannWhitneyExact } from "./stats/mann-whitney-exact.js";
export { type QuantileType, quantileOfType } from "./stats/quantile-types.js";
export { type RateRatio, rateRatio } from "./stats/rate-ratio.js";
// consequences: sanctions and rewards
export { type ConsequenceOptions, consequences, explainConsequences } from "./provisions/consequences.js";
export { loadRules } from "./provisions/load-rules.js";
export { type ObligationWords, obligationWords } from "./provisions/obligation-words.js";
export { LAYERS, readRules } from "./provisions/read-rules.js";
export {
  ADDRESSEES,
  type Addressee,
  type Consequence,
  type ConsequenceType,
  isSanction,
  REWARD_TYPES,
  type RejectedCue,
  type RewardType,
  SANCTION_TYPES,
  type SanctionType,
  TRIGGERS,
  type Trigger,
} from "./provisions/records.js";
export type { RuleSet } from "./provisions/rule-types.js";
// severity: scales, scores, profiles, comparisons, robustness
export { type CodedStatistic, type CodingError, simulateCoding } from "./severity/coding-error.js";
export { type RewardBalance, rewardBalance } from "./severity/balance.js";
export { type CompareOptions, compareTwo, type GroupComparison } from "./severity/compare.js";
export { type ClusterTest, compareAll } from "./severity/compare-all.js";
export { type Discretion, discretion } from "./severity/discretion.js";
export { type DominanceRow, dominanceMatrix } from "./severity/dominance-matrix.js";
export { defaultLevel, type Grouping, GROUPINGS, groupOf } from "./severity/grouping.js";
export {
  type Ladder,
  ladders,
  type Rung,
  type TriggerSummary,
  triggerSummaries,
} from "./severity/ladders.js";
export { type MultipleSummary, multiples } from "./severity/multiples.js";
export {
  type Cell,
  GRID,
  GRID_SCALES,
  type GridChoice,
  type Multiverse,
  multiverse,
} from "./severity/multiverse.js";
export type { ChoiceSensitivity } from "./severity/sensitivity.js";
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
  type ConfusionCell,
  confusion,
  pairCodings,
} from "./severity/pair-codings.js";
export { inPricesOf, type PriceIndex, parsePriceIndex, priceFactor } from "./severity/prices.js";
export { type ProfileRow, profile } from "./severity/profile.js";
export { ERROR_MODELS, type ErrorModel, type RecodingOptions, recodings } from "./severity/recodings.js";
export {
  parseScale,
  type Scale,
  SCALE_MEASURES,
  SCALE_UNITS,
  type ScaleMeasure,
  type ScaleUnit,
  scale,
  scales,
} from "./severity/scales.js";
export {
  CHOICES,
  type ChoiceName,
  type Choices,
  DEFAULT_CHOICES,
  type Score,
  type Scoring,
  scores,
} from "./severity/scores.js";
export {
  type SeverityRow,
  type SeverityStatistic,
  type SeverityTableOptions,
  severityTable,
} from "./severity/severity-table.js";
export { type SizeInterval, sizeIntervals } from "./severity/size-intervals.js";
export { type SizeOptions, type SizeStatistics, type SizeSummary, sizes } from "./severity/sizes.js";

// figures of severity
export { balanceBars } from "./figures/balance-bars.js";
export { dominanceFigure } from "./figures/dominance-figure.js";
export { type SizeAxisOptions, sizeAxis } from "./figures/size-axis.js";
export { finesCompared } from "./figures/fines-compared.js";
export { levelProfile } from "./figures/level-profile.js";
export { sanctionHeatmap } from "./figures/sanction-heatmap.js";
export { specificationCurve } from "./figures/specification-curve.js";
export { triggerFlows } from "./figures/trigger-flows.js";
export { triggerLadder } from "./figures/trigger-ladder.js";
export { bothNames, type CodeLabel, codeLabel } from "./severity/labels.js";

// data frames, made at the end for showing
export { type Frame, frame } from "./frames/frame.js";

// the Study: every table of a collection
export { type AnalyseOptions, analyse, analyseDocuments } from "./study/analyse.js";
export { type DocumentTables, documentTables } from "./study/document-tables.js";
export { TABLES, type TableName, type TableSchema } from "./study/schema.js";
export type { MadeWith, PartRow, SourceRow, Study, TermCountRow } from "./study/study.js";
export { dataPath, loadStudy, saveStudy, studyFiles, loadSensitivity } from "./study/tables.js";

// figures of what collections hold
export { GENRE_NAMES, holdings, type WeightedPart } from "./figures/holdings.js";

// severity: hand codings and counted reference
export { CODING_COLUMNS, codings, parseCodings } from "./severity/codings.js";
export {
  compareFines,
  type FineComparison,
  type FineComparisons,
  type FineSide,
} from "./severity/compare-fines.js";
export {
  FINE_COUNT_COLUMNS,
  type FineCount,
  type FineCounter,
  fineCounter,
  statuteFines,
} from "./severity/fine-counts.js";
export {
  type CountedSide,
  compareWithCounts,
  type ReferenceComparison,
} from "./severity/compare-with-counts.js";
export {
  SANCTION_COUNT_COLUMNS,
  type SanctionCount,
  type SanctionCounter,
  sanctionCounter,
  statuteSanctions,
} from "./severity/sanction-counts.js";
export {
  type NeighbourScore,
  type NeighbourScoreOptions,
  neighbourScores,
  type WeighedClauses,
} from "./terms/neighbour-scores.js";
export {
  frequentNeighbours,
  type NeighbourCount,
  neighbourCounts,
  placesOf,
  type TermPlace,
  type TrackedTerm,
  trackedTerms,
} from "./terms/tracked.js";
export { collectionMap, type MappedCollections } from "./figures/collection-map.js";
export { copyEffectFigure } from "./figures/copy-effect-figure.js";
export { duplicateNetwork } from "./figures/duplicate-network.js";
export { balanceStatement, leftOutStatement, sampleStatement } from "./severity/statements.js";

// evaluation: predicted against hand-coded consequences
export { type Expression, expressionsOf } from "./evaluation/expressions.js";
export { type CodeConfusionCell, codeConfusion } from "./evaluation/confusion.js";
export { type FieldRow, sameInterval, scoreFields } from "./evaluation/fields.js";
export { type Matching, matchConsequences } from "./evaluation/matching.js";
export { type ScoreOptions, type ScoreRow, scoreConsequences } from "./evaluation/scores.js";
export { toIgScript } from "./evaluation/ig-script.js";
// figures of scorecards and of the arithmetic audit
export { bandBars } from "./figures/band-bars.js";
export { claimVerdicts } from "./figures/claim-verdicts.js";
export { contractCurves } from "./figures/contract-curves.js";
export { lossCurves } from "./figures/loss-curves.js";
export { pointsIcicle } from "./figures/points-icicle.js";
export { type TermMatrixOptions, termMatrix } from "./study/term-matrix.js";

// figures of terms
export { collocationNetwork, type NetworkTie } from "./figures/collocation-network.js";
export { effectForest, type ForestOptions, type ForestRow } from "./figures/effect-forest.js";
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
export { correspondenceMap, type MapDocument } from "./figures/correspondence-map.js";
export { type GrowthCurve, likenessHeatmap, vocabularyGrowth } from "./figures/documents-compared.js";

// figure of a validation
export { scoreMarks } from "./figures/score-marks.js";
export { fromBrat, toBrat } from "./evaluation/brat.js";
export { offsetUnits } from "./evaluation/code-points.js";
export { fromCodingCsv, toCodingCsv } from "./evaluation/coding-csv.js";
export { fromLabelStudio, type LabelStudioTask, toLabelStudio } from "./evaluation/label-studio.js";
