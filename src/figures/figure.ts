import type { Data, Layout } from "plotly.js";
import { sha256 } from "../corpus/provenance.js";
import { show } from "../display/show.js";
import { canonicalJson } from "./canonical.js";
import { plotlyText } from "./label-text.js";
import { type Json, normalise } from "./normalise.js";
import type { PlainSpecification } from "./render.js";
import { houseLayout } from "./theme.js";

/**
 * What a chart shows, as plotly takes it: traces and layout. The house style fills in what the layout leaves open. Texts are
 * shown as they are printed, tags too; `\n` breaks a line.
 */
export interface FigureSpec {
  readonly data: readonly Data[];
  readonly layout?: Partial<Layout>;
}

/** What is printed with a figure. */
export interface FigureOptions {
  /** what the figure shows; first line the heading, further lines (such as a translation) smaller below it */
  readonly caption: string;
  /** where the numbers come from, such as `data/study/terms.csv` */
  readonly source: string;
  /** text for readers who do not see the picture; default: caption and source */
  readonly alt?: string;
  /**
   * Input files, relative to the project, whose change must change this figure (checked by `reproduce --alive`), as
   * `data/study/terms.csv` or, for one column, `data/study/terms.csv#count`, or a folder (`data/teaching`); default,
   * also for an empty list: every such file that `source` names.
   */
  readonly inputs?: readonly string[];
}

/** A figure that is not drawn yet. */
interface Specified {
  readonly id: string;
  readonly caption: string;
  readonly source: string;
  readonly alt: string;
  readonly inputs: readonly string[];
  /** the full specification in plain JSON */
  readonly spec: PlainSpecification;
}

/** A figure in every form, with the hashes that `figures.lock.json` keeps. */
export interface Figure extends Specified {
  readonly svg: string;
  readonly png: Uint8Array;
  readonly sha256: { readonly spec: string; readonly svg: string; readonly png: string };
}

/** Files and folders of `data/` that a text names. */
function namedFiles(source: string): string[] {
  return source.match(/\bdata(?:\/[\w-]+(?:\.\w+)*)+(?:#\w+)?/g) ?? [];
}

/**
 * A figure's id, which is also the name of its files.
 *
 * @throws TypeError for anything but lower-case words joined by hyphens
 * @example
 * figureIdOf("fines-by-year") // "fines-by-year"
 */
export function figureIdOf(id: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
  throw new TypeError(`figure requires an id of lower-case words joined by hyphens, got ${id}`);
}

/**
 * Draws a figure without a browser; the same specification gives the same bytes on every machine.
 *
 * Steps: plain JSON (typed arrays unfolded, NaN and undefined refused), check by plotly's own schema (typing errors
 * refused), house style, SVG with text measured in the pinned font, PNG from that SVG.
 *
 * @param id name of the figure, unique in the project: lower-case words joined by hyphens
 * @param spec traces and layout; `null` in a series is a gap
 * @param options caption, source and alternative text
 * @returns every form with its sha256
 * @throws TypeError for a bad id, a value JSON cannot hold, an attribute plotly does not know, a trace that needs WebGL
 * @throws RangeError when a text would be cut
 */
export async function renderFigure(id: string, spec: FigureSpec, options: FigureOptions): Promise<Figure> {
  const specified = specify(id, spec, options);
  // drawing needs a document object model: loaded when the first figure is drawn, not with the library
  const { check, checkCharacters, drawSvg } = await import("./render.js");
  const { drawPng } = await import("./png.js");
  check(specified.spec);
  checkCharacters(specified.spec);
  const svg = await drawSvg(specified.spec, specified.alt);
  const png = await drawPng(svg);
  const hash = sha256(canonicalJson(specified.spec as unknown as Json));
  return { ...specified, svg, png, sha256: { spec: hash, svg: sha256(svg), png: sha256(png) } };
}

/** The full specification of a figure: plain JSON in the house style, with caption and source. */
function specify(id: string, spec: FigureSpec, options: FigureOptions): Specified {
  figureIdOf(id);
  for (const key of ["caption", "source"] as const) {
    if (!options[key]?.trim()) throw new TypeError(`figure ${id} requires a ${key}`);
  }
  const { caption, source, alt = `${caption.replaceAll("\n", " ")} (${source})` } = options;
  const inputs = options.inputs?.length ? options.inputs : namedFiles(source);
  const plain = normalise(
    { data: spec.data, layout: spec.layout ?? {} },
    id,
  ) as unknown as PlainSpecification;
  const layout = normalise(houseLayout(plain.layout, plain.data, { caption, source }));
  const printed = plotlyText({ data: plain.data, layout }) as unknown as PlainSpecification;
  return { id, caption, source, alt, inputs, spec: printed };
}

/**
 * Draws a figure and shows it in the running notebook cell, interactive where the front end can, else as picture.
 * Call it as the last line of a cell with `await`.
 *
 * @param id name of the figure, unique in the project: lower-case words joined by hyphens
 * @param spec traces and layout as plotly takes them; colours, fonts, margins and sizes come from the house style
 * @param options caption (first line heading, further lines smaller), source, alternative text, inputs it depends on
 * @throws TypeError or RangeError as {@link renderFigure}
 */
export async function figure(id: string, spec: FigureSpec, options: FigureOptions): Promise<void> {
  const drawn = await renderFigure(id, spec, options);
  show(
    {
      ...specification(drawn),
      "image/svg+xml": drawn.svg,
      "image/png": Buffer.from(drawn.png).toString("base64"),
      "text/plain": `${drawn.alt}\nfigure ${id}, sha256 ${drawn.sha256.spec}`,
    },
    about(drawn),
  );
}

/** As {@link figure}, without the pictures: for checks that only ask whether a figure changes. */
export async function showSpecification(id: string, spec: FigureSpec, options: FigureOptions): Promise<void> {
  const specified = specify(id, spec, options);
  show({ ...specification(specified), "text/plain": specified.alt }, about(specified));
}

const specification = ({ spec: { data, layout } }: Specified) => ({
  "application/vnd.plotly.v1+json": { data, layout },
});
const about = ({ id, inputs }: Specified) => ({ guizhang: { figure: id, inputs } });
