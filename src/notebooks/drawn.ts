import { sha256 } from "../corpus/provenance.js";
import { figureIdOf } from "../figures/figure.js";
import type { JsonValue, Notebook, Output } from "./notebook.js";

const PLOTLY = "application/vnd.plotly.v1+json";

/** A figure as a notebook's output holds it. */
export interface DrawnFigure {
  readonly id: string;
  /** number of the cell that shows it, from 1 */
  readonly cell: number;
  readonly spec: JsonValue;
  readonly svg: string;
  readonly png: Uint8Array;
  /** printed below it: caption, source */
  readonly text: string;
  /** input files whose change must change it */
  readonly inputs: readonly string[];
}

/** sha256 of a figure's three forms. */
export interface FigureHashes {
  readonly spec: string;
  readonly svg: string;
  readonly png: string;
}

/** The figures in the outputs of a notebook, in order. */
export function drawnFigures(notebook: Notebook): DrawnFigure[] {
  return notebook.cells.flatMap((cell, i) =>
    cell.outputs.flatMap((output) => {
      const id = figureId(output);
      if (id === null || output.output_type !== "display_data") return [];
      const { data, metadata } = output;
      const { inputs = [] } = metadata.guizhang as { inputs?: readonly string[] };
      return [
        {
          id,
          cell: i + 1,
          spec: data[PLOTLY] ?? null,
          svg: String(data["image/svg+xml"] ?? ""),
          png: Buffer.from(String(data["image/png"] ?? ""), "base64"),
          text: String(data["text/plain"] ?? ""),
          inputs,
        },
      ];
    }),
  );
}

/** The id of the figure that an output shows, null for any other output. */
export function figureId(output: Output): string | null {
  if (output.output_type !== "display_data" || !(PLOTLY in output.data)) return null;
  const own = output.metadata.guizhang as { figure?: JsonValue } | undefined;
  return typeof own?.figure === "string" ? figureIdOf(own.figure) : null;
}

/** The hashes that the lock file keeps of a figure. */
export function figureHashes({ spec, svg, png }: DrawnFigure): FigureHashes {
  return { spec: sha256(sortedJson(spec)), svg: sha256(svg), png: sha256(png) };
}

/** JSON with sorted keys and no white space. */
export function sortedJson(value: JsonValue): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (item === null || typeof item !== "object" || Array.isArray(item)) return item;
    const object = item as Record<string, unknown>;
    return Object.fromEntries(
      Object.keys(object)
        .sort()
        .map((key) => [key, object[key]]),
    );
  });
}
