// Published advisories that touch what danfojs-node, tslab and jsdom bring along: none of the affected versions is installed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly name?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}
const locked = JSON.parse(readFileSync("package-lock.json", "utf8")).packages as Record<string, Locked>;
const installed = (name: string): string[] =>
  Object.entries(locked)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? "");

/** Package, first version without the flaw, advisory. */
const ADVISORIES: readonly (readonly [name: string, mended: string, advisory: string])[] = [
  [
    "request",
    "3.0.0",
    "CVE-2023-28155, server-side request forgery; mended in the kept fork @cypress/request",
  ],
  ["tough-cookie", "4.1.3", "CVE-2023-26136, prototype pollution"],
  ["qs", "6.14.1", "CVE-2025-15284, memory exhaustion"],
  ["form-data", "4.0.4", "CVE-2025-7783, predictable boundary"],
  [
    "xlsx",
    "0.20.2",
    "CVE-2023-30533 and CVE-2024-22363; mended outside the registry, republished as @e965/xlsx",
  ],
  ["node-fetch", "2.6.7", "CVE-2022-0235, headers sent on to another host"],
  ["json-schema", "0.4.0", "CVE-2021-3918, prototype pollution"],
  ["rollup", "2.79.2", "CVE-2024-47068, cross-site scripting in built code"],
  ["ajv", "6.12.3", "CVE-2020-15366, prototype pollution"],
  ["semver", "7.5.2", "CVE-2022-25883, regular expression"],
  ["ws", "8.17.1", "CVE-2024-37890, too many headers"],
  ["papaparse", "5.2.0", "CVE-2020-36649, regular expression"],
  ["vite", "7.1.11", "CVE-2025-62522, files served from outside the root"],
  ["esbuild", "0.25.0", "GHSA-67mh-4wv8-2f99, development server answers any site"],
];

const parts = (version: string): number[] => version.split("-")[0]!.split(".").map(Number);
function atLeast(version: string, least: string): boolean {
  const [a, b] = [parts(version), parts(least)];
  const i = a.findIndex((n, k) => n !== b[k]);
  return i < 0 || a[i]! > b[i]!;
}

test.each(ADVISORIES)("%s is at least %s (%s)", (name, mended) => {
  expect(installed(name).length).toBeGreaterThan(0);
  expect(installed(name).filter((version) => !atLeast(version, mended))).toEqual([]);
});

test("every package comes from the registry with its hash, and none but our own is a link", () => {
  for (const [path, { integrity, link, resolved }] of Object.entries(locked)) {
    if (path === "" || link) continue;
    expect([path, typeof integrity]).toEqual([path, "string"]);
    if (resolved) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  }
  const links = Object.entries(locked).filter(([, { link }]) => link);
  expect(links.map(([path]) => path)).toEqual(["node_modules/guizhang"]);
});

const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;
const page = readFileSync(".github/DEPENDENCIES.md", "utf8");

test("every direct dependency is pinned to one version", () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (name === "guizhang") continue;
    expect([name, version]).toEqual([name, expect.stringMatching(/^(npm:[\w.-]+@)?\d+\.\d+\.\d+$/)]);
  }
});

test("the page of packages lists every direct one as locked, with its licence and a reason", () => {
  const names = Object.keys(dependencies).filter((name) => name !== "guizhang");
  for (const name of names) {
    const { version, license } = locked[`node_modules/${name}`]!;
    const row = page.split("\n").find((line) => line.startsWith(`| ${name} `)) ?? name;
    expect(row.split(" | ").slice(1, 3)).toEqual([version, license]);
    expect(row.split(" | ").at(-1)).toMatch(/\w{4}.* \|$/);
  }
  expect(page.match(/^\| (?!package|---)/gm)).toHaveLength(names.length);
});

/** Licences that may be used beside MIT, none of which reaches into our own files. */
const LICENCES =
  "MIT|MIT-0|ISC|Apache-2.0|BSD-2-Clause|BSD-3-Clause|0BSD|CC0-1.0|Unlicense|BlueOak-1.0.0|Python-2.0|MPL-2.0|OFL-1.1|(AFL-2.1 OR BSD-3-Clause)|Apache-2.0 AND MIT|MIT AND MPL-2.0".split(
    "|",
  );
/** Packages that name their licence in a file only: MIT. */
const IN_FILE = new Set(["node_modules/png-js", "node_modules/typed-function"]);

test("every package at run time has a licence that goes with ours", () => {
  const others = Object.entries(locked).filter(
    ([path, { link, dev, license = "" }]) =>
      path !== "" && !link && !dev && !LICENCES.includes(license) && !IN_FILE.has(path),
  );
  expect(others).toEqual([]);
  for (const path of IN_FILE)
    expect(readFileSync(`${path}/LICENSE`, "utf8")).toMatch(/^(?:The )?MIT License/m);
});

test("no package runs a script while it is installed, and those that would are known", () => {
  expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("ignore-scripts=true");
  const scripts = Object.entries(locked).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path] : [],
  );
  expect(scripts).toEqual(["node_modules/core-js", "node_modules/esbuild", "node_modules/zeromq"]);
  for (const path of scripts) expect(page).toContain(path.split("/").at(-1));
});

test("what danfojs-node asks for is replaced: no request, no old xlsx, no native tensorflow", () => {
  const names = ["request", "xlsx", "@tensorflow/tfjs-node"].map((name) => [
    name,
    locked[`node_modules/${name}`]?.name,
  ]);
  expect(names).toEqual([
    ["request", "@cypress/request"],
    ["xlsx", "@e965/xlsx"],
    ["@tensorflow/tfjs-node", "@tensorflow/tfjs"],
  ]);
});

test("one command prints the whole tree as CycloneDX", () => {
  const { sbom } = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> })
    .scripts;
  const run = spawnSync(sbom!, { shell: true, encoding: "utf8", maxBuffer: 2 ** 26 });
  const bill = JSON.parse(run.stdout) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: unknown[] }[];
  };
  expect(bill.bomFormat).toBe("CycloneDX");
  const listed = new Set(bill.components.map(({ name, version }) => `${name.split("/").at(-1)}@${version}`));
  for (const name of Object.keys(dependencies)) {
    if (name === "guizhang") continue;
    const { version, name: alias } = locked[`node_modules/${name}`]!;
    const short = [name, alias ?? name].map((given) => `${given.split("/").at(-1)}@${version}`);
    expect([name, short.some((given) => listed.has(given))]).toEqual([name, true]);
  }
});
