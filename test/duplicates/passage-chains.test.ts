import { expect, test } from "vitest";
import { rejoinedChains } from "../../src/duplicates/passage-chains.js";

const unit = (section: number) => ({ size: 40, section });
const chains = [[{ u: 0, v: 4, shared: 40 }], [{ u: 2, v: 5, shared: 30 }]];
const always = () => true;

test("two passages parted by an item that one copy lacks are one, where that is still one text", () => {
  const units = Array.from({ length: 6 }, () => unit(0));
  expect(rejoinedChains(chains, units, always)).toEqual([chains.flat()]);
  expect(rejoinedChains([...chains].reverse(), units, always)).toEqual([chains.flat()]);
  expect(rejoinedChains(chains, units, () => false)).toEqual(chains);
});

test("passages of two sections, far apart or in another order stay apart", () => {
  const sections = [0, 0, 1, 1, 2, 2].map(unit);
  expect(rejoinedChains(chains, sections, always)).toEqual(chains);
  const units = Array.from({ length: 12 }, () => unit(0));
  const far = [[{ u: 0, v: 6, shared: 40 }], [{ u: 4, v: 7, shared: 30 }]];
  expect(rejoinedChains(far, units, always)).toEqual(far);
  const crossed = [[{ u: 0, v: 7, shared: 40 }], [{ u: 1, v: 6, shared: 30 }]];
  expect(rejoinedChains(crossed, units, always)).toEqual(crossed);
});
