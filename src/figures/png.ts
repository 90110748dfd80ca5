import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { fontBytes, fontName, rendererModule } from "./resources.js";

/** Pixels of the PNG per pixel of the figure. */
const PNG_SCALE = 2;

let ready: Promise<Buffer> | null = null;

/** Starts the renderer once; the font's bytes stay in memory (a font read from its file is read again for every text). */
async function start(): Promise<Buffer> {
  await initWasm(rendererModule());
  return fontBytes();
}

/** Draws an SVG as PNG with the pinned font alone, by the same WebAssembly on every machine. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  ready ??= start();
  const font = { fontBuffers: [await ready], loadSystemFonts: false, defaultFontFamily: fontName };
  const drawing = new Resvg(svg, { font, fitTo: { mode: "zoom", value: PNG_SCALE } });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
