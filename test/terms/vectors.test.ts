import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import file from "./fixtures/vectors.json" with { type: "json" };

test("every group of reference values has its test file", () => {
  const tested = readdirSync("test/terms").flatMap(
    (name) => /^vectors-(\w+)\.test\.ts$/.exec(name)?.[1] ?? [],
  );
  expect(tested.sort()).toEqual([...new Set(file.vectors.map((vector) => vector.group))].sort());
  expect(file.vectors).toHaveLength(file.count);
});
