import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { pinnedFont, textWidth, wrapText } from "../../src/figures/font.js";
import { fontBytes, fontName, rendererModule } from "../../src/figures/resources.js";

const font = fontBytes();
beforeAll(() => initWasm(rendererModule()));

/** Where the ink of a bar after a text begins, measured by resvg, which reads the same font with its own code. */
function inkEnd(text: string): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200" xml:space="preserve"><text x="0" y="100" font-size="100" style="white-space:pre;font-kerning:none">${text}|</text></svg>`;
  const drawn = new Resvg(svg, {
    font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: fontName },
  });
  const box = drawn.innerBBox()!;
  return box.x + box.width;
}

describe("textWidth", () => {
  it.each(["罚款", "一票否决", "Hamburgefonstiv", "G²", "0.25‰", "（第十条）", "iiii", "WWWW", "—–·"])(
    "agrees with resvg's layout of %s to a pixel at size 100",
    (text) => {
      expect(Math.abs(textWidth(text, 100) - (inkEnd(text) - inkEnd("")))).toBeLessThan(1);
    },
  );

  it("is the sum of its parts", () => {
    expect(textWidth("罚款 fine", 13)).toBeCloseTo(textWidth("罚款", 13) + textWidth(" fine", 13), 10);
  });

  it("knows which characters have no glyph", () => {
    expect(pinnedFont().advance(0x1f600)).toBeNull();
    expect(pinnedFont().advance("罚".codePointAt(0)!)).toBe(1);
  });
});

describe("wrapText", () => {
  it("never exceeds the width, and loses nothing but white space", () => {
    const text =
      "每百万词出现次数最多的三十个词（近似重复的文本只计一次），the thirty most frequent terms, counted once.";
    const lines = wrapText(text, 200, 14);
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(200);
    expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });

  it("starts no line with a closing mark and ends none with an opening one", () => {
    for (let width = 30; width < 200; width += 7) {
      for (const line of wrapText("罚款（元）、警告；“通报”，（责令）改正。", width, 14)) {
        expect(line).not.toMatch(/^[，。；：、！？）》”]|[（《“]$/);
      }
    }
  });

  it("gives no line for an empty text", () => {
    expect(wrapText(" ", 100, 14)).toEqual([]);
  });
});
