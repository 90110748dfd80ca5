// Changed inputs by number: the same number gives the same input, whoever asks.
import { type Random, seededRandom } from "../../src/stats/random.js";
import { BYTE_MUTATIONS } from "./bytes.js";
import { LONG_TEXTS, TEXT_MUTATIONS } from "./mutations.js";
import { changedFile, checkReader, READERS } from "./readers.js";
import { type Seeds, teachingBytes } from "./seeds.js";
import { checkBytes, checkText } from "./stages.js";

/** One input and what is done with it. */
export interface Input {
  readonly kind: string;
  /** characters or bytes */
  readonly size: number;
  /** goes through the stages or the reader; throws what is wrong */
  readonly check: () => void;
}

/** Longest piece of a text that is changed, so that a run tries many. */
const PIECE = 300;
/** Length of the texts made to hold a stage up. */
export const LONG = 1_000_000;

/** A list of inputs, each made when asked for. */
export interface Inputs {
  readonly count: number;
  readonly input: (number: number) => Input;
}

/** Every teaching text cut at every byte. */
export function everyCut(): Inputs {
  const files = teachingBytes();
  const count = files.reduce((n, bytes) => n + bytes.length, 0);
  return {
    count,
    input(number) {
      let at = number;
      const file = files.find((bytes) => {
        if (at < bytes.length) return true;
        at -= bytes.length;
        return false;
      })!;
      const bytes = file.subarray(0, at);
      return { kind: "cut at every byte", size: at, check: () => void checkBytes(bytes, "") };
    },
  };
}

/** Each kind of very long text. */
export function longTexts(length = LONG): Inputs {
  const kinds = Object.entries(LONG_TEXTS);
  return {
    count: kinds.length,
    input(number) {
      const [name, make] = kinds[number]!;
      const text = make(length);
      return { kind: `very long: ${name}`, size: text.length, check: () => void checkText(text, "") };
    },
  };
}

/** Texts, bytes and files changed at random: the seed and the number of an input give it again. */
export function changedInputs({ texts }: Seeds, seed: number, count: number): Inputs {
  const piece = (random: Random): string => {
    const text = texts[random.below(texts.length)]!;
    const start = random.below(Math.max(1, text.length - 200));
    return text.slice(start, start + 1 + random.below(PIECE));
  };
  const ofText = Object.entries(TEXT_MUTATIONS).map(([kind, mutate]) => (random: Random): Input => {
    const original = piece(random);
    let text = mutate(original, random, piece(random));
    const second =
      random.below(4) === 0 ? Object.values(TEXT_MUTATIONS)[random.below(ofText.length)] : undefined;
    if (second) text = second(text, random, original);
    return { kind: `text: ${kind}`, size: text.length, check: () => void checkText(text, original) };
  });
  const ofBytes = Object.entries(BYTE_MUTATIONS).map(([kind, mutate]) => (random: Random): Input => {
    const original = piece(random);
    const bytes = mutate(original, random);
    return { kind: `bytes: ${kind}`, size: bytes.length, check: () => void checkBytes(bytes, original) };
  });
  const ofFiles = Object.entries(READERS).map(([kind, reader]) => (random: Random): Input => {
    const { text } = changedFile(reader, random);
    return { kind: `reader: ${kind}`, size: text.length, check: () => checkReader(reader, text) };
  });
  const makers = [...ofText, ...ofBytes, ...ofFiles];
  return {
    count,
    input(number) {
      const random = seededRandom([seed, number, 0x9e3779b9, 0x85ebca6b]);
      for (let i = 0; i < 8; i++) random.bits(); // neighbouring numbers begin alike
      return makers[number % makers.length]!(random);
    },
  };
}
