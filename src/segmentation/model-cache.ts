import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { endianness } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../whole-file.js";
import { compileModel, type JiebaModel } from "./jieba-model.js";
import { jiebaTables } from "./jieba-tables.js";
import { decodeModel, encodeModel } from "./model-file.js";

/** To be raised when the compiled form changes, so that stored models of an earlier form are left alone. */
const FORM = 2;

const FOLDER = fileURLToPath(new URL("../../.cache/segmentation/", import.meta.url));

let inUse: JiebaModel | undefined;

/**
 * The compiled model of the installed jieba-wasm, made once for all segmenters of the process.
 *
 * It is read from `.cache/segmentation/` of the project, where it is stored under the sha256 of the module that its
 * tables come from. Where it is not there or not whole it is compiled (about one second) and stored; where the folder
 * cannot be written it is compiled for this process alone.
 *
 * @returns the model
 */
export function jiebaModel(): JiebaModel {
  inUse ??= storedModel(FOLDER);
  return inUse;
}

/** The model as a folder holds it; compiled, and stored there if possible, where it does not. */
export function storedModel(folder: string): JiebaModel {
  const path = join(folder, `jieba-${moduleHash()}.bin`);
  try {
    const stored = decodeModel(readFileSync(path));
    if (stored !== null) return stored;
  } catch {
    // not stored yet
  }
  const model = compileModel(jiebaTables());
  try {
    writeWhole(path, encodeModel(model));
  } catch {
    // compiled again next time
  }
  return model;
}

/** First 16 digits of a sha256 over the module's bytes, the compiled form and the byte order. */
function moduleHash(): string {
  const package_ = dirname(createRequire(import.meta.url).resolve("jieba-wasm"));
  const hash = createHash("sha256").update(`${FORM} ${endianness()} `);
  return hash
    .update(readFileSync(join(package_, "jieba_rs_wasm_bg.wasm")))
    .digest("hex")
    .slice(0, 16);
}
