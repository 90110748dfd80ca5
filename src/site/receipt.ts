import type { DrawnFigure, FigureHashes } from "../notebooks/drawn.js";
import type { QuotedNumber } from "../notebooks/quoted-numbers.js";

/** A source file of the study. */
export interface SourceFile {
  readonly source: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table that a notebook read. */
export interface InputTable {
  /** path in the project */
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
  /** span of the first row, such as `000.txt 975–999`; null for tables without spans */
  readonly firstSpan: string | null;
}

/** From the claim back to the bytes: one figure. */
export interface ReceiptEntry {
  readonly figure: DrawnFigure;
  readonly hashes: FigureHashes;
  readonly notebook: string;
  readonly tables: readonly InputTable[];
}

/** Everything that the receipt says. */
export interface Receipt {
  readonly version: string;
  readonly released: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly sources: readonly SourceFile[];
  readonly entries: readonly ReceiptEntry[];
  /** numbers quoted in the text of notebooks */
  readonly numbers: readonly (QuotedNumber & { readonly notebook: string })[];
}

/**
 * The receipt as RO-Crate 1.1 JSON-LD: each claim, the figure that shows it, the cell that draws the figure, the tables the
 * cell reads (each row names its source and span), and the sha256 of the sources.
 *
 * @see Soiland-Reyes S. et al. (2022) Packaging research artefacts with RO-Crate, Data Science 5(2), doi:10.3233/DS-210053
 */
export function roCrate({ version, released, environment, sources, entries, numbers }: Receipt): unknown {
  const tables = new Map(
    entries.flatMap((entry) => entry.tables.map((table) => [table.path, table] as const)),
  );
  const id = (of: string) => ({ "@id": of });
  const pictures = entries.flatMap(({ figure, hashes }) => [
    {
      "@id": `figures/${figure.id}.svg`,
      "@type": "File",
      encodingFormat: "image/svg+xml",
      sha256: hashes.svg,
    },
    { "@id": `figures/${figure.id}.png`, "@type": "File", encodingFormat: "image/png", sha256: hashes.png },
    {
      "@id": `figures/${figure.id}.json`,
      "@type": "File",
      encodingFormat: "application/json",
      "figure:specificationSha256": hashes.spec,
    },
  ]);
  const graph = [
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
        "Every figure of the notebooks with the cell that draws it, the tables it reads and the sources of these",
      license: id("https://spdx.org/licenses/MIT"),
      datePublished: released,
      hasPart: [
        ...pictures.map((picture) => id(picture["@id"])),
        ...[...tables.keys()].map((path) => id(`#${path}`)),
      ],
      mentions: entries.map(({ figure }) => id(`#claim-${figure.id}`)),
    },
    {
      "@id": "#guizhang",
      "@type": "SoftwareApplication",
      name: "guizhang",
      version,
      softwareRequirements: Object.entries(environment).map(([name, value]) => `${name} ${value}`),
    },
    ...entries.flatMap(({ figure, notebook, tables: read }) => [
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
        instrument: [id("#guizhang"), id(`${notebook}.html#cell-${figure.cell}`)],
        object: read.map(({ path }) => id(`#${path}`)),
        result: ["svg", "png", "json"].map((ending) => id(`figures/${figure.id}.${ending}`)),
      },
    ]),
    ...numbers.flatMap(({ number, notebook, cell, printed }, i) => ({
      "@id": `#number-${i + 1}`,
      "@type": "Claim",
      text: number,
      appearance: id(`${notebook}.html#cell-${cell}`),
      ...(printed === null ? {} : { isBasedOn: id(`${notebook}.html#cell-${printed}`) }),
    })),
    ...pictures,
    ...[...tables.values()].map(({ path, sha256, rows }) => ({
      "@id": `#${path}`,
      "@type": "Dataset",
      name: path,
      sha256,
      description: `${rows} rows; a row that rests on a place of a source names it by source, start and end (UTF-16 code units of the decoded text)`,
      ...(path.startsWith("data/study/") && {
        isBasedOn: sources.map(({ source }) => id(`#source-${source}`)),
      }),
    })),
    ...sources.map(({ source, bytes, sha256 }) => ({
      "@id": `#source-${source}`,
      "@type": "Dataset",
      name: source,
      contentSize: String(bytes),
      sha256,
      description: "an original text; not part of this crate",
    })),
  ];
  return { "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph };
}
