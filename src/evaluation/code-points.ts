/** Turns offsets in UTF-16 code units into offsets in code points of the same text, and back. */
export interface OffsetUnits {
  readonly toPoints: (units: number) => number;
  readonly toUnits: (points: number) => number;
}

/**
 * Maps between UTF-16 code units (JavaScript, our records) and code points (Python, brat, Label Studio).
 *
 * The two differ only after a character outside the basic plane, which takes two code units and is one code point.
 *
 * @param text the text that the offsets point into
 * @returns two functions; an offset beyond the text is a RangeError
 * @example
 * offsetUnits("𠮷罚").toPoints(2) // 1
 */
export function offsetUnits(text: string): OffsetUnits {
  /** code-unit offsets of the second halves of pairs, ascending */
  const seconds: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) as number) > 0xffff) seconds.push(++at);
  }
  const before = (limit: (second: number, i: number) => boolean) => {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (limit(seconds[middle] as number, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const check = (offset: number, length: number) => {
    if (!(offset >= 0 && offset <= length))
      throw new RangeError(`offset requires 0 to ${length}, got ${offset}`);
  };
  return {
    toPoints: (units) => {
      check(units, text.length);
      return units - before((second) => second < units);
    },
    toUnits: (points) => {
      check(points, text.length - seconds.length);
      return points + before((second, i) => second - i - 1 < points);
    },
  };
}
