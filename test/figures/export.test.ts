// Figures that leave the project say what they are: in SVG, PNG and PDF, with the same bytes each time and the picture unchanged.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { Resvg } from "@resvg/resvg-wasm";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportFigure, FIGURE_FORMS } from "../../src/figures/export.js";
import { type Figure, renderFigure } from "../../src/figures/figure.js";
import { pngTexts } from "../../src/figures/png-text.js";
import { fontBytes, fontName } from "../../src/figures/resources.js";
import { kinds } from "./chart-kinds.js";

const HEADING = 'Fines & warnings, n < 5, “new” or "old": 罚款与警告';
const CREDITS = { creator: "王 & 李 <Archive>", rights: "CC-BY-4.0" };
const [{ window: page }, folder] = [new JSDOM(""), mkdtempSync(join(tmpdir(), "figures-"))];
afterAll(() => rmSync(folder, { recursive: true }));

let figure: Figure;
const files: Partial<Record<(typeof FIGURE_FORMS)[number], Buffer>> = {};
beforeAll(async () => {
  const source = "data/study/consequences.csv, data/study/parts.csv";
  figure = await renderFigure("fines-by-type", kinds.bars, { caption: `${HEADING}\n按类型`, source });
  for (const form of FIGURE_FORMS) files[form] = Buffer.from(await exportFigure(figure, form, CREDITS));
}, 180_000);

/** What an RDF description says, by property; lists item by item. */
function said(xml: string): Record<string, string[]> {
  const document = new page.DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")).toBe(null);
  const description = document.getElementsByTagName("rdf:Description")[0]!;
  return Object.fromEntries(
    Array.from(description.children).map((property) => {
      const items = Array.from(property.getElementsByTagName("rdf:li"));
      return [property.tagName, (items.length > 0 ? items : [property]).map((item) => item.textContent!)];
    }),
  );
}

const WANTED = (): Record<string, string[]> => ({
  "dc:title": [HEADING],
  "dc:description": [figure.alt],
  "dc:creator": [CREDITS.creator],
  "dc:rights": [CREDITS.rights],
  "dc:source": ["data/study/consequences.csv, data/study/parts.csv"],
  "dc:identifier": [`sha256:${figure.sha256.spec}`],
  "xmp:Identifier": ["fines-by-type", `sha256:${figure.sha256.spec}`],
  "xmp:CreatorTool": [`guizhang ${JSON.parse(readFileSync("package.json", "utf8")).version}`],
});

test("SVG: the metadata element says all, and without it the file is the notebook's", () => {
  const svg = files.svg!.toString();
  const metadata = /<metadata>(.*)<\/metadata>/s.exec(svg)!;
  expect(said(metadata[1]!)).toEqual(WANTED());
  expect(said(svg)).toEqual(WANTED());
  expect(svg.replace(metadata[0], "")).toBe(figure.svg);
});

test("PNG: texts and XMP say all, every chunk has its check sum, and the other chunks are the notebook's", () => {
  const texts = pngTexts(files.png!);
  expect(texts).toMatchObject({
    Title: HEADING,
    Author: CREDITS.creator,
    Copyright: CREDITS.rights,
    Description: figure.alt,
  });
  expect(said(texts["XML:com.adobe.xmp"]!.replace(/<\?xpacket.*?\?>/g, ""))).toEqual(WANTED());
  const kept = [files.png!.subarray(0, 8)];
  for (let at = 8; at < files.png!.length; ) {
    const end = at + 12 + files.png!.readUInt32BE(at);
    expect(files.png!.readUInt32BE(end - 4)).toBe(crc32(files.png!.subarray(at + 4, end - 4)));
    if (files.png!.toString("latin1", at + 4, at + 8) !== "iTXt") kept.push(files.png!.subarray(at, end));
    at = end;
  }
  expect(Buffer.concat(kept).equals(Buffer.from(figure.png))).toBe(true);
});

test("PDF: information and XMP say all; no date; the font is embedded with a table back to characters", () => {
  const pdf = files.pdf!.toString("latin1");
  const packet = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(files.pdf!.toString("utf8"))![0];
  expect(said(packet)).toEqual(WANTED());
  const information = [...pdf.matchAll(/obj\n\(((?:\\.|[^\\)])*)\)\nendobj/gs)].map(([, text]) =>
    pdfText(text!),
  );
  for (const text of [HEADING, CREDITS.creator, figure.alt]) expect(information).toContain(text);
  expect(pdf).not.toMatch(/Date|D:\d{4}/);
  for (const part of ["/FontFile3", "/ToUnicode", "/Title ", "/Keywords "]) expect(pdf).toContain(part);
});

