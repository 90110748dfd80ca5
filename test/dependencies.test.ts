// Published advisories that touch what danfojs-node, tslab and jsdom bring along: none of the affected versions is installed.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly resolved?: string;
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

test("packages that results depend on are pinned exactly", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of [
    "tslab",
    "plotly.js",
    "jieba-wasm",
    "@resvg/resvg-js",
    "@embedpdf/fonts-sc",
    "jsdom",
    "danfojs-node",
  ]) {
    expect([name, dependencies[name]]).toEqual([
      name,
      expect.stringMatching(/^(npm:[\w.-]+@)?\d+\.\d+\.\d+$/),
    ]);
  }
});
