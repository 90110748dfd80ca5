// Reference values of other software and of the literature, with their sources: fixtures/vectors.json, group "spread".
import { describe } from "vitest";
import { dispersion } from "../../src/terms/dispersion.js";
import { fisherAlpha, frequenciesOf, lexicalDiversity } from "../../src/terms/diversity.js";
import { hdd, mattr, msttr, mtld } from "../../src/terms/moving-diversity.js";
import { positionDispersion } from "../../src/terms/position-dispersion.js";
import { readability } from "../../src/terms/readability.js";
import { checksOf, type Loose, type Vector, words } from "./fixtures/vectors.js";

const check = checksOf("spread");

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
