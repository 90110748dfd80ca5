import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { site } from "../site/site.js";
import { replaceFile } from "../whole-file.js";
import { readArguments } from "./arguments.js";
import { type Io, UsageError } from "./io.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** `guizhang site [--to FOLDER]`: writes the notebooks as a static site, by default to `.cache/site`. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("site", args);
  if (positionals.length > 0) throw new UsageError(`site expects --to FOLDER, found ${positionals[0]}`);
  const to = resolve((values.to as string | undefined) ?? join(ROOT, ".cache", "site"));
  if (existsSync(to) && !existsSync(join(to, "ro-crate-metadata.json"))) {
    throw new UsageError(`--to expects a new folder or an earlier site, found ${to}`);
  }
  const files = site(ROOT);
  replaceFile(to, (staging) => {
    for (const [name, content] of files) {
      const path = join(staging, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    rmSync(to, { recursive: true, force: true });
  });
  io.stderr(`guizhang: ${files.size} files, open ${join(to, "index.html")}\n`);
  return 0;
}
