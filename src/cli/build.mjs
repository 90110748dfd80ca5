// Compiles src/ to dist/ when the sources changed since the last build: `node src/cli/build.mjs`.
// dist/.built holds the sha256 of every source file, so an unchanged tree costs a few milliseconds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(root, "dist");
const stamp = join(dist, ".built");

function* sourceFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.(ts|cts|mts|cjs)$/.test(entry.name)) yield path;
  }
}

/** sha256 over every source file and the compiler settings */
function sourceHash() {
  const hash = createHash("sha256");
  for (const path of [join(root, "tsconfig.json"), ...sourceFiles(join(root, "src"))]) {
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/** Compiles when needed. Throws with the compiler's messages when the sources do not compile. */
export function build() {
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  // tslab brings a compiler of its own under node_modules/.bin/tsc: name ours by its path.
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const staging = `${dist}.${process.pid}.tmp`;
  try {
    mkdirSync(staging);
  } catch (error) {
    throw new Error(
      `${root}: expected a built library (npm run build) or a folder to build it in, found ${error.code}`,
    );
  }
  const run = spawnSync(process.execPath, [compiler, "-p", root, "--outDir", staging], {
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0) {
    rmSync(staging, { recursive: true, force: true });
    throw new Error(`the sources do not compile:\n${run.stdout}${run.stderr}`);
  }
  for (const path of sourceFiles(join(root, "src"))) {
    if (!path.endsWith(".cjs")) continue;
    const target = join(staging, path.slice(join(root, "src").length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path));
  }
  writeFileSync(join(staging, ".built"), hash);
  const old = `${dist}.${process.pid}.old.tmp`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(staging, dist);
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build();
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
