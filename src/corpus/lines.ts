/** One line of a stream of bytes, without its end. */
export interface Line {
  /** from 1 */
  readonly number: number;
  /** its bytes, or null where it is longer than the limit */
  readonly bytes: Uint8Array | null;
  /** bytes in it */
  readonly length: number;
}

/**
 * Cuts a stream of bytes at its line feeds; a line longer than the limit is counted and passed over, never held.
 *
 * @param chunks the bytes, in any pieces
 * @param maxBytes longest line held
 * @returns the lines in order; what follows the last line feed is a line unless it is empty
 * @example
 * const lines = [];
 * for await (const line of linesOf([Buffer.from("a\nb"), Buffer.from("b\nccc")], 2)) lines.push(line.bytes && Buffer.from(line.bytes).toString());
 * lines // ["a", "bb", null]
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > maxBytes) held = [];
    else if (piece.length > 0) held.push(piece);
  };
  const line = (): Line => {
    const bytes = length > maxBytes ? null : Buffer.concat(held);
    const whole = { number: ++number, bytes, length };
    held = [];
    length = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(0x0a); to >= 0; to = chunk.indexOf(0x0a, from)) {
      take(chunk.subarray(from, to));
      yield line();
      from = to + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
