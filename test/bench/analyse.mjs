// The whole analysis of a folder: terms, consequences and near-duplicates. node analyse.mjs FOLDER EVERY
import { readCorpus } from "../../dist/corpus/read.js";
import { analyseDocuments } from "../../dist/study/analyse.js";
import { termDictionary } from "../../dist/terms/lists.js";
import { createSegmenter } from "../../dist/terms/segmenter.js";
import { report } from "./report.mjs";

report(() => {
  const documents = readCorpus(process.argv[2]).documents.filter((_, i) => i % Number(process.argv[3]) === 0);
  const segmenter = createSegmenter({ engine: "trie", dictionary: termDictionary(), hmm: false });
  const tables = ["terms", "consequences", "duplicates"];
  const study = analyseDocuments(documents, { segmenter, tables });
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  return {
    documents: documents.length,
    characters,
    ...Object.fromEntries(tables.map((name) => [name, study[name].length])),
  };
});
