import type { Readable } from "node:stream";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";

/**
 * The bytes of a stream, uncompressed as its file's name says (`.gz`, `.zst`, else as they are), piece by piece.
 *
 * @param name the file's name
 * @param stream the file's bytes
 * @returns pieces in order; reading them throws where the file is damaged or cut short
 */
export function uncompressed(name: string, stream: Readable): AsyncIterable<Uint8Array> {
  if (/\.gz$/i.test(name))
    return pipeline(stream, createGunzip({ chunkSize: 2 ** 17 }), () => {}) as AsyncIterable<Uint8Array>;
  return /\.zst$/i.test(name) ? zstandard(stream) : stream;
}

/** Bytes handed on at once: a block of four bytes can stand for 128 KiB, so that these hold at most 32 MiB. */
const STEP = 1024;

async function* zstandard(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const frames = new Decompress((bytes) => {
    ready.push(bytes.slice()); // the library goes on writing to its own
  });
  for await (const chunk of stream) {
    for (let from = 0; from < chunk.length; from += STEP) {
      frames.push(chunk.subarray(from, from + STEP));
      yield* ready;
      ready = [];
    }
  }
  frames.push(new Uint8Array(0), true);
  yield* ready;
}
