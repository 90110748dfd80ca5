import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: under a temporary name beside its place, which is moved there at the end.
 *
 * @param path where to; missing folders are made
 * @param content text or bytes
 * @throws TypeError naming the path and what the disk said; no temporary file is left, nor one of a run that was killed
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  replaceFile(path, (temporary) => writeFileSync(temporary, content));
}

/**
 * The same for a file that is written piece by piece, and for a folder. A link is followed, and a device or pipe, such as
 * `/dev/null`, is written to where it stands.
 *
 * @param path where to
 * @param write makes the file or folder at the temporary path that it is given
 * @throws TypeError where the disk refuses; what `write` throws otherwise, as it is
 */
export function replaceFile(path: string, write: (temporary: string) => void): void {
  let temporary = "";
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile() && !found.isDirectory()) {
      write(path);
      return;
    }
    const place = found ? realpathSync(path) : path;
    temporary = `${place}.${hostname()}@${process.pid}.tmp`;
    makeFolder(dirname(place));
    removeAbandoned(place);
    write(temporary);
    renameSync(temporary, place);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary, { recursive: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new TypeError(`${path}: expected a place to write to, found ${REASONS[code] ?? code}`, {
      cause: error,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "a full disk",
  EDQUOT: "a full quota",
  EACCES: "that permission is denied (EACCES)",
  EPERM: "that permission is denied (EPERM)",
  EROFS: "a disk that is only read",
  EISDIR: "a folder",
  ENOTDIR: "a file where a folder should be",
};

/** Removes what killed processes of this machine left beside the path. */
function removeAbandoned(path: string): void {
  const [before, after] = [`${basename(path)}.${hostname()}@`, ".tmp"];
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    const pid = Number(name.slice(before.length, -after.length));
    if (!isAlive(pid)) rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
}

/** Whether a process of this machine is running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Makes a folder and those above it. One by one: mkdirSync's own recursion never ends where a system folder refuses. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // another process made it at this moment
  }
}
