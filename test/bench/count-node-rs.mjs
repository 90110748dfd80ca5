// Tokenise and count: @node-rs/jieba and a Map. node count-node-rs.mjs FOLDER EVERY INSTALLED
import { createRequire } from "node:module";
import { join } from "node:path";
import { report, textsOf } from "./report.mjs";

const texts = textsOf(process.argv[2], Number(process.argv[3]));
const require = createRequire(join(process.argv[4], "package.json"));
const jieba = require("@node-rs/jieba").Jieba.withDict(require("@node-rs/jieba/dict").dict);
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
