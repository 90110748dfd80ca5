// Tokenise and count: our trie engine. node count-trie.mjs FOLDER EVERY
import { jiebaModel } from "../../dist/segmentation/model-cache.js";
import { createTrieJieba } from "../../dist/segmentation/trie-jieba.js";
import { typeCounter } from "../../dist/segmentation/type-counter.js";
import { report, textsOf } from "./report.mjs";

const texts = textsOf(process.argv[2], Number(process.argv[3]));
const counter = typeCounter(createTrieJieba(jiebaModel()));
report(() => {
  for (const text of texts) counter.add(text);
  return { tokens: counter.tokens(), types: counter.rows().length };
});
