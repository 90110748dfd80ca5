// Reference values of other software and of the literature, with their sources: fixtures/vectors.json.
import { afterAll, describe, expect, test } from "vitest";
import { adjust } from "../../src/stats/adjust.js";
import { clusterBootstrap } from "../../src/stats/bootstrap.js";
import { chiSquareTail } from "../../src/stats/chi-square.js";
import { chiSquareTable } from "../../src/stats/chi-square-table.js";
import { cliffsDelta } from "../../src/stats/cliffs-delta.js";
import { kendall, spearman } from "../../src/stats/correlation.js";
import { dunn } from "../../src/stats/dunn.js";
import { clopperPearson, poissonInterval } from "../../src/stats/exact-intervals.js";
import { fisherExact } from "../../src/stats/fisher.js";
import { hypergeometric } from "../../src/stats/hypergeometric.js";
import { kruskalWallis } from "../../src/stats/kruskal-wallis.js";
import { mannWhitney } from "../../src/stats/mann-whitney.js";
import { mannWhitneyExact } from "../../src/stats/mann-whitney-exact.js";
import { geometricMean } from "../../src/stats/mean.js";
import { median, quantile } from "../../src/stats/quantile.js";
import { type QuantileType, quantileOfType } from "../../src/stats/quantile-types.js";
import { type Random, seededRandom } from "../../src/stats/random.js";
import { rateRatio } from "../../src/stats/rate-ratio.js";
import { wilson } from "../../src/stats/wilson.js";
import { association } from "../../src/terms/association.js";
import { collocations } from "../../src/terms/collocations.js";
import {
  type Correction,
  keynessTable,
  margins,
  pairTable,
  signedChiSquare,
  signedG2,
  signedG2TwoTerm,
  type Table,
} from "../../src/terms/contingency.js";
import { cooccurrences } from "../../src/terms/cooccurrence.js";
import { correspondenceAnalysis } from "../../src/terms/correspondence.js";
import { countTerms } from "../../src/terms/counts.js";
import { dispersion } from "../../src/terms/dispersion.js";
import { fisherAlpha, frequenciesOf, lexicalDiversity } from "../../src/terms/diversity.js";
import {
  bayesFactorBic,
  deltaP,
  differenceCoefficient,
  effectOfLikelihood,
  logRatio,
  logRatioInterval,
  oddsRatio,
  percentDifference,
  simpleMaths,
  weightedLogOdds,
} from "../../src/terms/effect-sizes.js";
import { keyness } from "../../src/terms/keyness.js";
import { kwic } from "../../src/terms/kwic.js";
import { lambdaOfCells } from "../../src/terms/lambda.js";
import { documentFeatureMatrix, type TermText } from "../../src/terms/matrix.js";
import { hdd, mattr, msttr, mtld } from "../../src/terms/moving-diversity.js";
import { positionDispersion } from "../../src/terms/position-dispersion.js";
import { readability } from "../../src/terms/readability.js";
import { bagSimilarity, documentSimilarities } from "../../src/terms/similarity.js";
import { inverseDocumentFrequency, type TfIdfScheme, tfIdf } from "../../src/terms/tf-idf.js";
import file from "./fixtures/vectors.json" with { type: "json" };

// biome-ignore lint/suspicious/noExplicitAny: every vector has a shape of its own
type Loose = any;
interface Vector {
  readonly id: string;
  readonly input: Loose;
  readonly expected: Loose;
  readonly tol: number;
}
const vectors = new Map((file.vectors as Vector[]).map((vector) => [vector.id, vector]));
const used = new Set<string>();

