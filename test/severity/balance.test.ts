// Sanctions against rewards. Hand counts.
import { expect, test } from "vitest";
import { rewardBalance } from "../../src/severity/balance.js";
import { atLevels, made } from "./made.js";

const reward = (changes = {}) => made({ polarity: "reward", type: "subsidy", ...changes });

test("records that count and their copies stand apart; the log ratio is that of either", () => {
  const list = [
    ...atLevels([3, 4, 5], { document: "a#1" }),
    reward({ document: "a#1" }),
    ...atLevels([3, 4, 5], { document: "b#1", cluster: "a#1", kept: false }),
    reward({ document: "c#1", kept: false }),
    ...atLevels([1], { document: "d#1" }),
  ];
  expect(rewardBalance(list)).toEqual([
    {
      group: "all",
      sanctions: 4,
      rewards: 1,
      sanctions_in_copies: 3,
      rewards_in_copies: 1,
      documents: 2,
      clusters: 2,
      log_ratio: Math.log(4),
      log_ratio_every_copy: Math.log(7 / 2),
      note: "",
    },
  ]);
  expect(rewardBalance(list, "part").map((row) => [row.group, row.sanctions, row.documents])).toEqual([
    ["a#1", 3, 1],
    ["b#1", 0, 0],
    ["c#1", 0, 0],
    ["d#1", 1, 1],
  ]);
});

test("a side of 0 gets a half on both, two sides of 0 have no ratio", () => {
  const [one] = rewardBalance(atLevels([3, 3]));
  expect(one!.log_ratio).toBeCloseTo(Math.log(2.5 / 0.5), 12);
  expect(one!.note).toBe("½ added to both counts, because one is 0");
  expect(rewardBalance([reward({ kept: false })])[0]).toMatchObject({
    log_ratio: null,
    note: "both counts are 0",
  });
  expect(rewardBalance([])).toEqual([]);
});
