// Cuts every text of a folder with jieba-wasm and with the trie engine, with and without our words and guessing, and
// compares words and tags: node test/segmentation/compare-engines.mjs FOLDER... (after npm run build)
import { readCorpus } from "../../dist/corpus/read.js";
import { newJieba } from "../../dist/segmentation/jieba.js";
import { jiebaModel } from "../../dist/segmentation/model-cache.js";
import { createTrieJieba } from "../../dist/segmentation/trie-jieba.js";
import { addWords } from "../../dist/terms/cutters.js";
import { termDictionary } from "../../dist/terms/lists.js";

const { documents } = readCorpus(process.argv.slice(2));
const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
console.log(`${documents.length} texts, ${characters} characters`);

function firstDifference(a, b) {
  const at = a.findIndex((word, i) => word !== b[i]);
  return at >= 0 ? at : a.length === b.length ? -1 : Math.min(a.length, b.length);
}

let differing = 0;
for (const words of [false, true]) {
  const [reference, trie] = [newJieba(), createTrieJieba(jiebaModel())];
  if (words) for (const engine of [reference, trie]) addWords(engine, termDictionary());
  for (const hmm of [true, false]) {
    let tokens = 0;
    let texts = 0;
    for (const { source, text } of documents) {
      const [a, b] = [reference, trie].map((engine) =>
        engine.tag(text, hmm).flatMap(({ word, tag }) => [word, tag]),
      );
      tokens += a.length / 2;
      const at = firstDifference(a, b);
      if (at >= 0) {
        texts++;
        console.log(`${source}: token ${at >> 1}, ${a[at]} in jieba-wasm, ${b[at]} in the trie engine`);
      }
    }
    differing += texts;
    console.log(`our words ${words}, guessing ${hmm}: ${tokens} tokens with tags, ${texts} texts differ`);
  }
}
process.exitCode = differing > 0 ? 1 : 0;