/** Compares numbers within the vector's tolerance (absolute, or relative where the number is above 1; never below the ten digits printed), all else exactly. */
function near(actual: Loose, expected: Loose, tol: number, path = ""): void {
  if (typeof expected === "number") {
    if (typeof actual !== "number") throw new Error(`${path}: expected ${expected}, found ${actual}`);
    const limit = Math.max(tol, 1e-10) * Math.max(1, Math.abs(expected));
    const small = expected !== 0 && Math.abs(expected) < 1e-6 ? Math.abs(expected) * 1e-6 : limit;
    if (!(Math.abs(actual - expected) <= Math.min(limit, small))) {
      throw new Error(`${path}: expected ${expected} within ${limit}, found ${actual}`);
    }
  } else if (typeof expected === "object" && expected !== null) {
    for (const key of Object.keys(expected)) near(actual?.[key], expected[key], tol, `${path}.${key}`);
  } else expect(actual, path).toEqual(expected);
}

function check(id: string, compute: (input: Loose, vector: Vector) => Loose, tolerance?: number): void {
  test(id, () => {
    const vector = vectors.get(id);
    if (!vector) throw new Error(`no vector ${id}`);
    used.add(id);
    near(compute(vector.input, vector), vector.expected, tolerance ?? vector.tol, id);
  });
}

const cells = ({ o11, o12, o21, o22 }: Loose): Table => ({ o11, o12, o21, o22 });
const target = ({ a, b, targetTotal, referenceTotal, n1, n2 }: Loose): Table =>
  keynessTable(a, b, targetTotal ?? n1, referenceTotal ?? n2);
/** The linear congruential generator of the vector: x ← 1664525 x + 1013904223 mod 2³², index ⌊u n⌋. */
function congruential(seed: number): Random {
  let state = seed;
  const bits = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const uniform = () => bits() / 2 ** 32;
  return { bits, uniform, below: (bound) => Math.floor(uniform() * bound) };
}
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const texts = (documents: readonly string[]): TermText[] =>
  documents.map((d, i) => ({ id: String(i), terms: words(d) }));
const tokens = (text: string) =>
  [...text.matchAll(/\S+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    term: m[0],
    kind: "word" as const,
  }));

describe("keyness", () => {
  check("keyness-chi2-b-default", (i) => signedChiSquare(target(i), "quanteda"));
  for (const id of [
    "keyness-G2-b-williams",
    "keyness-G2-b-yates",
    "keyness-G2-a-none",
    "keyness-G2-a-williams",
    "keyness-G2-a-yates",
  ]) {
    check(id, (i) => signedG2(target(i), i.correction as Correction));
  }
  check("keyness-G2-b-quanteda-default", (i) => signedG2(target(i), "quanteda"));
  check("keyness-fisher-a", (i) => {
    const { o11, o12, o21, o22 } = target(i);
    const test = fisherExact(o11, o12, o21, o22);
    return { sampleOddsRatio: test.sample_odds_ratio, p: test.p };
  });
  check("keyness-ranking-8", (i) => {
    const maps = [i.target, i.reference].map((counts) => ({
      counts: new Map<string, number>(Object.entries(counts)),
    }));
    const rows = keyness(maps[0]!, maps[1]!);
    const chi2 = new Map(
      rows.map((r) => [
        r.term,
        signedChiSquare(keynessTable(r.target_count, r.reference_count, 17, 12), "quanteda")!,
      ]),
    );
    const order = (value: (term: string) => number) =>
      rows.map((r) => r.term).sort((x, y) => value(y) - value(x) || (x < y ? -1 : 1));
    const g2 = new Map(rows.map((r) => [r.term, r.g2!]));
    return {
      order_chi2_default: order((t) => chi2.get(t)!),
      order_G2_none: order((t) => g2.get(t)!),
      values: Object.fromEntries(
        rows.map((r) => [r.term, { chi2_default: chi2.get(r.term), G2_none: r.g2 }]),
      ),
    };
  });
  check("keyness-pmi-a", (i) => association(target(i)).pmi! * Math.LN2);
  check("G2-4term-10-5-100-200", (i) => signedG2(target(i)));
  check("G2-2term-10-5-100-200", (i) => signedG2TwoTerm(target(i)));
  for (const word of ["appreciated", "measuring", "particularly", "arrived"]) {
    check(`G2-signed-${word}`, (i) => signedG2(keynessTable(i.f1, i.f2, i.N1, i.N2)));
  }
  for (const n of [48, 198, 398, 1]) {
    check(`logratio-conservative-${n}`, (i) => {
      const table = keynessTable(i.f, i.f2 - i.f, i.f1, i.N - i.f1);
      const options = { level: 1 - i.alpha, comparisons: i.comparisons };
      return {
        logRatio: logRatio(table, "none"),
        lrcPoissonBeta: logRatioInterval(table, options).conservative,
        lrcNormal: logRatioInterval(table, { ...options, method: "normal" }).conservative,
      };
    });
  }
  check("oddsratio-pojanapunya", (i) => oddsRatio(cells(i)));
  const transposed = ({ o11, o12, o21, o22 }: Loose): Table => ({ o11, o12: o21, o21: o12, o22 });
  check("pctdiff-gabrielatos", (i) => percentDifference(transposed(i)));
  check("diffcoef-hofland", (i) => differenceCoefficient(transposed(i)));
  check("kilgarriff-simplemaths", (i) => simpleMaths(transposed(i), i.smoothing));
  check("bayes-bic", (i) => bayesFactorBic(i.G2, i.N));
  check("ELL", (i) => effectOfLikelihood(keynessTable(i.f1, i.f2, i.n1, i.n2)));
  check("fightin-words", (i) => weightedLogOdds(keynessTable(i.y1, i.y2, i.n1, i.n2), i.alpha, i.alpha0));
});

