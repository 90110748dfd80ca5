import { createHash } from "node:crypto";
import type { JiebaModel } from "./jieba-model.js";

/** Arrays of a stored model, in the order of the file; those of wide numbers come first, so that all are aligned. */
const ARRAYS = [
  ["frequencies", Float64Array],
  ["start", Float64Array],
  ["transitions", Float64Array],
  ["emissions", Float64Array],
  ["check", Int32Array],
  ["nodes", Int32Array],
  ["pairs", Int32Array],
  ["codes", Uint16Array],
  ["labels", Uint8Array],
] as const;

interface Header {
  readonly lengths: readonly number[];
  readonly total: number;
  readonly tags: readonly string[];
  readonly sha256: string;
}

/**
 * A compiled model as bytes: a line of JSON, padded with spaces to a multiple of eight, and the arrays as they are in
 * memory, with their sha256.
 *
 * @param model the model
 * @returns bytes that `decodeModel` reads on a machine of the same byte order
 */
export function encodeModel(model: JiebaModel): Uint8Array {
  const body = Buffer.concat(
    ARRAYS.map(([name]) => Buffer.from(model[name].buffer, model[name].byteOffset, model[name].byteLength)),
  );
  const lengths = ARRAYS.map(([name]) => model[name].length);
  const header: Header = { lengths, total: model.total, tags: model.tags, sha256: sha256(body) };
  const line = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc(7 - (line.length % 8), " ");
  return Buffer.concat([line, padding, Buffer.from("\n"), body]);
}

/**
 * A model from its bytes, whose arrays are views of them.
 *
 * @param bytes what `encodeModel` gave
 * @returns the model, null where the bytes are not whole
 */
export function decodeModel(bytes: Uint8Array): JiebaModel | null {
  const end = bytes.indexOf(0x0a) + 1;
  const body = bytes.subarray(end);
  let header: Header;
  try {
    header = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()) as Header;
  } catch {
    return null;
  }
  if (header.sha256 !== sha256(body)) return null;
  const arrays: Record<string, unknown> = {};
  let at = body.byteOffset;
  for (const [i, [name, Numbers]] of ARRAYS.entries()) {
    const length = header.lengths[i] as number;
    arrays[name] = new Numbers(body.buffer as ArrayBuffer, at, length);
    at += length * Numbers.BYTES_PER_ELEMENT;
  }
  return { ...(arrays as unknown as JiebaModel), total: header.total, tags: header.tags };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
