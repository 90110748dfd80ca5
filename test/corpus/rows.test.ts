// Files of rows: one document a row, in bounded memory; a bad row is named and the next one follows.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { parquetWriteFile } from "hyparquet-writer";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Reading } from "../../src/corpus/document.js";
import type { RowOptions } from "../../src/corpus/rows.js";
import { readDocuments } from "../../src/corpus/stream.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function read(paths: string | readonly string[], options: RowOptions & { rows?: boolean } = {}) {
  const readings: Reading[] = [];
  for await (const reading of readDocuments(paths, options)) readings.push(reading);
  return {
    documents: readings.flatMap(({ document }) => document ?? []),
    problems: readings.flatMap(({ problem }) => problem ?? []),
  };
}

/** A Zstandard frame of stored blocks, or of one byte repeated (RFC 8878, 3.1.1). */
function zstandard(content: Uint8Array, repeat = 0): Uint8Array {
  const blocks: number[][] = [];
  const header = (size: number, type: 0 | 1, last: boolean) => {
    const bits = (size << 3) | (type << 1) | Number(last);
    return [bits & 255, (bits >> 8) & 255, bits >> 16];
  };
  for (let i = 0; i < repeat; i++) blocks.push([...header(2 ** 17, 1, false), 0x61]);
  for (let at = 0; at < content.length; at += 1000) {
    const piece = content.subarray(at, at + 1000);
    blocks.push([...header(piece.length, 0, at + 1000 >= content.length), ...piece]);
  }
  return Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, ...blocks.flat()]); // window of 2 MiB
}

const ROWS = [
  { id: "甲-1", text: "第一条 罚款五百元。", year: 2009, tags: ["a", { b: null }] },
  { text: "第二条 通报批评。\r\n", year: null },
  { id: 7, text: "第三条 警告。" },
];
const LINES = `${ROWS.map((row) => JSON.stringify(row)).join("\n")}\n`;
const EXPECTED = [
  ["甲-1", ROWS[0]?.text, { year: 2009, tags: ["a", { b: null }] }],
  ["2", ROWS[1]?.text, { year: null }],
  ["7", ROWS[2]?.text, {}],
];