describe("association", () => {
  check("am-perfect-10-10-10-100", (i) => {
    const table = pairTable(i.f, i.f1, i.f2, i.N);
    const a = association(table);
    const { least, logs } = hypergeometric(i.f1, i.f2, i.N);
    return {
      MI_log10: a.pmi! * Math.log10(2),
      localMI_log10: a.local_mi! * Math.log10(2),
      dice: a.dice,
      tScore: a.t_score,
      zScore: a.z_score,
      logLikelihoodSigned: a.g2,
      simpleLL: a.simple_ll,
      logRatioHardie_disc0_5: logRatio(table),
      hypergeometricLikelihood: Math.exp(logs[i.f - least]!),
    };
  });
  for (const word of ["appreciated", "certain"]) {
    check(`ucs-${word}`, (i) => {
      const table = pairTable(i.f, i.f1, i.f2, i.N);
      const { o11, o12, o21, o22 } = table;
      const { c1, c2 } = margins(table);
      const a = association(table);
      const fisher = fisherExact(o11, o12, o21, o22);
      return {
        Dice: a.dice,
        Jaccard: a.jaccard,
        MI: a.pmi! * Math.log10(2),
        MI2: a.pmi2! * Math.log10(2),
        MI3: a.pmi3! * Math.log10(2),
        MS: a.min_sensitivity,
        "chi.squared": a.chi2,
        "chi.squared.corr": signedChiSquare(table, "yates"),
        "log.likelihood": a.g2,
        "odds.ratio": Math.log10(oddsRatio(table)!),
        "relative.risk": Math.log10((o11 / o12) * (c2 / c1)),
        "simple.ll": a.simple_ll,
        "t.score": a.t_score,
        "z.score": a.z_score,
        "Fisher.pv": -Math.log10(fisher.p_greater),
      };
    });
  }
  check("pmi-churchhanks", (i) => association(cells(i)).pmi);
  check("tscore-manning", (i) => association(cells(i)).t_score_manning);
  check("chi2-dunning", (i) => signedChiSquare(cells(i)));
  check("chi2-yates-pedersen", (i) => Math.abs(signedChiSquare(cells(i), "yates")!));
  check("phi2-churchgale", (i) => association(cells(i)).phi2);
  check("deltaP-gries", (i) => deltaP(cells(i)));
  check("deltaP-gries-rev", (i) => deltaP(cells(i)));
  check("minsens-pedersen", (i) => association(cells(i)).min_sensitivity);
  check("npmi-bouma", (i) => association(cells(i)).npmi);
  check("npmi-bouma-1", (i) => association(cells(i)).npmi);
  check("dice-smadja", (i) => association({ ...cells(i), o22: 1 }).dice);
  check("fisher-pedersen-two", (i) => fisherExact(i.o11, i.o12, i.o21, i.o22).p);
  check("fisher-pedersen-left", (i) => fisherExact(i.o11, i.o12, i.o21, i.o22).p_less);
  check("logDice-10-10-10", (i) => association(pairTable(i.fxy, i.fx, i.fy, 1000)).log_dice);
  check("logDice-1-15334-2", (i) => association(pairTable(i.fxy, i.fx, i.fy, 191998)).log_dice);
  check("mi-family", (i) => {
    const a = association(pairTable(i.o11, i.R1, i.C1, i.N));
    return {
      MI: a.pmi,
      MI2: a.pmi2,
      MI3: a.pmi3,
      localMI: a.local_mi,
      tSimple: a.t_score,
      z: a.z_score,
      simpleLL: a.simple_ll,
    };
  });
  check("nltk-bigram", (i) => {
    const a = association(pairTable(i.n_ii, i.n_ix, i.n_xi, i.n_xx));
    return {
      pmi: a.pmi,
      likelihood_ratio: a.g2,
      chi_sq: a.chi2,
      student_t: a.t_score,
      dice: a.dice,
      jaccard: a.jaccard,
      phi_sq: a.phi2,
      poisson_stirling: a.poisson_stirling,
    };
  });
});

