// Time a text and memory of counting and of the whole analysis. node growth.mjs count|analyse FOLDER TEXTS
// The texts are made from the lines of a folder's texts, drawn by a seeded stream, so that any number can be had.

import { sha256 } from "../../dist/corpus/provenance.js";
import { readCorpus } from "../../dist/corpus/read.js";
import { jiebaModel } from "../../dist/segmentation/model-cache.js";
import { createTrieJieba } from "../../dist/segmentation/trie-jieba.js";
import { typeCounter } from "../../dist/segmentation/type-counter.js";
import { seededRandom } from "../../dist/stats/random.js";
import { analyseDocuments } from "../../dist/study/analyse.js";
import { report } from "./report.mjs";

const [what, folder, count] = process.argv.slice(2);
const lines = readCorpus(folder).documents.flatMap(({ text }) =>
  text.split("\n").filter((line) => line.length > 20),
);
const random = seededRandom(11);
const textOf = () => `${Array.from({ length: 60 }, () => lines[random.below(lines.length)]).join("\n")}\n`;
const name = (i) => `${String(i).padStart(6, "0")}.txt`;

report(() => {
  if (what === "analyse") {
    const documents = Array.from({ length: Number(count) }, (_, i) => {
      const text = textOf();
      const bytes = Buffer.from(text);
      return { source: name(i), text, encoding: "utf-8", bytes: bytes.length, sha256: sha256(bytes) };
    });
    const { terms, consequences, duplicates } = analyseDocuments(documents);
    return { terms: terms.length, consequences: consequences.length, duplicates: duplicates.length };
  }
  const counter = typeCounter(createTrieJieba(jiebaModel()));
  for (let i = 0; i < Number(count); i++) counter.add(textOf());
  return { tokens: counter.tokens(), types: counter.rows().length };
});
