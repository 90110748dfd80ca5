import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of what notebooks need, in another folder; packages are linked. */
export interface ProjectCopy {
  readonly root: string;
  remove(): void;
}

/** Copies not yet removed: they go when the process is ended early, too, since process.exit passes over `finally`. */
const open = new Set<string>();

/**
 * Copies the compiled library, the data and the notebooks to a fresh temporary folder, so that notebooks can be run on
 * changed inputs or from another place without touching the project.
 *
 * @param root the project; `data/corpus`, the originals, is left out
 */
export function copyProject(root: string): ProjectCopy {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "guizhang-")));
  process.off("exit", removeAll).once("exit", removeAll);
  open.add(copy);
  for (const name of ["dist", "data", "notebooks", "package.json", "package-lock.json"]) {
    if (!existsSync(join(root, name))) continue;
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => path !== join(root, "data", "corpus"),
    });
  }
  const packages = join(copy, "node_modules");
  mkdirSync(packages);
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name.startsWith(".") || name === "guizhang") continue;
    symlinkSync(join(root, "node_modules", name), join(packages, name), "junction");
  }
  symlinkSync(copy, join(packages, "guizhang"), "junction");
  return { root: copy, remove: () => removeCopy(copy) };
}

function removeCopy(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
  open.delete(copy);
}

function removeAll(): void {
  for (const copy of open) removeCopy(copy);
}