describe("collocations", () => {
  const counted = (i: Loose) =>
    new Map(
      collocations(i.documents.map(words), {
        sizes: i.size,
        minCount: i.min_count ?? 2,
        scored: (term) => i.keep.includes(term),
      }).map((row) => [row.terms.join(" "), row]),
    );
  check("colloc-counts-nested", (i) =>
    Object.fromEntries([...counted(i)].map(([k, r]) => [k, { count: r.count, nested: r.count_nested }])),
  );
  check("colloc-counts-nested-4", (i) =>
    Object.fromEntries([...counted(i)].map(([k, r]) => [k, [r.count, r.count_nested]])),
  );
  check("lambda3-formula", (i) => {
    const { lambda, z } = lambdaOfCells(
      Object.keys(i.cells)
        .sort()
        .map((k) => i.cells[k]),
      i.smoothing,
    );
    return { lambda_: lambda, z };
  });
  const grid = (i: Loose, ordered: boolean, weights?: readonly number[]) => {
    const order = i.order ?? ["A", "B", "C", "D", "E", "F"];
    const rows = cooccurrences([words(i.text)], {
      window: i.window,
      ordered,
      ...(weights ? { weight: (d: number) => weights[d - 1]! } : {}),
    });
    return order.map((a: string) =>
      order.map((b: string) => rows.find((r) => r.first === a && r.second === b)?.count ?? 0),
    );
  };
  check("fcm-window3", (i) => grid(i, false));
  check("fcm-window3-weighted", (i) => grid(i, false, i.weights));
  check("fcm-window3-ordered", (i) => grid(i, true));
  check("kwic-two-hits", (i) =>
    kwic(i.text, tokens(i.text), { terms: [i.pattern] }, { window: i.window }).map((line) => ({
      pos: `${line.first_token + 1}:${line.last_token}`,
      pre: line.left,
      kw: line.keyword,
      post: line.right,
    })),
  );
});

