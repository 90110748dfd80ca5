// Reference values of other software and of the literature, with their sources: fixtures/vectors.json, group "keyness".
import { describe } from "vitest";
import { fisherExact } from "../../src/stats/fisher.js";
import { hypergeometric } from "../../src/stats/hypergeometric.js";
import { association } from "../../src/terms/association.js";
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
import { cells, checksOf, type Loose, target } from "./fixtures/vectors.js";

const check = checksOf("keyness");

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
