import { pageAddress } from "./html.js";
import type { Receipt, RestedRows } from "./receipt.js";

type Entity = Readonly<Record<string, unknown>>;
const id = (of: string) => ({ "@id": of });
const ids = (of: readonly string[]) => of.map(id);

/**
 * The receipt as RO-Crate 1.1 JSON-LD: claim → figure → cell that draws it → rows of tables → spans of the sources →
 * sha256. Rows are addressed as RFC 7111 does (`#row=2-29`, the header line is row 1), spans as text positions of the
 * Web Annotation vocabulary (UTF-16 code units of the decoded text).
 *
 * @see Soiland-Reyes S. et al. (2022) Packaging research artefacts with RO-Crate, Data Science 5(2), doi:10.3233/DS-210053
 * @see Hausenblas M., Wilde E., Tennison J. (2014) RFC 7111, doi:10.17487/RFC7111
 * @see Sanderson R., Ciccarese P., Young B. (2017) Web Annotation Data Model, https://www.w3.org/TR/annotation-model/
 */
export function roCrate(receipt: Receipt): unknown {
  const { version, released, environment, entries, rows } = receipt;
  const pictures = entries.flatMap(pictureFiles);
  const tables = tableEntities(rows);
  const graph: Entity[] = [
    {
      "@id": "ro-crate-metadata.json",
      "@type": "CreativeWork",
      conformsTo: id("https://w3id.org/ro/crate/1.1"),
      about: id("./"),
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: "Guizhang: figures and where they come from",
      description:
        "Every figure and number of the notebooks with the cell that draws or prints it, the rows of tables that the cell rests on, and the places of these rows in the sources",
      license: id("https://spdx.org/licenses/MIT"),
      datePublished: released,
      hasPart: [...pictures, ...tables].map((entity) => id(String(entity["@id"]))),
      mentions: ids([
        ...entries.map(({ figure }) => `#claim-${figure.id}`),
        ...receipt.numbers.map((_, i) => `#number-${i + 1}`),
      ]),
    },
    {
      "@id": "#guizhang",
      "@type": "SoftwareApplication",
      name: "guizhang",
      version,
      softwareRequirements: Object.entries(environment).map(([name, value]) => `${name} ${value}`),
    },
    ...entries.flatMap(claimAndAction),
    ...receipt.numbers.map(({ number, notebook, cell, printed, rows: own }, i) => ({
      "@id": `#number-${i + 1}`,
      "@type": "Claim",
      text: number,
      appearance: id(`${pageAddress(notebook)}#cell-${cell}`),
      ...(printed === null
        ? {}
        : {
            isBasedOn: ids([`${pageAddress(notebook)}#cell-${printed}`, ...own.map((one) => `#${one.id}`)]),
          }),
    })),
    ...pictures,
    ...tables,
    ...rows.map(rowsEntity),
    ...spanEntities(rows),
    ...inputEntities(receipt),
    ...sourceEntities(receipt, rows),
  ];
  return {
    "@context": ["https://w3id.org/ro/crate/1.1/context", { oa: "http://www.w3.org/ns/oa#" }],
    "@graph": graph,
  };
}

function pictureFiles({ figure, hashes }: Receipt["entries"][number]): Entity[] {
  const file = (ending: string, encodingFormat: string, hash: object): Entity => ({
    "@id": `figures/${figure.id}.${ending}`,
    "@type": "File",
    encodingFormat,
    ...hash,
  });
  return [
    file("svg", "image/svg+xml", { sha256: hashes.svg }),
    file("png", "image/png", { sha256: hashes.png }),
    file("json", "application/json", {
      description: `sha256 of the canonical specification, without the line end: ${hashes.spec}`,
    }),
  ];
}