describe("dispersion", () => {
  check("disp-gries-positions", (i) => {
    const positions = i.tokens.flatMap((t: string, n: number) => (t === i.term ? [n] : []));
    const d = positionDispersion(positions, i.tokens.length);
    return { ALD: d.ald, ARF: d.arf, AWT: d.awt, fALD: d.f_ald, fAWT: d.f_awt };
  });
  check("disp-gries2008-v12345", (i) => {
    const d = dispersion(i.subfreq);
    return {
      rosengrenS: d.rosengren_s,
      zhangDC: d.zhang_dc,
      lyneD3: d.lyne_d3,
      rosengrenKF: d.rosengren_kf,
      carrollUm: d.carroll_um,
      engwallFM: d.engwall_fm,
    };
  });
  check("disp-carroll-d2", (i) => dispersion(i.subfreq).carroll_d2);
  check("disp-juilland-sample", (i) => dispersion(i.subfreq).juilland_d_sample_sd);
  check("disp-dp-norm", (i) => dispersion(i.subfreq).dp_norm);
  check("disp-tlda-lyne", (i) => {
    const d = dispersion(i.subfreq, i.partsize);
    return {
      Rrel: d.range_relative,
      D: d.juilland_d,
      D2: d.carroll_d2,
      S: d.rosengren_s,
      DP_asInReadme: 1 - d.dp!,
      DA: d.da,
      DKL_o2p: d.dkl_odds,
    };
  });
  for (const id of ["disp-variants-lyne", "disp-variants-skew"]) {
    check(id, (i) => {
      const d = dispersion(i.subfreq, i.partsize);
      return {
        DP_gries_2008: 1 - d.dp!,
        DP_lijffit_gries_2012: 1 - d.dp_norm!,
        DP_egbert_etal_2020: 1 - d.dp_norm_egbert!,
        DKL_base_e: d.dkl_base_e,
        DKL_base_2: d.dkl_base_2,
        DKL_o2p: d.dkl_odds,
        R_absolute: d.range,
        R_relative: d.range_relative,
        R_relative_withsize: d.range_with_size,
        KLD_bits: d.kld,
        DP_gries_direction_raw: d.dp,
        DPnorm_min_s: d.dp_norm,
      };
    });
  }
  check("disp-extras-unequal", (i) => {
    const d = dispersion(i.subfreq, i.partsize);
    return {
      juillandD_sampleSd_on_v_over_s: d.juilland_d_sample_sd,
      juillandD_popSd: d.juilland_d,
      rosengrenS: d.rosengren_s,
      DP: d.dp,
      DPnorm: d.dp_norm,
    };
  });
});

describe("tf-idf and frequency", () => {
  const weights = (documents: readonly string[], scheme: TfIdfScheme): Record<string, number[]> => {
    const m = tfIdf(documentFeatureMatrix(texts(documents)), scheme);
    const rows = Object.fromEntries(m.terms.map((t) => [t, m.documents.map(() => 0)]));
    m.documents.forEach((_, d) => {
      for (let j = m.rowStart[d]!; j < m.rowStart[d + 1]!; j++)
        rows[m.terms[m.columns[j]!]!]![d] = m.counts[j]!;
    });
    return rows;
  };
  const sklearn = (i: Loose, scheme: TfIdfScheme) => {
    const m = documentFeatureMatrix(texts(i.documents));
    const byTerm = weights(i.documents, scheme);
    const df = m.terms.map((t) => byTerm[t]!.filter((w) => w > 0).length);
    return {
      features: m.terms,
      idf: df.map((n) => inverseDocumentFrequency(scheme, m.documents.length, n)),
      matrix: m.documents.map((_, d) => m.terms.map((t) => byTerm[t]![d])),
    };
  };
  check("tfidf-quanteda-prop", (i) => weights(i.documents, "quanteda-prop"));
  check("tfidf-full", (i) => ({
    quanteda_count_log10: weights(i.documents, "quanteda"),
    quanteda_prop_log10: weights(i.documents, "quanteda-prop"),
    voyant_relfreq_log10: weights(i.documents, "voyant"),
    tm_weightTfIdf_normalized_log2: weights(i.documents, "tm"),
    natural_js: {
      note: "idf = 1 + ln(N/(1+df)); tf raw",
      罚款_tf2_df1_N2: 2 * inverseDocumentFrequency("natural", 2, 1),
      数据_tf1_df2_N2: inverseDocumentFrequency("natural", 2, 2),
    },
  }));
  check("tfidf-sklearn-smooth-l2", (i) => sklearn(i, "scikit-learn"));
  check("tfidf-sklearn-nosmooth-sublinear", (i) => sklearn(i, "scikit-learn-plain"));
  check("sklearn-default-drops-single-han", (i) =>
    documentFeatureMatrix(texts(i.documents)).terms.filter((term) => Array.from(term).length > 1),
  );
  check("textstat-frequency", (i) =>
    countTerms(texts(i.documents)).map((r) => [r.term, r.count, r.rank, r.documents]),
  );
  check("textstat-frequency-prop", (i) => {
    const sums: Record<string, number> = {};
    for (const { terms } of texts(i.documents))
      for (const t of terms) sums[t] = (sums[t] ?? 0) + 1 / terms.length;
    return sums;
  });
  check("rank-ties-min", (i) =>
    Object.fromEntries(countTerms(texts(i.documents)).map((r) => [r.term, r.rank])),
  );
});

