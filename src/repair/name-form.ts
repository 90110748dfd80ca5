import { readLexiconTable } from "../lexicon.js";
import { type Jieba, newJieba } from "../segmentation/jieba.js";
import { nameWords } from "./name-words.js";

const HAN = /^[\u3400-\u9fff]$/;
/** Signs, spaces and ends of a text: what no word goes on over. */
const BOUNDARY = /^[^\p{L}\p{N}*＊×_]?$/u;

interface FormData {
  /** surname to whether it is also an ordinary word or begins many */
  readonly surnames: ReadonlyMap<string, boolean>;
  /** ordinary words that begin as surnames do */
  readonly ordinary: ReadonlySet<string>;
  readonly jieba: Jieba;
}

let data: FormData | undefined;

function formData(): FormData {
  data ??= {
    surnames: new Map(
      readLexiconTable("surnames.csv", []).map(({ surname, strength }) => [
        surname as string,
        strength === "weak",
      ]),
    ),
    ordinary: new Set(readLexiconTable("not-names.csv", []).map(({ word }) => word as string)),
    jieba: newJieba(),
  };
  return data;
}

/** Whether nothing but a sign, a space or the end of the text stands at an offset. */
export function isBoundary(text: string, at: number): boolean {
  return BOUNDARY.test(text.charAt(at));
}

/**
 * Whether a few characters are one ordinary word: one of our list, or one of jieba's dictionary that it does not take for a
 * person's name. (It takes many ordinary words for names; these are our list.)
 */
export function isOrdinary(word: string): boolean {
  const { ordinary, jieba } = formData();
  if (ordinary.has(word)) return true;
  const [first, ...more] = jieba.tag(word, false);
  return word.length > 1 && more.length === 0 && !first!.tag.startsWith("nr");
}

/** How long the surname at an offset is, and whether it needs more evidence; null where none stands. */
export function surnameAt(
  text: string,
  at: number,
): { readonly length: number; readonly weak: boolean } | null {
  const { surnames } = formData();
  for (const length of [2, 1]) {
    const weak = surnames.get(text.slice(at, at + length));
    if (weak !== undefined) return { length, weak };
  }
  return null;
}

/**
 * Whether a whole piece of text has the form of a name: surname and one or two characters, in names of two characters perhaps
 * with spaces between (张　三), and is no ordinary word, place or organisation.
 */
export function isNameForm(piece: string): boolean {
  const surname = surnameAt(piece, 0);
  if (!surname) return false;
  const rest = piece.slice(surname.length);
  const given = /^[ \u3000]{1,4}.$/u.test(rest) ? rest.trim() : rest;
  if (given.length < 1 || given.length > 2) return false;
  if (![...given].every((c) => HAN.test(c) && !nameWords("never_given").has(c))) return false;
  if (given.length === 2 && nameWords("never_last").has(given[1]!)) return false;
  const name = piece.slice(0, surname.length) + given;
  return !isOrdinary(name);
}

/** Whether a name may as well be a function word and an ordinary word behind it (向村民). */
export function isPhrase(name: string): boolean {
  return surnameAt(name, 0)?.weak === true && isOrdinary(name.slice(1));
}

/** Whether jieba cuts a text at an offset, reading a few characters from another offset before it. */
export function isCutAt(text: string, from: number, at: number): boolean {
  let reached = from;
  for (const word of formData().jieba.cut(text.slice(from, at + 6), false)) {
    if (reached >= at) break;
    reached += word.length;
  }
  return reached === at;
}

/** Whether a name of two or three characters begins with an ordinary word (高度重) that no name known to jieba goes on from. */
export function beginsOrdinary(name: string): boolean {
  return (
    name.length > 2 && isOrdinary(name.slice(0, 2)) && surnameAt(name, 0)?.length === 1 && !isKnown(name)
  );
}

function isKnown(name: string): boolean {
  return formData().jieba.cut(name, false).length === 1;
}
