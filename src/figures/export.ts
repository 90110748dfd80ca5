import { type DescribedFigure, type FigureCredits, figureMetadata } from "./metadata.js";
import { withPngTexts } from "./png-text.js";
import { rdf, rdfDescription, xmpPacket } from "./xmp.js";

/** Forms in which figures leave the project. */
export const FIGURE_FORMS = ["svg", "png", "pdf"] as const;
export type FigureForm = (typeof FIGURE_FORMS)[number];

/** A figure with its two drawings, as {@link renderFigure} returns it. */
export interface ExportableFigure extends DescribedFigure {
  readonly svg: string;
  readonly png: Uint8Array;
}

/**
 * A figure's file for print or the web that says what it is: title, caption, input files, id and sha256 of the specification, creator,
 * licence and program, as RDF in Dublin Core and XMP terms (SVG: `metadata`; PNG: `iTXt` chunks; PDF: document information
 * and XMP packet). The picture is that of the notebook; the same figure gives the same bytes.
 *
 * @param figure as {@link renderFigure} returns it
 * @param form `svg`, `png` or `pdf` (vectors, text with the pinned font embedded)
 * @param credits creator and licence; default: none named
 * @returns the bytes of the file
 * @see ISO 16684-1:2019 (XMP)
 */
export async function exportFigure(
  figure: ExportableFigure,
  form: FigureForm,
  credits: FigureCredits = { creator: null, rights: null },
): Promise<Uint8Array> {
  const metadata = figureMetadata(figure, credits);
  const description = rdfDescription(metadata);
  if (form === "svg") return Buffer.from(withSvgMetadata(figure.svg, description));
  if (form === "png") {
    const { title, creator, rights, software } = metadata;
    return withPngTexts(figure.png, {
      Title: title,
      ...(creator !== null && { Author: creator }),
      Description: metadata.description,
      ...(rights !== null && { Copyright: rights }),
      Software: software,
      "XML:com.adobe.xmp": xmpPacket(description),
    });
  }
  // the writer of PDF is loaded with the first one
  const { drawPdf } = await import("./pdf.js");
  return drawPdf(figure.svg, figure.spec.layout as { width: number; height: number }, metadata);
}

/** The `metadata` element stands after the picture's title. */
function withSvgMetadata(svg: string, description: string): string {
  return svg.replace("</title>", () => `</title><metadata>${rdf(description)}</metadata>`);
}