describe("lexical diversity", () => {
  check("lexdiv-lexicalrichness", (i) => {
    const d = lexicalDiversity(frequenciesOf(i.tokens));
    return {
      N: d.tokens,
      V: d.types,
      TTR: d.ttr,
      RTTR: d.root_ttr,
      CTTR: d.corrected_ttr,
      herdanC: d.herdan_c,
      summerS: d.summer_s,
      dugastU: d.dugast_u,
      maas_a2: d.maas_a2,
      yuleK: d.yule_k,
      yuleI: d.yule_i,
      herdanVm: d.herdan_vm,
      simpsonD: d.simpson_d,
      msttr5: msttr(i.tokens, 5),
      mattr5: mattr(i.tokens, 5),
      mtld_072: mtld(i.tokens),
      hdd_draws5: hdd(i.tokens, 5),
    };
  });
  const byWindow = (measure: typeof mattr) => (i: Loose, v: Vector) =>
    Object.fromEntries(Object.keys(v.expected).map((w) => [w, measure(i.tokens, Number(w))]));
  check("lexdiv-mattr", byWindow(mattr));
  check("lexdiv-msttr", byWindow(msttr));
  check("lexdiv-yuleK", (i) => i.texts.map((t: string) => lexicalDiversity(frequenciesOf(words(t))).yule_k));
  check("lexdiv-fourmeasures", (i) => {
    const d = i.docs.map((t: string) => lexicalDiversity(frequenciesOf(words(t))));
    const all = (key: string) => d.map((x: Loose) => x[key]);
    return { TTR: all("ttr"), C: all("herdan_c"), R: all("root_ttr"), CTTR: all("corrected_ttr") };
  });
  check("lexdiv-fisher-alpha", (i) => fisherAlpha(i.N, i.V));
  check("lexdiv-hdd-100", (i) =>
    hdd(
      Array.from({ length: i.types * i.each }, (_, n) => String(n % i.types)),
      i.draws,
    ),
  );
  check("lexdiv-mtld-100", (i) =>
    mtld(Array.from({ length: 20 }, () => ["This", "is", "a", "sentence", "."]).flat(), i.threshold),
  );
  check("entropy-popescu", (i) => {
    const d = lexicalDiversity(i.frequencies);
    return { entropyBits: d.entropy, repeatRate: d.repeat_rate };
  });
});

describe("readability", () => {
  // the counts of words (19) and of adverbs and conjunctions (3) are those that the published figures imply
  check("readability-zh-note", (i) => {
    const r = readability({ characters: i.text.length, sentences: 1, words: 19, functionWords: 3 })!;
    return { readability1: r.sentence_length, readability2: r.function_share, readability3: r.readability };
  });
});

