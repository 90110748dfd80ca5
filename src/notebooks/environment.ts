import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fontName, fontSha256, plotlyVersion } from "../figures/resources.js";

const require = createRequire(import.meta.url);

/** Versions and hashes that fix the bytes of figures and notebooks. */
export function environment(typescript: string): Readonly<Record<string, string>> {
  return {
    "plotly.js": plotlyVersion(),
    "@resvg/resvg-wasm": packageVersion("@resvg/resvg-wasm"),
    jsdom: packageVersion("jsdom"),
    tslab: packageVersion("tslab"),
    "typescript in tslab": typescript,
    [`font ${fontName}`]: fontSha256,
  };
}

function packageVersion(name: string): string {
  let folder = dirname(require.resolve(name));
  for (;;) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (manifest.name === name) return manifest.version;
    } catch {
      // not this folder
    }
    const above = dirname(folder);
    if (above === folder) throw new TypeError(`environment requires an installed package ${name}`);
    folder = above;
  }
}
