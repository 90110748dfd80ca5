import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Path of the one font that figures are measured and drawn with; system fonts are never used. */
export const fontPath = join(
  dirname(require.resolve("@embedpdf/fonts-sc")),
  "../fonts/NotoSansHans-Regular.otf",
);

/** The name that the font file gives itself; it stands first in the family list of every figure. */
export const fontName = "Noto Sans S Chinese Regular";

/** sha256 of the font file, part of what fixes the bytes of a picture */
export const fontSha256 = "7db3c634bbd0301b3082a80ffcac2f422e8ef9ce0730f8b279c3e8f756598f68";

/** The font's bytes. */
export function fontBytes(): Buffer {
  try {
    return readFileSync(fontPath);
  } catch {
    throw new TypeError(`${fontPath}: expected the font of the figures, found none; npm ci installs it`);
  }
}

/** The WebAssembly module that draws PNG. */
export function rendererModule(): Buffer {
  return readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm"));
}

/** The source text of plotly.js, to be run in a window. */
export function plotlySource(): string {
  return readFileSync(require.resolve("plotly.js"), "utf8");
}

/** Version of plotly.js as installed. */
export function plotlyVersion(): string {
  const manifest = join(dirname(require.resolve("plotly.js")), "package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
