// Writes .github/DEPENDENCIES.md from the lock file, the installed packages and the registry: npm run dependencies
// (asks the registry for the dates of releases; everything else is read from this folder).
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Why each package is here: what it does for us that we would otherwise write. */
const REASONS = {
  "@embedpdf/fonts-sc": "the one font that figures are measured and drawn with",
  "@resvg/resvg-wasm": "PNG from SVG, the same bytes everywhere, without a browser",
  "csv-parse": "reads CSV as RFC 4180 has it",
  "csv-stringify": "writes CSV as RFC 4180 has it",
  "danfojs-node": "data frames in notebooks; only src/frames knows it",
  fzstd: "reads .jsonl.zst",
  hyparquet: "reads Parquet",
  "hyparquet-writer": "writes Parquet",
  "jieba-wasm": "cuts Chinese text into words; its dictionary is also the trie's",
  jsdom: "the window that plotly.js draws SVG in",
  marked: "Markdown cells on the site",
  pdfkit: "figures as PDF: writes the file and embeds the glyphs used of an OpenType font with CFF outlines",
  "plotly.js": "figures",
  "svg-to-pdfkit": "figures as PDF: draws an SVG's shapes and texts with pdfkit",
  temml: "formulas on the site as MathML",
  tinypool: "threads of guizhang map",
  tslab: "the TypeScript kernel of the notebooks",
  yaml: "reads rules and tables of data/ that carry comments",
};

/** Licences that a package names in a file only. */
const NAMED_IN_FILE = { "node_modules/png-js": "MIT", "node_modules/typed-function": "MIT" };

const root = new URL("..", import.meta.url).pathname;
const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const locked = json("package-lock.json").packages;
const direct = Object.keys(json("package.json").dependencies).filter((name) => name !== "guizhang");

/** Where node finds a package that one at `from` asks for. */
function placeOf(name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const place = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (locked[place]) return place;
    if (at === "") return null;
    if (!at.includes("/node_modules/")) at = "";
    if (at === "" && locked[`node_modules/${name}`]) return `node_modules/${name}`;
  }
}

/** A package with all that it brings along. */
function withDependencies(place, seen = new Set()) {
  if (place === null || seen.has(place)) return seen;
  seen.add(place);
  const { dependencies = {}, optionalDependencies = {} } = locked[place];
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) withDependencies(placeOf(name, place), seen);
  return seen;
}

function bytesOf(folder) {
  if (!existsSync(folder)) return 0; // for another platform
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + bytesOf(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}

const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);

const rows = direct.map((name) => {
  const place = `node_modules/${name}`;
  const { version, license, name: alias } = locked[place];
  const published = alias ?? name;
  const said = JSON.parse(execFileSync("npm", ["view", published, "time", "dist-tags", "--json"], { encoding: "utf8" }));
  const [dates, latest] = [said.time, said["dist-tags"].latest];
  const all = [...withDependencies(place)];
  const whole = all.reduce((sum, path) => sum + bytesOf(join(root, path)), 0);
  const reason = REASONS[name];
  if (!reason) throw new Error(`${name}: expected a reason in .ci/dependencies.mjs, found none`);
  const cells = [alias ? `${name} (${alias})` : name, version, license, mebibytes(bytesOf(join(root, place))), all.length - 1, mebibytes(whole)];
  return `| ${[...cells, dates[version].slice(0, 10), `${latest}, ${dates[latest].slice(0, 10)}`, reason].join(" | ")} |`;
});

const runtime = Object.entries(locked).filter(([path, entry]) => path !== "" && !entry.link && !entry.dev);
const licences = new Map();
for (const [path, { license }] of runtime) {
  const licence = license ?? NAMED_IN_FILE[path] ?? "none";
  licences.set(licence, (licences.get(licence) ?? 0) + 1);
}
const counted = [...licences].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

const text = `# Packages at run time

Written by \`npm run dependencies\` from the lock file, the installed packages and the registry. Sizes in MiB as installed; "brings" counts the packages
that come along, "with them" their size (packages shared by several count for each). Dates are those that the registry gives. \`npm run sbom\` prints the whole tree as CycloneDX.

| package | version | licence | size | brings | with them | released | latest | why |
| --- | --- | --- | ---: | ---: | ---: | --- | --- | --- |
${rows.join("\n")}

${runtime.length} packages in all. Licences: ${counted.map(([licence, n]) => `${licence} ${n}`).join(", ")}. All may be used, changed and passed on beside MIT;
MPL-2.0 asks that changes of its own files stay open, OFL-1.1 that the font is not sold alone: we change neither.

Versions are exact, and the lock file holds a hash of every package; \`.npmrc\` sets \`ignore-scripts\`, so that no package runs anything while it is
installed. Three have install scripts, none is needed: core-js prints a plea for money; esbuild checks its binary (development only); zeromq
builds a binding for Jupyter's sockets where the packed one does not fit.

PDF: the pinned font has CFF outlines and Chinese is to be text, not paths. pdfkit embeds a subset of such a font with a table back to characters; jsPDF (with svg2pdf.js)
embeds TrueType alone; mupdf is AGPL; resvg writes no PDF. svg-to-pdfkit is finished rather than kept, one file on pdfkit's public drawing and a few of its inner
fields: \`test/figures/export.test.ts\` compares PDF and PNG for every kind of chart, so that a new pdfkit that breaks it is seen.

Replaced in the tree of danfojs-node (\`overrides\` in \`package.json\`): \`request\` (no longer kept) by \`@cypress/request\`, \`xlsx\` (old in the registry) by
\`@e965/xlsx\`, \`@tensorflow/tfjs-node\` (a native build) by \`@tensorflow/tfjs\`. \`test/dependencies.test.ts\` holds these, names the published advisories that touch
the tree and checks that no affected version is installed; \`test/network.test.ts\` shows that none of them opens a connection.
`;
writeFileSync(join(root, ".github", "DEPENDENCIES.md"), text);
