import PDFDocument from "pdfkit";
import SVGtoPDF from "svg-to-pdfkit";
import type { FigureMetadata } from "./metadata.js";
import { fontBytes } from "./resources.js";
import { rdfDescription } from "./xmp.js";

/** Points per pixel: a figure has the size in print that a browser prints it with. */
const POINTS = 0.75;

/**
 * A figure as a PDF of one page: the shapes and texts of its SVG as vectors, the pinned font's glyphs embedded, so that text can be
 * selected and searched. Metadata stand in the document information and as XMP. Without a date, and without compression,
 * whose bytes differ between versions of Node: the same figure gives the same bytes.
 *
 * @param svg a figure as drawn
 * @param size width and height in pixels
 * @throws TypeError when the SVG holds something that is not drawn (no figure of ours does)
 */
export async function drawPdf(
  svg: string,
  size: { readonly width: number; readonly height: number },
  metadata: FigureMetadata,
): Promise<Uint8Array> {
  const [width, height] = [size.width * POINTS, size.height * POINTS];
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    compress: false,
    pdfVersion: "1.7",
    displayTitle: true,
    // no typeface of the library's own is loaded
    font: null as unknown as string,
    info: documentInformation(metadata),
  });
  delete document.info.CreationDate;
  // the library's own packet repeats the document information unescaped and dated: ours stands alone
  Object.assign(document, { _addInfo: () => {} });
  document.appendXML(rdfDescription(metadata));
  document.registerFont("pinned", fontBytes());
  SVGtoPDF(document, svg, 0, 0, {
    width,
    height,
    fontCallback: () => "pinned",
    imageCallback: (link) => refuse(`an image ${link}`),
    documentCallback: (file) => refuse(`a reference to ${file}`),
    warningCallback: refuse,
  });
  document.end();
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

function refuse(found: string): never {
  throw new TypeError(`drawPdf requires shapes and texts, got ${found}`);
}

/** The fixed date that the library asks for to number the file; it is not written. */
const NO_DATE = new Date(0);

function documentInformation({ title, description, creator, spec, id, software }: FigureMetadata) {
  return {
    Title: title,
    ...(creator !== null && { Author: creator }),
    Subject: description,
    Keywords: `${id}, sha256:${spec}`,
    Creator: software,
    Producer: "PDFKit",
    CreationDate: NO_DATE,
  };
}
