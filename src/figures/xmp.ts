import { escapeHtml } from "../display/table.js";
import type { FigureMetadata } from "./metadata.js";

/**
 * The metadata of a figure as an RDF description in Dublin Core and XMP terms: `dc:title`, `dc:description`, `dc:source` (input files),
 * `dc:creator`, `dc:rights`, `dc:identifier` (sha256 of the specification), `xmp:Identifier` (id and sha256), `xmp:CreatorTool`.
 * No date: the same figure gives the same bytes.
 *
 * @returns one `rdf:Description` element
 * @see ISO 16684-1:2019 (XMP), chapter 8; https://www.dublincore.org/specifications/dublin-core/dces/
 */
export function rdfDescription(metadata: FigureMetadata): string {
  const { id, title, description, source, spec, creator, rights, software } = metadata;
  const sha256 = `sha256:${spec}`;
  const properties = [
    property("dc:title", list("Alt", [title])),
    property("dc:description", list("Alt", [description])),
    property("dc:creator", creator === null ? null : list("Seq", [creator])),
    property("dc:rights", rights === null ? null : list("Alt", [rights])),
    property("dc:source", source === null ? null : xml(source)),
    property("dc:identifier", sha256),
    property("xmp:Identifier", list("Bag", [id, sha256])),
    property("xmp:CreatorTool", xml(software)),
  ];
  const namespaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"';
  return `<rdf:Description rdf:about="" ${namespaces}>${properties.join("")}</rdf:Description>`;
}

/** An RDF document of one description, as SVG's `metadata` element holds it. */
export function rdf(description: string): string {
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF>`;
}

/** An XMP packet of one description, as PNG and PDF hold it. */
export function xmpPacket(description: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf(description)}</x:xmpmeta><?xpacket end="r"?>`;
}

function property(name: string, content: string | null): string {
  return content === null ? "" : `<${name}>${content}</${name}>`;
}

function list(kind: "Alt" | "Seq" | "Bag", items: readonly string[]): string {
  const language = kind === "Alt" ? ' xml:lang="x-default"' : "";
  return `<rdf:${kind}>${items.map((item) => `<rdf:li${language}>${xml(item)}</rdf:li>`).join("")}</rdf:${kind}>`;
}

/** Text as XML holds it: controls, which it cannot hold, are spaces. */
function xml(text: string): string {
  return escapeHtml(text.replace(/\p{Cc}/gu, " "));
}
