// The dependency direction: a file imports only from its own room or from rooms further left.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";

/** Rooms from left to right; rooms on one line never import each other. */
const ORDER: readonly (readonly string[])[] = [
  ["span", "stats", "csv", "whole-file"],
  ["lexicon", "quantities", "segmentation"],
  ["corpus"],
  ["repair"],
  ["structure"],
  ["duplicates", "terms", "provisions", "targets"],
  ["severity"],
  ["evaluation", "study", "seminar"],
  ["shards"],
  ["frames"],
  ["display"],
  ["figures"],
  ["notebooks"],
  ["site"],
  ["cli"],
];

/** Rooms that may touch the disk (the others are pure). */
const DISK = new Set([
  "corpus/list.ts",
  "corpus/read.ts",
  "corpus/stream.ts",
  "corpus/provenance.ts",
  "lexicon.ts",
  "whole-file.ts",
  "provisions/read-rules.ts",
  "study/tables.ts",
  "figures/resources.ts",
  "segmentation/model-cache.ts",
]);
const DISK_ROOMS = new Set(["shards", "notebooks", "site", "cli"]);
const DISK_MODULES = /^node:(fs|child_process|net|http|https|worker_threads)/;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts") && name !== "index.ts")
  .sort();

const roomOf = (file: string): string => file.split("/")[0]!.replace(/\.ts$/, "");
const rank = (room: string): number => ORDER.findIndex((rooms) => rooms.includes(room));

function imports(file: string): string[] {
  const text = readFileSync(join("src", file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((m) => m[1]!);
}

test("every room has a place in the order", () => {
  expect(files.map(roomOf).filter((room) => rank(room) < 0)).toEqual([]);
});

test("imports point left, and rooms side by side do not import each other", () => {
  const wrong: string[] = [];
  for (const file of files) {
    for (const target of imports(file)) {
      if (!target.startsWith(".")) continue;
      const to = roomOf(posix.normalize(posix.join(posix.dirname(file), target)).replace(/\.js$/, ".ts"));
      const from = roomOf(file);
      if (to !== from && !(rank(to) < rank(from))) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("only reading, tables, notebooks and the command line touch the disk", () => {
  const wrong = files.filter(
    (file) =>
      !DISK.has(file) && !DISK_ROOMS.has(roomOf(file)) && imports(file).some((m) => DISK_MODULES.test(m)),
  );
  expect(wrong).toEqual([]);
});

test("only frames knows danfojs", () => {
  expect(files.filter((f) => roomOf(f) !== "frames" && imports(f).includes("danfojs-node"))).toEqual([]);
});

test("the public API names every export and has no default export", () => {
  const text = readFileSync("src/index.ts", "utf8");
  expect(text).not.toMatch(/export \*/);
  const defaults = files.filter((file) => /export default/.test(readFileSync(join("src", file), "utf8")));
  expect(defaults).toEqual([]);
});
