import { readFileSync } from "node:fs";
import { diskMessage } from "../corpus/list.js";
import { parseCodings } from "../severity/codings.js";
import type { CodedConsequence } from "../severity/observations.js";
import { UsageError } from "./io.js";

/** The text of a file of codings; a wrong call where it cannot be read. */
export function readCodingText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: ${diskMessage(error)}`);
  }
}

/** Hand-coded records (lines of JSON, or CSV); a wrong call where one is none. */
export function readCodings(path: string): CodedConsequence[] {
  const text = readCodingText(path);
  try {
    return parseCodings(text, path);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
