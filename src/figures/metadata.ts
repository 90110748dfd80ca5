import { VERSION } from "../study/version.js";
import { printedText } from "./label-text.js";
import type { PlainSpecification } from "./render.js";

/** Who made a figure and under which licence it may be used; null where nobody said. */
export interface FigureCredits {
  readonly creator: string | null;
  readonly rights: string | null;
}

/** What a figure's file says about itself when it leaves the project. */
export interface FigureMetadata extends FigureCredits {
  readonly id: string;
  /** the heading as drawn, in one line */
  readonly title: string;
  /** caption and source in one line */
  readonly description: string;
  /** input files, separated by commas; null where none is named */
  readonly source: string | null;
  /** sha256 of the canonical JSON of the specification, as `figures.lock.json` has it */
  readonly spec: string;
  /** program and version */
  readonly software: string;
}

/** The parts of a drawn figure that its metadata are taken from. */
export interface DescribedFigure {
  readonly id: string;
  readonly alt: string;
  readonly inputs: readonly string[];
  readonly spec: PlainSpecification;
  readonly sha256: { readonly spec: string };
}

/** The metadata of a figure, from what was drawn. */
export function figureMetadata(figure: DescribedFigure, credits: FigureCredits): FigureMetadata {
  const { id, alt, inputs, spec, sha256 } = figure;
  return {
    id,
    title: heading(spec.layout.title) ?? alt,
    description: alt,
    source: inputs.length > 0 ? inputs.join(", ") : null,
    spec: sha256.spec,
    ...credits,
    software: `guizhang ${VERSION}`,
  };
}

/** A layout's title in one line without format; broken Chinese lines are joined without a space. */
function heading(title: unknown): string | null {
  const text = typeof title === "object" && title !== null ? (title as { text?: unknown }).text : title;
  if (typeof text !== "string" || text.trim() === "") return null;
  return printedText(text)
    .replace(/(?<=[\u2e80-\uffef])\n(?=[\u2e80-\uffef])/g, "")
    .replaceAll("\n", " ");
}
