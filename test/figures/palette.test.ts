import { describe, expect, it } from "vitest";
import { DIVERGING, INK, PALETTE, SEQUENTIAL } from "../../src/figures/palette.js";
import { contrast, distance, seen, VISION } from "./colour-vision.js";

describe("colours of series", () => {
  it.each(Object.keys(VISION))("any two differ by at least 11 in CIELAB with %s", (vision) => {
    for (const [i, a] of PALETTE.entries()) {
      for (const b of PALETTE.slice(i + 1)) {
        expect(distance(seen(a, vision), seen(b, vision)), `${a} ${b}`).toBeGreaterThan(11);
      }
    }
  });

  it("the simulation confuses red and green of equal lightness, so it can fail", () => {
    const far = distance(seen("#c04040", "normal"), seen("#508a30", "normal"));
    expect(distance(seen("#c04040", "deuteranopia"), seen("#508a30", "deuteranopia"))).toBeLessThan(far / 2);
  });

  it("each stands out from white paper (contrast 2 at least), text by 7", () => {
    for (const color of PALETTE) expect(contrast(color, "#ffffff"), color).toBeGreaterThan(2);
    expect(contrast(INK.text, "#ffffff")).toBeGreaterThan(7);
    expect(contrast(INK.quiet, "#ffffff")).toBeGreaterThan(7);
  });
});

describe("colour scales", () => {
  it.each(Object.keys(VISION))("the sequential scale darkens at every step with %s", (vision) => {
    const lightness = SEQUENTIAL.map(([, color]) => seen(color, vision)[0]);
    for (let i = 1; i < lightness.length; i++) expect(lightness[i]!).toBeLessThan(lightness[i - 1]! - 3);
  });

  it.each(Object.keys(VISION))(
    "the ends of the diverging scale differ from each other and from the middle with %s",
    (vision) => {
      const [low, , middle, , high] = DIVERGING.map(([, color]) => seen(color, vision));
      expect(distance(low!, high!)).toBeGreaterThan(40);
      expect(distance(low!, middle!)).toBeGreaterThan(40);
      expect(distance(high!, middle!)).toBeGreaterThan(40);
    },
  );
});
