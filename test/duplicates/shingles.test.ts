import { describe, expect, test } from "vitest";
import { contentOf, shingleSequence, shingleSet } from "../../src/duplicates/shingles.js";
import { similarity } from "../../src/duplicates/similarity.js";

const content = (text: string) => String.fromCodePoint(...contentOf(text).characters);
const set = (text: string, size?: number) => shingleSet(shingleSequence(contentOf(text), size));

describe("the content of a text", () => {
  test("is its letters, digits and Chinese characters, wide forms and capitals folded", () => {
    expect(content("（一）罚款 ２０００ 元；ＡB～××。\n")).toBe("一罚款2000元ab");
    expect(content("二〇〇七年，〔2009〕2号")).toBe("二〇〇七年20092号");
    expect(content("，。！\r\n  ")).toBe("");
  });

  test("knows the place of each character, also beside characters outside the basic plane", () => {
    const text = "a𠀀，😀b";
    const { characters, offsets } = contentOf(text);
    expect([...characters]).toEqual([0x61, 0x20000, 0x62]);
    expect([...offsets]).toEqual([0, 1, 6, 7]);
  });

  test("can be read from a range, with offsets in the whole text", () => {
    expect([...contentOf("通报批评，限期整改", { start: 4, end: 7 }).offsets]).toEqual([5, 6, 7]);
  });
});

describe("shingles", () => {
  test("are as many as there are places for five characters", () => {
    expect(shingleSequence(contentOf("一二三四")).length).toBe(0);
    expect(shingleSequence(contentOf("一二三四五")).length).toBe(1);
    expect(shingleSequence(contentOf("一二三，四五六七")).length).toBe(3);
  });

  test("are the same for the same five characters wherever they stand", () => {
    const [first, , , , , again] = shingleSequence(contentOf("主要负责人主要负责人"));
    expect(again).toBe(first);
    expect(new Set(shingleSequence(contentOf("主要负责人责任负要主"))).size).toBe(6);
  });

  test("make a sorted set without repetition", () => {
    expect([...shingleSet(Uint32Array.of(9, 4, 9, 0xffffffff, 4))]).toEqual([4, 9, 0xffffffff]);
  });

  test("of 200,000 different places hardly collide", () => {
    // n^2 / 2^33 = 4.7 collisions expected among 200,000 random 32-bit hashes; the text counts in base 2000
    let text = "";
    for (let i = 0; text.length < 200_000; i++)
      text += String.fromCharCode(0x4e00 + (i % 2000), 0x5800 + (i >> 4));
    const distinct = new Set(Array.from({ length: text.length - 4 }, (_, i) => text.slice(i, i + 5)));
    expect(distinct.size).toBeGreaterThan(190_000);
    expect(distinct.size - shingleSet(shingleSequence(contentOf(text))).length).toBeLessThan(15);
  });
});

describe("similarity of shingle sets", () => {
  test("counts what is shared against the union and against each side", () => {
    // by hand: abcdefg has abc bcd cde def efg, abcdxyz has abc bcd cdx dxy xyz; 2 shared of 8
    const { shared, jaccard, containment_a_in_b, containment_b_in_a } = similarity(
      set("abcdefg", 3),
      set("abcdxyz", 3),
    );
    expect([shared, jaccard, containment_a_in_b, containment_b_in_a]).toEqual([2, 2 / 8, 2 / 5, 2 / 5]);
  });

  test("of a truncated copy is low as Jaccard and whole as containment", () => {
    const whole = set("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸");
    const part = set("一二三四五六七八");
    expect(similarity(part, whole)).toMatchObject({ jaccard: 4 / 16, containment_a_in_b: 1 });
  });

  test("is undefined, not zero, where a side has no shingle", () => {
    const empty = new Uint32Array();
    expect(similarity(empty, empty)).toEqual({
      shared: 0,
      jaccard: null,
      containment_a_in_b: null,
      containment_b_in_a: null,
    });
    expect(similarity(empty, set("一二三四五")).containment_a_in_b).toBeNull();
  });
});
