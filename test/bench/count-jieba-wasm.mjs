// Tokenise and count: jieba-wasm and a Map. node count-jieba-wasm.mjs FOLDER EVERY
import { newJieba } from "../../dist/segmentation/jieba.js";
import { report, textsOf } from "./report.mjs";

const texts = textsOf(process.argv[2], Number(process.argv[3]));
const jieba = newJieba();
jieba.cut("一");
report(() => {
  const counts = new Map();
  let tokens = 0;
  for (const text of texts) {
    for (const word of jieba.cut(text, true)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      tokens++;
    }
  }
  return { tokens, types: counts.size };
});
