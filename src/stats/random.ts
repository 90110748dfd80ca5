/**
 * A seeded stream of random numbers, the only source of randomness in the project.
 *
 * A stream has a state: two statistics that must not influence each other take two streams with two seeds.
 */
export interface Random {
  /** the next 32 random bits, an integer in [0, 2^32) */
  readonly bits: () => number;
  /** the next number in [0, 1), a multiple of 2^-32 */
  readonly uniform: () => number;
  /** the next integer in [0, bound), each equally likely */
  readonly below: (bound: number) => number;
}

/** The four 32-bit words that a stream starts from; not all zero. */
export type RandomState = readonly [number, number, number, number];

/**
 * A stream of random numbers that is the same for the same seed, on every machine.
 *
 * xoshiro128** (period 2^128 - 1), its state filled from the seed by a Weyl sequence with step 0x9e3779b9 and the
 * 32-bit finaliser of MurmurHash3, so that neighbouring seeds give unrelated streams.
 *
 * @param seed integer in [0, 2^32), or the four words of a state
 * @returns a stream; calling one of its functions moves it on
 * @throws RangeError when the seed is no integer in [0, 2^32), or the state is all zero
 * @example
 * seededRandom([1, 2, 3, 4]).bits() // 11520
 * @see Blackman and Vigna 2021, Scrambled linear pseudorandom number generators, ACM TOMS 47(4), 10.1145/3460772
 */
export function seededRandom(seed: number | RandomState): Random {
  let [a, b, c, d] = typeof seed === "number" ? stateFrom(seed) : seed;
  for (const word of [a, b, c, d]) requireWord(word);
  if ((a | b | c | d) === 0) throw new RangeError("seededRandom requires a state that is not all zero");

  const bits = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const below = (bound: number): number => {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) {
      throw new RangeError(`below requires an integer bound in [1, 2^32], got ${bound}`);
    }
    const limit = 2 ** 32 - (2 ** 32 % bound); // beyond it the remainders would not be equally likely
    let draw = bits();
    while (draw >= limit) draw = bits();
    return draw % bound;
  };
  return { bits, uniform: () => bits() / 2 ** 32, below };
}

/**
 * A copy of a list in random order (Fisher and Yates); the list itself stays as it is.
 *
 * @example
 * shuffled(["扣分", "罚款", "免职"], seededRandom(1)).length // 3
 * @see Knuth 1997, The Art of Computer Programming 2, 3.4.2, Algorithm P
 */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const moved = result[last] as T;
    result[last] = result[other] as T;
    result[other] = moved;
  }
  return result;
}

/**
 * Mixes the bits of a 32-bit integer: every input bit changes about half of the output bits (one to one).
 *
 * @param word 32-bit integer
 * @returns integer in [0, 2^32)
 * @see Appleby 2011, MurmurHash3, function fmix32 (public domain)
 */
export function mixBits(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function stateFrom(seed: number): RandomState {
  requireWord(seed);
  const word = (step: number) => mixBits((seed + Math.imul(step, 0x9e3779b9)) | 0);
  return [word(1), word(2), word(3), word(4)];
}

function requireWord(word: number): void {
  if (!Number.isInteger(word) || word < 0 || word >= 2 ** 32) {
    throw new RangeError(`seededRandom requires integers in [0, 2^32), got ${word}`);
  }
}
