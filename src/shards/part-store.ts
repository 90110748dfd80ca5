import { closeSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { BANDS, bandKeys } from "../duplicates/minhash.js";

/** Where the numbers of a part lie in its shard's `parts.bin`, in numbers of 32 bits (little end first). */
export interface Place {
  /** of its first number: the keys of the bands where it has shingles, then the shingles, then its terms */
  readonly at: number;
  readonly shingles: number;
  /** different terms, each two numbers: the line of the term in `terms.jsonl` from 0, and how often */
  readonly terms: number;
}

/** Writes the numbers of one part after the other. */
export interface PartWriter {
  readonly add: (shingles: Uint32Array | null, terms: Uint32Array) => Place;
  readonly close: () => void;
}

/**
 * A new file of the numbers of parts.
 *
 * @param path where
 * @returns functions to add a part and to close the file, its bytes then being on the disk
 */
export function partWriter(path: string): PartWriter {
  const file = openSync(path, "w");
  let at = 0;
  const write = (numbers: Uint32Array): void => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    at += numbers.length;
  };
  return {
    add(shingles, terms) {
      const place = { at, shingles: shingles?.length ?? 0, terms: terms.length / 2 };
      if (shingles !== null) write(bandKeys(shingles));
      if (shingles !== null) write(shingles);
      write(terms);
      return place;
    },
    close() {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/** Reads the numbers of single parts. */
export interface PartReader {
  /** keys of the bands; only where the part has shingles */
  readonly keys: (place: Place) => Uint32Array;
  readonly shingles: (place: Place) => Uint32Array;
  readonly terms: (place: Place) => Uint32Array;
  readonly close: () => void;
}

/** Opens a file of the numbers of parts. */
export function partReader(path: string): PartReader {
  const file = openSync(path, "r");
  const read = (from: number, count: number): Uint32Array => {
    const numbers = new Uint32Array(count);
    const bytes = new Uint8Array(numbers.buffer);
    for (let done = 0; done < bytes.length; ) {
      const got = readSync(file, bytes, done, bytes.length - done, 4 * from + done);
      if (got === 0)
        throw new TypeError(`${path}: expected ${4 * (from + count)} bytes, found the end of the file`);
      done += got;
    }
    return numbers;
  };
  const head = (place: Place): number => (place.shingles > 0 ? BANDS : 0);
  return {
    keys: ({ at }) => read(at, BANDS),
    shingles: (place) => read(place.at + head(place), place.shingles),
    terms: (place) => read(place.at + head(place) + place.shingles, 2 * place.terms),
    close: () => closeSync(file),
  };
}