/** A string of a PDF: escapes undone, UTF-16 where it begins with the mark. */
function pdfText(escaped: string): string {
  const bytes = escaped.replace(/\\(.)/gs, (_, sign: string) => SIGNS[sign] ?? sign);
  return bytes.startsWith("\xfe\xff")
    ? Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le")
    : bytes;
}
const SIGNS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

test("the same figure gives the same bytes, another value others", async () => {
  const { layout, data } = structuredClone(kinds.bars) as typeof kinds.bars;
  const changed = { layout, data: [{ ...data[0], x: [41, 30, 20, 10] }, data[1]] } as typeof kinds.bars;
  const other = await renderFigure("fines-by-type", changed, { caption: HEADING, source: figure.source });
  for (const form of FIGURE_FORMS) {
    expect(files[form]!.equals(Buffer.from(await exportFigure(figure, form, CREDITS)))).toBe(true);
    expect(files[form]!.equals(Buffer.from(await exportFigure(other, form, CREDITS)))).toBe(false);
  }
});

test("what nobody said is left out", async () => {
  const svg = Buffer.from(await exportFigure({ ...figure, inputs: [] }, "svg")).toString();
  const { "dc:creator": creator, "dc:rights": rights, "dc:source": source, ...rest } = WANTED();
  expect([creator, rights, source].every((value) => value !== undefined)).toBe(true);
  expect(said(svg)).toEqual(rest);
});

test("a picture or a reference inside is refused, not fetched and not lost", async () => {
  const image = figure.svg.replace("</svg>", '<image href="/etc/hostname" width="9" height="9"/></svg>');
  await expect(exportFigure({ ...figure, svg: image }, "pdf")).rejects.toThrow("an image /etc/hostname");
});

const poppler = spawnSync("pdftotext", ["-v"]).error === undefined;

describe.skipIf(!poppler)("as poppler reads the PDF", () => {
  const run = (program: string, args: string[], encoding: BufferEncoding | "buffer" = "utf8") => {
    writeFileSync(join(folder, "figure.pdf"), files.pdf!);
    return execFileSync(program, args, { cwd: folder, encoding: encoding as "utf8", maxBuffer: 1 << 28 });
  };

  test("every text of the figure can be selected", () => {
    const read = run("pdftotext", ["-raw", "figure.pdf", "-"]).replace(/\s/g, "");
    const drawn = new page.DOMParser().parseFromString(figure.svg, "application/xml");
    const lines = Array.from(drawn.querySelectorAll("text")).flatMap<Element>((text) =>
      text.children.length > 0 ? Array.from(text.children) : [text],
    );
    const texts = lines.map((line) => line.textContent!.replace(/\s/g, ""));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => !read.includes(text))).toEqual([]);
  });

  test("the font is a subset of the pinned one", () => {
    expect(run("pdffonts", ["figure.pdf"])).toMatch(
      /^\w{6}\+NotoSansHans-Regular +CID Type 0C .* yes yes yes /m,
    );
  });

  test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
    "%s looks as its PNG: no patch of 8 by 8 points differs much",
    async (name) => {
      const drawn = await renderFigure(name, kinds[name], { caption: "罚款", source: "made here" });
      writeFileSync(join(folder, "kind.pdf"), await exportFigure(drawn, "pdf"));
      const ppm = execFileSync("pdftoppm", ["-r", "96", "kind.pdf"], { cwd: folder, maxBuffer: 1 << 28 });
      const font = { fontBuffers: [fontBytes()], loadSystemFonts: false, defaultFontFamily: fontName };
      const { pixels, width, height } = new Resvg(drawn.svg, { font }).render();
      const header = `P6\n${width} ${height}\n255\n`;
      expect(ppm.toString("latin1", 0, header.length)).toBe(header);
      const rgb = ppm.subarray(header.length);
      const SIDE = 8;
      let [worst, ink] = [0, 0];
      for (let top = 0; top + SIDE <= height; top += SIDE) {
        for (let left = 0; left + SIDE <= width; left += SIDE) {
          let [a, b] = [0, 0];
          for (let y = top; y < top + SIDE; y++) {
            for (let x = left; x < left + SIDE; x++) {
              for (let c = 0; c < 3; c++) {
                a += rgb[3 * (y * width + x) + c]!;
                b += pixels[4 * (y * width + x) + c]!;
              }
            }
          }
          worst = Math.max(worst, Math.abs(a - b) / (3 * SIDE * SIDE));
          if (b < 250 * 3 * SIDE * SIDE) ink++;
        }
      }
      expect(ink).toBeGreaterThan(50);
      expect(worst).toBeLessThan(MOST);
    },
  );
});
/** Largest difference of mean brightness (0 to 255) in a patch: edges are smoothed otherwise (17 seen), a lost number makes 97. */
const MOST = 48;
