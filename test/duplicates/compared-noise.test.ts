import { describe, expect, test } from "vitest";
import { noiseByComparison } from "../../src/duplicates/compared-noise.js";
import { nearDuplicates } from "../../src/duplicates/near-duplicates.js";
import { seededRandom, shuffled } from "../../src/stats/random.js";
import { structure } from "../../src/structure/structure.js";
import { syntheticText } from "./synthetic.js";

const random = seededRandom(11);
const filler = Array.from({ length: 6 }, () => syntheticText(120, random).replaceAll("\n", ""));
const write = (amount: string, organ: string, rest: string) =>
  [
    "关于加强仓库防火工作的决定",
    `一、${filler[0]}违反动火规定的，罚当事人${amount}元。`,
    `二、${filler[1]}由${organ}监督执行，${filler[2]}。`,
    `三、${filler[3]}${rest}`,
    `四、${filler[4]}本决定自2012年7月1日起施行，2012年以前的规定同时废止。`,
  ].join("\n");

const document = (source: string, text: string) =>
  structure({ source, text, encoding: "utf-8", bytes: 0, sha256: "" });

const full = document("a.txt", write("2000", "云岭县应急局", "值班记录每月上报一次，迟报的扣发当月安全奖。"));
const masked = document("b.txt", write("XX", "云岭县～局", "值班记录每月上报一次，"));
const overwritten = document(
  "c.txt",
  write("2025", "南麓县应急局", "值班记录每月上报一次，迟报的扣发当月安全奖。").replaceAll("2012", "2025"),
);

const found = (...documents: ReturnType<typeof document>[]) =>
  noiseByComparison(documents, nearDuplicates(documents)).map(({ source, start, end, kind }) => {
    const text = documents.find((d) => d.document.source === source)?.document.text ?? "";
    return [source, kind, text.slice(start, end)];
  });

describe("noise by comparison", () => {
  test("finds the mask where a copy prints the words, and the loss where a copy goes on", () => {
    const records = found(full, masked);
    expect(records).toContainEqual(["b.txt", "masked", "XX"]);
    expect(records).toContainEqual(["b.txt", "masked", "～"]);
    expect(records.filter(([, kind]) => kind === "truncated").map(([source]) => source)).toEqual(["b.txt"]);
    expect(records.every(([source]) => source === "b.txt")).toBe(true);
  });

  test("finds the year printed over an amount and over other years, in the copy that prints it everywhere", () => {
    const records = found(full, overwritten).filter(([, kind]) => kind === "year_artifact");
    expect(records).toEqual([
      ["c.txt", "year_artifact", "2025"],
      ["c.txt", "year_artifact", "2025"],
      ["c.txt", "year_artifact", "2025"],
    ]);
  });

  test("finds a swapped place on one side only", () => {
    expect(found(full, overwritten).filter(([, kind]) => kind === "place_swap").length).toBe(1);
  });

  test("finds a swapped place wherever its two names are swapped, with 县 behind it or not", () => {
    const of = (place: string) =>
      write("2000", `${place}县应急局、${place}电视台`, `在《${place}日报》上通报；由东浦镇备案。`);
    const swapped = found(document("a.txt", of("云岭")), document("b.txt", of("南麓")));
    expect(swapped.filter(([, kind]) => kind === "place_swap").map(([source]) => source)).toEqual(
      new Array(3).fill(swapped[0]?.[0]),
    );
    const once = document("b.txt", of("云岭").replace("云岭电视台", "南麓电视台"));
    expect(found(document("a.txt", of("云岭")), once).filter(([, kind]) => kind === "place_swap")).toEqual(
      [],
    );
  });

  test("finds a name set in before the 乡 of both copies, unless the other copy prints it elsewhere", () => {
    const swaps = (a: string, b: string) =>
      found(
        document("a.txt", write("2000", a, "由乡里备案。")),
        document("b.txt", write("2000", b, "由乡里备案。")),
      )
        .filter(([, kind]) => kind === "place_swap")
        .map(([source]) => source);
    expect(swaps("乡环卫所负责", "河口乡环卫所负责")).toEqual(["b.txt"]);
    expect(swaps("乡环卫所负责，河口群众参加", "河口乡环卫所负责，河口群众参加")).toEqual([]);
  });

  test("finds a swapped place beside a masked year", () => {
    const swaps = found(
      document("a.txt", write("2000", "青檀县2025年度由专人负责", "由乡里备案。")),
      document("b.txt", write("2000", "临溪县xxxx年度由专人负责", "由乡里备案。")),
    );
    expect(swaps.map(([, kind]) => kind)).toContain("place_swap");
  });

  test("says what the other copy prints, in at most ten characters", () => {
    const records = noiseByComparison([full, masked], nearDuplicates([full, masked]));
    expect(records.find(({ kind }) => kind === "masked")?.note).toBe("a.txt part 1 prints 2000");
    expect(Math.max(...records.map(({ note }) => note.length))).toBeLessThan(40);
  });

  test("is none where no text has a copy", () => {
    expect(noiseByComparison([full], nearDuplicates([full]))).toEqual([]);
    expect(noiseByComparison([], [])).toEqual([]);
  });

  test("is the same whatever the order of the files", () => {
    const documents = [full, masked, overwritten];
    const records = noiseByComparison(documents, nearDuplicates(documents));
    for (const seed of [1, 2, 3, 4]) {
      const mixed = shuffled(documents, seededRandom(seed));
      expect(noiseByComparison(mixed, nearDuplicates(mixed))).toEqual(records);
    }
  });
});
