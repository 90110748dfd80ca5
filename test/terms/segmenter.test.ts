import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { JIEBA_VERSION, newJieba } from "../../src/segmentation/jieba.js";
import { dictionary } from "../../src/terms/dictionary.js";
import { termDictionary } from "../../src/terms/lists.js";
import { createSegmenter } from "../../src/terms/segmenter.js";
import overlapping from "./fixtures/words-that-contain-ours.json" with { type: "json" };

const terms = (segmenter: ReturnType<typeof createSegmenter>, text: string): string[] =>
  segmenter.segment(text).map((token) => token.term);

describe("fingerprint", () => {
  test("the declared version is the installed one", () => {
    const manifest = JSON.parse(readFileSync("node_modules/jieba-wasm/package.json", "utf8")) as {
      version: string;
    };
    expect(JIEBA_VERSION).toBe(manifest.version);
  });

  test("changes with dictionary, hidden Markov model and units, and with nothing else", () => {
    const print = (options: Parameters<typeof createSegmenter>[0]) => createSegmenter(options).fingerprint;
    const variants = [
      print({}),
      print({ hmm: false }),
      print({ dictionary: dictionary("a", ["社会抚养费"]) }),
      print({ units: [] }),
      print({ engine: "bigrams" }),
      print({ engine: "characters" }),
    ];
    expect(new Set(variants).size).toBe(variants.length);
    expect(print({})).toBe(variants[0]);
    const reordered = dictionary("a", ["一票否决", "社会抚养费", "一票否决"]);
    expect(reordered.sha256).toBe(dictionary("a", ["社会抚养费", "一票否决"]).sha256);
  });
});

describe("dictionaries", () => {
  test("a word reaches only the segmenter that it was given to", () => {
    const before = createSegmenter();
    const fees = createSegmenter({ dictionary: dictionary("fees", ["社会抚养费"]) });
    const bins = createSegmenter({ dictionary: dictionary("bins", ["撤桶并点"]) });
    const after = createSegmenter();
    const text = "征收社会抚养费，撤桶并点";
    expect(terms(fees, text)).toContain("社会抚养费");
    expect(terms(fees, text)).not.toContain("撤桶并点");
    expect(terms(bins, text)).toContain("撤桶并点");
    for (const other of [before, bins, after]) expect(terms(other, text)).not.toContain("社会抚养费");
    expect(newJieba().cut("社会抚养费", true)).toEqual(["社会", "抚养费"]);
  });

  test("every word of our dictionary is cut whole", () => {
    for (const hmm of [true, false]) {
      const segmenter = createSegmenter({ dictionary: termDictionary(), hmm });
      const broken = termDictionary().entries.filter(({ word }) => segmenter.segment(word).length !== 1);
      expect(broken).toEqual([]);
    }
  });

  test("our words split no word of jieba's dictionary that contains one of them", () => {
    const plain = createSegmenter();
    const ours = createSegmenter({ dictionary: termDictionary() });
    const whole = overlapping.words.filter((word) => plain.segment(word).length === 1);
    expect(whole.length).toBeGreaterThan(30);
    expect(whole.filter((word) => ours.segment(word).length !== 1)).toEqual([]);
  });

  test("a frequency lower than a word already has does not lower it", () => {
    const low = dictionary("low", [{ word: "计划生育", frequency: 1, tag: null }]);
    expect(terms(createSegmenter({ dictionary: low }), "计划生育")).toEqual(["计划生育"]);
  });

  test("empty words, white space and contradictions are refused", () => {
    expect(() => dictionary("x", [""])).toThrow(RangeError);
    expect(() => dictionary("x", ["两 字"])).toThrow(RangeError);
    expect(() => dictionary("x", ["甲", { word: "甲", frequency: 5, tag: null }])).toThrow(RangeError);
    expect(() => createSegmenter({ engine: "icu", dictionary: dictionary("x", ["甲"]) })).toThrow(RangeError);
  });
});

describe("units", () => {
  const segmenter = createSegmenter({ dictionary: termDictionary() });
  test.each([
    ["罚款２，０００元整", "2000元"],
    ["罚款 1000 元", "1000元"],
    ["罚款2000多元", "2000多元"],
    ["覆盖率达到９８．５％以上", "98.5%"],
    ["覆盖率达到98.5 %以上", "98.5%"],
    ["覆盖率达到百分之九十以上", "百分之九十"],
    ["自然增长率控制在千分之五点五以内", "千分之五点五"],
    ["处五十万元罚款", "五十万元"],
    ["奖励2.5万元", "2.5万元"],
    ["共有10,000人", "10000"],
    ["人口10万人以上", "10万"],
    ["按国办发〔2009〕2号执行", "国办发〔2009〕2号"],
    ["按国办发（2009）2 号执行", "国办发〔2009〕2号"],
    ["国务院令第357号公布", "第357号"],
    ["自2010年3月1日起施行", "2010年3月1日"],
    ["二〇〇九年十二月", "二〇〇九年十二月"],
    ["流感H7N9型", "h7n9"],
    ["做Ｂ超检查", "b超"],
  ])("%s holds %s as one token", (text, unit) => {
    expect(terms(segmenter, text)).toContain(unit);
  });

  test.each([
    ["二〇一〇年元旦", "元旦"],
    ["城乡二元结构", "结构"],
    ["限期三个月", "三个"],
    ["长2千米", "千米"],
    ["分别为3,500,1000分", "3500"],
  ])("%s still holds the word %s", (text, word) => {
    expect(terms(segmenter, text)).toContain(word);
  });

  test("characters and bigrams part Chinese from the letters before it", () => {
    expect(terms(createSegmenter({ engine: "characters" }), "A型abc检查")).toEqual([
      "a",
      "型",
      "abc",
      "检",
      "查",
    ]);
    expect(terms(createSegmenter({ engine: "bigrams" }), "B超检查")).toEqual(["b", "超检", "检查"]);
  });

  test("a title is one token only where titles are asked for", () => {
    const titles = createSegmenter({ units: ["title"] });
    expect(terms(titles, "依照《消防法》处理")).toContain("《消防法》");
    expect(terms(titles, "印发《〈消防法〉释义》、《关于〈甲〉的通知》")).toContain("《关于〈甲〉的通知》");
    expect(terms(titles, "《关于贯彻《消防法》的通知》")).toEqual(["《关于贯彻《消防法》的通知》"]);
    expect(terms(segmenter, "依照《消防法》处理")).toContain("消防法");
  });

  test("spans cover every character that is not white space, once, in order", () => {
    const text = "第三条　罚款２，０００元（国发〔2009〕2号），\r\n𠮷林B超100％\ud800。";
    for (const engine of ["jieba", "icu", "characters"] as const) {
      const tokens = createSegmenter({ engine }).segment(text);
      let from = 0;
      for (const { start, end } of tokens) {
        expect(text.slice(from, start)).toMatch(/^\s*$/);
        expect(end).toBeGreaterThan(start);
        from = end;
      }
      expect(text.slice(from).trim()).toBe("");
    }
  });

  test("empty text, white space and text without Chinese give what they hold", () => {
    for (const engine of ["jieba", "icu", "bigrams", "characters"] as const) {
      const { segment } = createSegmenter({ engine });
      expect(segment("")).toEqual([]);
      expect(segment(" \n　")).toEqual([]);
      expect(segment("罚").map((t) => t.term)).toEqual(["罚"]);
      expect(segment("No Chinese").map((t) => t.term)).toEqual(["no", "chinese"]);
    }
  });
});
