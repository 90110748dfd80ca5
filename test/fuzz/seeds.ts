import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../src/corpus/decode.js";
import { seededRandom } from "../../src/stats/random.js";

/** What is changed at random: texts, and where they come from. */
export interface Seeds {
  readonly texts: readonly string[];
  readonly from: string;
}

type Folders = Readonly<Record<string, string | undefined>>;

const TEACHING = "data/teaching";
/** Statutes drawn where a folder of them is given. */
const STATUTES = 400;

/**
 * The texts that are changed: the teaching corpus, the original collections where `GUIZHANG_CORPUS` names them, and 400
 * statutes drawn from the folder that `GUIZHANG_STATUTES` names.
 */
export function seedTexts(
  { GUIZHANG_CORPUS: corpus, GUIZHANG_STATUTES: statutes }: Folders = process.env,
): Seeds {
  const teaching = textsBelow(TEACHING).map(read);
  const collections = corpus ? textsBelow(corpus).map(read) : [];
  const drawn = statutes ? draw(textsBelow(statutes), STATUTES).map(read) : [];
  const from = [
    `${teaching.length} teaching texts`,
    `${collections.length} original collections`,
    `${drawn.length} statutes`,
  ];
  return { texts: [...teaching, ...collections, ...drawn], from: from.join(", ") };
}

/** The teaching texts as bytes: what is cut at every byte. */
export function teachingBytes(): Uint8Array[] {
  return textsBelow(TEACHING).map((path) => readFileSync(path));
}

function textsBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return names
    .filter((name) => /\.(txt|md)$/.test(name) && statSync(join(folder, name)).isFile())
    .map((name) => join(folder, name));
}

const read = (path: string): string => decode(readFileSync(path)).text;

function draw(paths: readonly string[], count: number): string[] {
  const random = seededRandom(1);
  return Array.from({ length: Math.min(count, paths.length) }, () => paths[random.below(paths.length)]!);
}
