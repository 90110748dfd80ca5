// Checks the article numbers of every text below a folder: `node test/structure/article-numbers.mjs FOLDER` (after npm run build).
// Prints how many statutes have articles, how many number them from 1 without a gap, and the rest with the reason.
import { readFileSync } from "node:fs";
import { articleNumbers, listTexts, structure } from "../../dist/index.js";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node test/structure/article-numbers.mjs FOLDER");
  process.exit(2);
}
let withArticles = 0;
let consecutive = 0;
const rest = [];
for (const { path, source } of listTexts(folder).files) {
  const document = { source, text: readFileSync(path, "utf8"), encoding: "utf-8", bytes: 0, sha256: "" };
  const numbers = articleNumbers(structure(document));
  if (numbers.articles === 0) continue;
  withArticles++;
  if (numbers.consecutive) consecutive++;
  else rest.push(`${source}\t${numbers.articles} articles\t${numbers.reason}`);
}
console.log(JSON.stringify({ withArticles, consecutive, share: consecutive / withArticles }));
for (const line of rest) console.log(line);
