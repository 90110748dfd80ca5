import { createRequire } from "node:module";
import { join } from "node:path";

/** One output in several forms, of which each front end shows the richest it knows; keys are media types. */
export type Bundle = { readonly [mediaType: string]: unknown };

type WriteDisplay = (content: Record<string, unknown>, update: boolean) => void;

/**
 * Shows one output in the notebook cell that is running.
 *
 * tslab's own display functions send one media type at a time; its process-wide writer takes all at once.
 * Outside a notebook the plain text goes to standard output.
 *
 * @param bundle the forms, among them `text/plain`
 * @param metadata what is stored with the output
 */
export function show(bundle: Bundle, metadata: Readonly<Record<string, unknown>> = {}): void {
  const write = notebookWriter();
  if (write) write({ data: bundle, metadata, transient: {} }, false);
  else process.stdout.write(`${bundle["text/plain"]}\n`);
}

/** The running kernel's writer; it changes with every cell, so it is asked for each time. */
function notebookWriter(): WriteDisplay | null {
  if (!("__tslab__" in globalThis)) return null;
  // the kernel's own module, wherever it was started from: it is loaded already
  const loaded = createRequire(join(process.cwd(), "notebook.js"));
  const path = Object.keys(loaded.cache).find((file) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file));
  const kernel =
    path === undefined ? undefined : (loaded.cache[path]?.exports as { lastWriteDisplayData?: WriteDisplay });
  return kernel?.lastWriteDisplayData ?? null;
}
