import { listTexts } from "../corpus/list.js";
import { createStudy } from "../notebooks/own-study.js";
import { readArguments } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { run as reproduce } from "./reproduce.js";

/** `guizhang new FOLDER --corpus PATH…`: a study of one's own, made and run once. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("new", args);
  const corpus = (values.corpus ?? []) as string[];
  const [folder, ...more] = positionals;
  if (folder === undefined) throw new UsageError("expected a folder to be made, found none");
  if (corpus.length === 0) throw new UsageError("new expects --corpus PATH, found none");
  if (more.length > 0) throw new UsageError(`new expects one folder, found also ${more[0]}`);
  const unread = listTexts(corpus).problems.find(({ severity }) => severity === "error");
  if (unread) throw new UsageError(`${unread.path}: ${unread.message}`);
  createStudy(folder, corpus, {
    text_column: (values["text-column"] as string | undefined) ?? null,
    id_column: (values["id-column"] as string | undefined) ?? null,
  });
  const status = await reproduce([folder, "--update"], io);
  if (status === 0) {
    io.stderr(
      `guizhang: ${folder} stands; figures in ${folder}/notebooks/figures, again: guizhang reproduce ${folder}\n`,
    );
  }
  return status;
}