describe("tests and intervals", () => {
  check("padjust", (i) => ({
    bonferroni: adjust(i.p, "bonferroni"),
    holm: adjust(i.p, "holm"),
    BH: adjust(i.p, "bh"),
    BY: adjust(i.p, "by"),
    hochberg: adjust(i.p, "hochberg"),
  }));
  // R's odds ratio and limits come from uniroot with its default tolerance of 1.2e-4: they are right to four digits
  check(
    "fisher-R-conditional-or",
    (i) => {
      const [[a, b], [c, d]] = i.table;
      const f = fisherExact(a, b, c, d);
      const inverse = fisherExact(c, d, a, b).odds_ratio;
      return { oddsRatioCMLE: f.odds_ratio, ci95: [f.lower, f.upper], p: f.p, inverse };
    },
    2.5e-4,
  );
  test("conditional odds ratio and limits as scipy 1.10.1 contingency.odds_ratio gives them", () => {
    const f = fisherExact(7, 3, 2, 7);
    near([f.odds_ratio, f.lower, f.upper], [7.166306303557892, 0.752014673321612, 113.44437123517064], 1e-9);
    near(f.p, 0.06977851869489, 1e-11);
  });
  const mwu = (i: Loose, continuity: boolean) => {
    const t = mannWhitney(i.x, i.y, { continuity });
    const delta = cliffsDelta(i.x, i.y).delta;
    const effect = t.u! / (t.n_x * t.n_y);
    return {
      U1: t.u,
      U2: t.n_x * t.n_y - t.u!,
      pTwoSided: t.p,
      commonLanguageEffect: effect,
      cliffsDelta: delta,
      rankBiserial: 2 * effect - 1,
    };
  };
  check("mwu-penalty-cc", (i) => mwu(i, true));
  check("mwu-penalty-nocc", (i) => mwu(i, false));
  check("mwu-R", (i) => ({
    W: mannWhitney(i.x, i.y).u,
    pContinuity: mannWhitney(i.x, i.y).p,
    pNoContinuity: mannWhitney(i.x, i.y, { continuity: false }).p,
  }));
  check("mwu-R-exact", (i) => ({ W: mannWhitney(i.x, i.y).u, p: mannWhitneyExact(i.x, i.y) }));
  check("mwu-kilgarriff", (i) => {
    const u = mannWhitney(i.x, i.y).u!;
    return { rankSum: u + (i.x.length * (i.x.length + 1)) / 2, U1: u };
  });
  check("kruskal-penalty", (i) => {
    const k = kruskalWallis(i.groups);
    return { H: k.h, df: k.df, p: k.p, epsilon2: k.epsilon_squared, eta2H: k.eta_squared };
  });
  check("kruskal-R", (i) => ({ H: kruskalWallis(i.groups).h, p: kruskalWallis(i.groups).p }));
  check("dunn-penalty", (i) => {
    const pairs = dunn(i.groups);
    const named = (value: (pair: (typeof pairs)[number]) => number | null) =>
      Object.fromEntries(pairs.map((pair) => [`${pair.i + 1}-${pair.j + 1}`, value(pair)]));
    return { z: named((d) => d.z), p: named((d) => d.p), holm: pairs.map((d) => d.p_adjusted) };
  });
  check("robust-amounts", (i) => {
    const centre = median(i.x)!;
    const mad = median(i.x.map((x: number) => Math.abs(x - centre)))!;
    const spread = quantile(i.x, 0.75)! - quantile(i.x, 0.25)!;
    return { geometricMean: geometricMean(i.x), madScaled: 1.4826 * mad, madRaw: mad, IQR: spread };
  });
  const bootstrapMedian = (i: Loose, random: Random, draws: number, method: "percentile" | "bca") =>
    clusterBootstrap(
      i.x.map((x: number) => [x]),
      (items: readonly number[]) => median(items),
      { random, draws, minimumClusters: 2, method },
    );
  check("bootstrap-median-lcg", (i) => {
    const b = bootstrapMedian(i, congruential(i.seed), i.B, "percentile");
    const draw = congruential(i.seed);
    const first5 = Array.from({ length: 5 }, () => median(i.x.map(() => i.x[draw.below(i.x.length)])));
    return { mean: b.mean, q025_type7: b.lower, q975_type7: b.upper, first5 };
  });
  check("bootstrap-bca-scipy", (i) => {
    const b = bootstrapMedian(i, seededRandom(1), 9999, "bca");
    return { low: b.lower, high: b.upper };
  });
  check("proportion-ci", (i) => {
    const [w, exact] = [wilson(i.k, i.n), clopperPearson(i.k, i.n)];
    return { wilson: [w.lower, w.upper], clopperPearson: [exact.lower, exact.upper] };
  });
  check("poisson-rate-ratio", (i) => {
    const r = rateRatio(i.k[0], i.T[0], i.k[1], i.T[1]);
    return { ratio: r.ratio, ci95: [r.lower, r.upper], p: r.p };
  });
  check("poisson-ci", (i) => {
    const { lower, upper } = poissonInterval(i.k);
    return [lower, upper];
  });
  check("chi2-tail", (i) => i.x.map((x: number) => chiSquareTail(x, 1)));
  check("chi2-rxc", (i) => {
    const t = chiSquareTable(i.table);
    return {
      chi2: t.chi2,
      p: t.p,
      df: t.df,
      G: t.g2,
      pG: t.p_g2,
      cramersV: t.cramers_v,
      expected00: t.expected[0]![0],
    };
  });
  check("rankcor", (i) => ({ spearman: spearman(i.x, i.y), kendall: kendall(i.x, i.y) }));
  check("quantile-types", (i) =>
    Object.fromEntries(
      ([2, 5, 6, 7, 8, 9] as QuantileType[]).map((type) => [
        `R${type}`,
        [0.25, 0.5, 0.75, 0.9].map((p) => quantileOfType(i.x, p, type)),
      ]),
    ),
  );
});

