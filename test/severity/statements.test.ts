// What captions say of a sample.
import { expect, test } from "vitest";
import { balanceStatement, leftOutStatement, sampleStatement } from "../../src/severity/statements.js";
import { atLevels, made } from "./made.js";

const list = [
  ...atLevels([3, 4], { document: "a#1" }),
  ...atLevels([3], { document: "b#1", cluster: "a#1" }),
  ...atLevels([3, 4], { document: "c#1", kept: false }),
  made({ document: "d#1", polarity: "reward", type: "subsidy" }),
];

test("records, documents and clusters are those that count; copies are named apart", () => {
  expect(sampleStatement(list)).toBe("3 sanctions in 2 documents (1 cluster); 2 more in copies left out");
  expect(sampleStatement(atLevels([1]), "fines")).toBe("1 fines in 1 document (1 cluster)");
  expect(balanceStatement(list)).toBe(
    "3 sanctions and 1 reward in 3 documents (2 clusters); 2 and 0 more in copies",
  );
});

test("reasons stand in order of their numbers, copies are left to the sample", () => {
  expect(leftOutStatement({ masked: 1, "open range": 3, "another copy is counted": 9 })).toBe(
    "left out: 3 open range, 1 masked",
  );
  expect(leftOutStatement({})).toBe("");
});
