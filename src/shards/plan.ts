import { statSync } from "node:fs";
import type { ReadProblem } from "../corpus/document.js";
import { isRowFile, listTexts, type TextFile } from "../corpus/list.js";
import { sha256 } from "../corpus/provenance.js";
import { byCodePoint } from "../terms/matrix.js";

/** A piece of a corpus that is counted by itself: one file of rows, or some texts. */
export interface Shard {
  /** the file of rows, or the first of the texts */
  readonly name: string;
  /** the folder that its results go to */
  readonly folder: string;
  readonly files: readonly TextFile[];
  /** size of its files on disk */
  readonly bytes: number;
}

/** Texts in a shard, on average. */
const TEXTS = 64;

/**
 * The shards of a corpus: every file of rows is one; texts are taken together, 64 on average.
 *
 * A group of texts begins at a text whose name's hash is divisible by 64, so that another text more or less changes one
 * group and not all that follow.
 *
 * @param paths files and folders (their `.txt`, `.md`, `.jsonl`, `.jsonl.gz`, `.jsonl.zst`, `.parquet`)
 * @returns the shards in code-point order of their names, and the paths that lead nowhere
 */
export function planShards(paths: readonly string[]): { shards: Shard[]; problems: ReadProblem[] } {
  const { files, problems } = listTexts(paths, { rows: true });
  const groups: { name: string; files: TextFile[] }[] = [];
  let texts: { name: string; files: TextFile[] } | undefined;
  for (const file of files) {
    if (isRowFile(file.path)) {
      groups.push({ name: file.source, files: [file] });
      continue;
    }
    const begins = Number.parseInt(sha256(file.source).slice(0, 8), 16) % TEXTS === 0;
    if (texts && !begins) texts.files.push(file);
    else {
      texts = { name: file.source, files: [file] };
      groups.push(texts);
    }
  }
  const shards = groups.map((group): Shard => {
    const bytes = group.files.reduce((sum, { path }) => sum + statSync(path).size, 0);
    return { ...group, folder: folderOf(group.name), bytes };
  });
  shards.sort((a, b) => byCodePoint(a.name, b.name));
  return { shards, problems };
}

/** A name for a folder: what a file system takes of the end of the shard's name, and eight digits of its hash. */
function folderOf(name: string): string {
  const readable = name.replace(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^\.+/, "");
  return `${Array.from(readable).slice(-50).join("")}-${sha256(name).slice(0, 8)}`;
}