describe("similarity and correspondence analysis", () => {
  const grams = (text: string, n: number) => {
    const characters = Array.from(text);
    const bag = new Map<string, number>();
    for (let i = 0; i + n <= characters.length; i++) bag.set(characters.slice(i, i + n).join(""), 1);
    return bag;
  };
  for (const id of ["shingle-jaccard-2", "shingle-jaccard-5"]) {
    check(id, (i) => {
      const [a, b] = [grams(i.a, i.n), grams(i.b, i.n)];
      const s = bagSimilarity(a, b);
      const shared = [...a.keys()].filter((g) => b.has(g)).length;
      return {
        jaccard: s.jaccard,
        containmentAinB: s.containment_a_in_b,
        dice: s.dice,
        overlap: s.overlap,
        sizes: [a.size, b.size, shared],
      };
    });
  }
  check("cosine-counts", (i) => {
    const [d1d2, d1d3, d2d3] = documentSimilarities(documentFeatureMatrix(texts(i.documents))).map(
      (s) => s.cosine,
    );
    return { d1d2, d1d3, d2d3 };
  });
  check("ca-singular", (i) => {
    const label = (_: unknown, n: number) => String(n);
    const ca = correspondenceAnalysis(i.table, i.table.map(label), i.table[0].map(label));
    return {
      singular: ca.singular,
      inertia: ca.inertia,
      rowScoresAxis1abs: ca.rows.map((r) => Math.abs(r.standard[0]!)),
      colScoresAxis1abs: ca.columns.map((c) => Math.abs(c.standard[0]!)),
    };
  });
});

afterAll(() => {
  expect([...vectors.keys()].filter((id) => !used.has(id))).toEqual([]);
});
