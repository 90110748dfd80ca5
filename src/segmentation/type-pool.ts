/** Strings of code units, each with a number of its own; memory grows with the number of different strings. */
export interface TypePool {
  /** the number of units[from, to), a new one where the string is new */
  readonly numberOf: (units: Uint16Array, from: number, to: number) => number;
  /** the string of a number */
  readonly textOf: (number: number) => string;
  readonly size: () => number;
}

/**
 * A pool of strings that are numbered as they come, without a JavaScript string for a look-up.
 *
 * @returns an empty pool
 * @example
 * const pool = typePool();
 * pool.numberOf(Uint16Array.of(0x7532, 0x4e59), 0, 2);
 * pool.textOf(0) // "甲乙"
 */
export function typePool(): TypePool {
  let text = new Uint16Array(1024);
  let starts = new Uint32Array(256); // where string n begins; it ends where n + 1 begins
  let table = new Int32Array(512).fill(-1); // open addressing: numbers by hash
  let size = 0;

  function numberOf(units: Uint16Array, from: number, to: number): number {
    let at = hashOf(units, from, to) & (table.length - 1);
    for (let number = table[at] as number; number >= 0; number = table[at] as number) {
      if (equals(number, units, from, to)) return number;
      at = (at + 1) & (table.length - 1);
    }
    append(units, from, to);
    table[at] = size;
    size++;
    if (size * 2 > table.length) rehash();
    return size - 1;
  }

  function equals(number: number, units: Uint16Array, from: number, to: number): boolean {
    const start = starts[number] as number;
    if ((starts[number + 1] as number) - start !== to - from) return false;
    for (let i = from; i < to; i++) if (text[start + i - from] !== units[i]) return false;
    return true;
  }

  function append(units: Uint16Array, from: number, to: number): void {
    const start = starts[size] as number;
    const end = start + to - from;
    if (end > text.length) text = larger(text, new Uint16Array(2 * end));
    if (size + 2 > starts.length) starts = larger(starts, new Uint32Array(2 * starts.length));
    text.set(units.subarray(from, to), start);
    starts[size + 1] = end;
  }

  function rehash(): void {
    table = new Int32Array(table.length * 2).fill(-1);
    for (let number = 0; number < size; number++) {
      let at = hashOf(text, starts[number] as number, starts[number + 1] as number) & (table.length - 1);
      while ((table[at] as number) >= 0) at = (at + 1) & (table.length - 1);
      table[at] = number;
    }
  }

  const textOf = (number: number): string =>
    Buffer.from(text.buffer, 2 * (starts[number] as number), 2 * lengthOf(number)).toString("utf16le");
  const lengthOf = (number: number): number => (starts[number + 1] as number) - (starts[number] as number);

  return { numberOf, textOf, size: () => size };
}

/** The UTF-16 code units of a string. */
export function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

function larger<T extends Uint16Array | Uint32Array>(old: T, grown: T): T {
  grown.set(old);
  return grown;
}

/** FNV-1a over code units, mixed once more. */
function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] as number), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