test.each([
  ["a.jsonl", Buffer.from(LINES)],
  ["a.jsonl", Buffer.from(`\ufeff${LINES.trimEnd()}`)],
  ["a.jsonl.gz", gzipSync(LINES)],
  ["a.jsonl.gz", Buffer.concat([gzipSync(LINES.slice(0, 30)), gzipSync(LINES.slice(30))])],
  ["a.jsonl.zst", zstandard(Buffer.from(LINES))],
] as const)("%s: id or row number names the document, other columns are kept", async (name, bytes) => {
  const { documents, problems } = await read(put(name, bytes));
  expect(problems).toEqual([]);
  expect(documents.map(({ source, text, metadata }) => [source, text, metadata])).toEqual(
    EXPECTED.map(([id, ...rest]) => [`${name}#${id}`, ...rest]),
  );
  // sha256 of the text in UTF-8 (sha256sum)
  expect(documents[2]).toMatchObject({ bytes: 19, encoding: "utf-8" });
  expect(documents[2]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("a Zstandard file longer than its window comes out whole", async () => {
  const long = JSON.stringify({ text: "罚".repeat(700_000) });
  const { documents, problems } = await read(put("a.jsonl.zst", zstandard(Buffer.from(`${long}\n${LINES}`))));
  expect(problems).toEqual([]);
  expect(documents.map(({ text }) => text.length)).toEqual([700_000, 10, 11, 7]);
});

const GZIP = {
  GZIP: (input: Uint8Array) => gzipSync(input),
  BROTLI: (input: Uint8Array) => brotliCompressSync(input),
};
test.each(["SNAPPY", "UNCOMPRESSED", "GZIP", "BROTLI"] as const)(
  "Parquet, %s, several row groups",
  async (codec) => {
    const filename = join(folder, "a.parquet");
    const texts = Array.from({ length: 25 }, (_, i) => (i === 3 ? null : `第${i}条 罚款。`));
    parquetWriteFile({
      filename,
      codec,
      compressors: GZIP,
      rowGroupSize: 10,
      columnData: [
        { name: "body", data: texts, type: "STRING" },
        { name: "size", data: texts.map((_, i) => BigInt(i)), type: "INT64" },
        { name: "at", data: texts.map(() => new Date(0)), type: "TIMESTAMP" },
      ],
    });
    const { documents, problems } = await read(filename, { textColumn: "body", idColumn: "size" });
    expect(documents).toHaveLength(24);
    expect(documents[3]).toMatchObject({
      source: "a.parquet#4",
      text: "第4条 罚款。",
      metadata: { at: "1970-01-01T00:00:00.000Z" },
    });
    expect(problems).toEqual([
      { path: filename, row: 4, severity: "error", message: "expected text in the column body, found null" },
    ]);
  },
);

test("each bad row is named with what was expected and found, and the good ones are read", async () => {
  const bad = [
    '{"text": "甲"',
    "[1]",
    '{"body": "甲"}',
    '{"text": 5}',
    '{"text": "\\ud800"}',
    '{"text": "甲", "id": {}}',
    '{"text": "甲", "id": "x"}',
    '{"text": "甲", "id": "x"}',
    '{"text": " "}',
  ];
  const path = put(
    "a.jsonl",
    Buffer.concat([
      Buffer.from(`${bad.join("\n")}\n\n`),
      Uint8Array.of(0xff, 0x0a),
      Buffer.from('{"text": "乙"}'),
    ]),
  );
  const { documents, problems } = await read(path, { maxRowBytes: 40 });
  expect(documents.map(({ source }) => source)).toEqual(["a.jsonl#x", "a.jsonl#9", "a.jsonl#12"]);
  expect(problems.map(({ row, severity, message }) => [row, severity, message])).toEqual([
    [1, "error", 'expected a JSON object, found "{\\"text\\": \\"甲\\""'],
    [2, "error", "expected an object with columns, found a list"],
    [3, "error", "expected text in the column text, found no such column"],
    [4, "error", "expected text in the column text, found a number (5)"],
    [5, "error", "expected text in the column text, found half a character at 0"],
    [6, "error", "expected a name or number in the column id, found an object"],
    [8, "error", "expected a id of its own, found x, which an earlier row has"],
    [9, "warning", "an empty document: no text in it"],
    [11, "error", "expected JSON in UTF-8, found bytes that are not UTF-8"],
  ]);
});

test("a line that unpacks beyond the limit is passed over without being held", async () => {
  const mebibyte = gzipSync(Buffer.alloc(2 ** 20, 0x61));
  const rest = Buffer.from(`\n${LINES}`);
  const files = [
    put("a.jsonl.gz", Buffer.concat([...Array.from({ length: 200 }, () => mebibyte), gzipSync(rest)])),
    put("a.jsonl.zst", zstandard(rest, 1600)),
  ];
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }, 5);
  const results = [];
  for (const file of files) results.push(await read(file, { maxRowBytes: 2 ** 20 }));
  clearInterval(watch);
  for (const { documents, problems } of results) {
    expect(documents).toHaveLength(3);
    expect(problems.map(({ row, message }) => [row, message])).toEqual([
      [1, `expected at most ${2 ** 20} bytes, found ${200 * 2 ** 20}`],
    ]);
  }
  expect(most).toBeLessThan(100 * 2 ** 20);
});

test.each([
  ["cut short", "a.jsonl.gz", gzipSync(LINES.repeat(2000)).subarray(0, -30)],
  ["damaged", "a.jsonl.gz", Buffer.from("no gzip")],
  ["cut short", "a.jsonl.zst", zstandard(Buffer.from(LINES)).subarray(0, -30)],
  ["damaged", "a.parquet", Buffer.from("PAR1 no Parquet PAR1")],
  ["empty", "a.parquet", Buffer.from("")],
] as const)("%s: %s is named, and the file after it is read", async (_, name, bytes) => {
  put("b.txt", "罚款");
  put(name, bytes);
  const { documents, problems } = await read(folder, { rows: true });
  expect(documents.at(-1)?.source).toBe("b.txt");
  expect(
    problems.filter(({ message }) => /expected (more of the file|Parquet), found/.test(message)),
  ).toHaveLength(1);
});

test("a folder gives its texts, and with `rows` its files of rows too", async () => {
  put("a.jsonl", LINES);
  put("b.txt", "罚款");
  expect((await read(folder)).documents.map(({ source }) => source)).toEqual(["b.txt"]);
  expect((await read(folder, { rows: true })).documents).toHaveLength(4);
});

test("a CSV gives a document a row, quoted line breaks and all, with its other columns; empty cells are no values", async () => {
  const path = put(
    "a.csv",
    '\ufeffid,text,title,date,url\n1,"第一条 罚款\n五百元。",办法,2019-03-01,\n2,警告。,,,\n',
  );
  const { documents, problems } = await read(path);
  expect(problems).toEqual([]);
  expect(documents.map(({ source, text, metadata }) => [source, text, metadata])).toEqual([
    ["a.csv#1", "第一条 罚款\n五百元。", { title: "办法", date: "2019-03-01" }],
    ["a.csv#2", "警告。", {}],
  ]);
});

test("a CSV as spreadsheets in China save it (GB18030) is decoded", async () => {
  const bytes = [0xb7, 0xa3, 0xbf, 0xee, 0xce, 0xe5, 0xb0, 0xd9, 0xd4, 0xaa, 0xa1, 0xa3]; // 罚款五百元。
  const { documents } = await read(put("a.csv", Uint8Array.from([...Buffer.from("body\r\n"), ...bytes])), {
    textColumn: "body",
  });
  expect(documents.map(({ source, text }) => [source, text])).toEqual([["a.csv#1", "罚款五百元。"]]);
});

test.each([
  ["id,body\n1,a\n", "requires a column text, found id, body"],
  ['id,text\n1,"a\n', "expected CSV, found"],
  ["id,text\n1,a\n1,b\n", "expected a id of its own, found 1"],
  ["id,text\n1,\n", "an empty document"],
])("what is wrong with %j is one problem", async (content, message) => {
  const { problems } = await read(put("a.csv", content));
  expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
});

test("a CSV inside a folder is not taken for texts", async () => {
  put("a.csv", "text\na\n");
  put("a.txt", "罚款。\n");
  expect((await read(folder, { rows: true })).documents.map(({ source }) => source)).toEqual(["a.txt"]);
});