function claimAndAction({ figure, notebook, rows }: Receipt["entries"][number]): Entity[] {
  return [
    {
      "@id": `#claim-${figure.id}`,
      "@type": "Claim",
      text: figure.text.split("\n")[0],
      appearance: id(`figures/${figure.id}.svg`),
    },
    {
      "@id": `#draw-${figure.id}`,
      "@type": "CreateAction",
      name: `cell ${figure.cell} of notebooks/${notebook}.ipynb draws ${figure.id}`,
      instrument: ids(["#guizhang", `${pageAddress(notebook)}#cell-${figure.cell}`]),
      object: ids([...rows.map((one) => `#${one.id}`), `#inputs-${notebook}`]),
      result: ["svg", "png", "json"].map((ending) => id(`figures/${figure.id}.${ending}`)),
    },
  ];
}

function tableEntities(rows: readonly RestedRows[]): Entity[] {
  const tables = new Map(rows.map((one) => [one.table, one]));
  return [...tables.values()].map(({ table, sha256, of }) => ({
    "@id": `#${table}`,
    "@type": "Dataset",
    name: table,
    ...(sha256 === null ? {} : { sha256 }),
    description: `${of} rows${sha256 === null ? ", made of the texts when the notebook runs" : ""}`,
  }));
}

function rowsEntity({ id: name, table, rows, columns, count, spans }: RestedRows): Entity {
  const fragment = rows
    .split(",")
    .map((range) =>
      range
        .split("-")
        .map((row) => Number(row) + 1)
        .join("-"),
    )
    .join(";");
  return {
    "@id": `#${name}`,
    "@type": "Dataset",
    name: rows === "" ? `the number of rows of ${table}` : `${count} rows of ${table}`,
    isPartOf: id(`#${table}`),
    ...(rows !== "" && table.endsWith(".csv") && { url: `${table}#row=${fragment}` }),
    ...(rows !== "" && !table.endsWith(".csv") && { description: `rows ${rows}` }),
    ...(columns.length > 0 && { variableMeasured: columns }),
    ...(spans.length > 0 && { isBasedOn: spans.map((span) => id(spanId(span))) }),
  };
}

const spanId = ({ source, start, end }: RestedRows["spans"][number]) => `#span-${source}-${start}-${end}`;

function spanEntities(rows: readonly RestedRows[]): Entity[] {
  const spans = new Map(rows.flatMap((one) => one.spans.map((span) => [spanId(span), span] as const)));
  return [...spans].map(([name, { source, start, end }]) => ({
    "@id": name,
    "@type": ["oa:SpecificResource", "oa:TextPositionSelector"],
    "oa:hasSource": id(`#source-${source}`),
    "oa:start": start,
    "oa:end": end,
  }));
}

/** The texts that spans point into: size and sha256 where the study's table of sources has them, else the name alone. */
function sourceEntities(receipt: Receipt, rows: readonly RestedRows[]): Entity[] {
  const known = new Map(receipt.sources.map((one) => [one.source, one]));
  const pointedAt = rows.flatMap((one) => one.spans.map(({ source }) => source));
  return [...new Set([...known.keys(), ...pointedAt])].map((source) => {
    const one = known.get(source);
    return {
      "@id": `#source-${source}`,
      "@type": "Dataset",
      name: source,
      ...(one && { contentSize: String(one.bytes), sha256: one.sha256 }),
      description: "a text that spans point into; not part of this crate",
    };
  });
}

/** The files that each notebook reads, whole: tables, lexicon, scales, texts. */
function inputEntities({ inputs }: Receipt): Entity[] {
  const files = new Map(Object.values(inputs).flatMap((own) => Object.entries(own)));
  return [
    ...Object.entries(inputs).map(([notebook, own]) => ({
      "@id": `#inputs-${notebook}`,
      "@type": "Dataset",
      name: `files that notebooks/${notebook}.ipynb reads`,
      hasPart: Object.keys(own).map((path) => id(`#file-${path}`)),
    })),
    ...[...files].map(([path, sha256]) => ({
      "@id": `#file-${path}`,
      "@type": "Dataset",
      name: path,
      sha256,
    })),
  ];
}
