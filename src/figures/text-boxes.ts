import { textWidth } from "./font.js";

/** A rectangle in pixels, y downward. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Affine map (x, y) → (a x + c y + e, b x + d y + f), as in SVG. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** What is read of an element; any DOM's element fits. */
export interface SvgElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly parentElement: SvgElement | null;
  readonly children: ArrayLike<SvgElement>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): ArrayLike<SvgElement>;
}

/** Ascent and descent of a line of text in ems: those of common Latin and Chinese screen fonts. */
const ASCENT = 0.93;
const DESCENT = 0.26;

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * The box of an SVG element in its own coordinate system, what a browser's `getBBox` returns.
 *
 * Text is measured with the advance widths of the pinned font, so that the geometry of a figure does not
 * depend on the fonts of the machine that draws it. Positions, anchors, lines and transforms of ancestors count:
 * without them plotly silently drops the labels of the y axis.
 *
 * @returns null for what takes no room
 */
export function boundingBox(element: SvgElement): Box | null {
  switch (element.tagName.toLowerCase()) {
    case "text":
      return textBox(element);
    case "tspan":
      return lineBox(element, fontSize(element), "start", 0, 0);
    case "rect":
    case "image": {
      const [left, top] = [number(element, "x"), number(element, "y")];
      return { left, top, right: left + number(element, "width"), bottom: top + number(element, "height") };
    }
    case "circle": {
      const [x, y, r] = [number(element, "cx"), number(element, "cy"), number(element, "r")];
      return { left: x - r, top: y - r, right: x + r, bottom: y + r };
    }
    case "g":
    case "svg":
    case "a":
      return union(Array.from(element.children, (child) => mapped(boundingBox(child), transform(child))));
    default:
      return null;
  }
}

/** The box of an SVG element on the screen, what a browser's `getBoundingClientRect` returns. */
export function screenBox(element: SvgElement): Box | null {
  let box = boundingBox(element);
  for (let at: SvgElement | null = element; at !== null; at = at.parentElement)
    box = mapped(box, transform(at));
  return box;
}

function textBox(text: SvgElement): Box | null {
  const size = fontSize(text);
  const anchor = inherited(text, "text-anchor") ?? "start";
  const [x, y] = [number(text, "x"), number(text, "y")];
  const lines = Array.from(text.querySelectorAll("tspan.line"));
  if (lines.length === 0) return lineBox(text, size, anchor, x, y);
  return union(
    lines.map((line) => {
      const dy = Number.parseFloat(line.getAttribute("dy") ?? "0") * size;
      const at = (name: "x" | "y", fallback: number) =>
        line.getAttribute(name) === null ? fallback : number(line, name);
      return lineBox(line, size, anchor, at("x", x), at("y", y) + dy);
    }),
  );
}

function lineBox(line: SvgElement, size: number, anchor: string, x: number, y: number): Box | null {
  const width = textWidth(line.textContent ?? "", size);
  if (width === 0) return null;
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
  return { left, top: y - ASCENT * size, right: left + width, bottom: y + DESCENT * size };
}

function fontSize(element: SvgElement): number {
  return Number.parseFloat(inherited(element, "font-size") ?? "12");
}

/** A presentation attribute or style declaration of the element or its nearest ancestor that has one. */
function inherited(element: SvgElement, name: string): string | undefined {
  for (let at: SvgElement | null = element; at !== null; at = at.parentElement) {
    const attribute = at.getAttribute(name);
    if (attribute !== null) return attribute;
    for (const declaration of (at.getAttribute("style") ?? "").split(";")) {
      const colon = declaration.indexOf(":");
      if (colon > 0 && declaration.slice(0, colon).trim() === name)
        return declaration.slice(colon + 1).trim();
    }
  }
  return undefined;
}

function number(element: SvgElement, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? "0") || 0;
}

function transform(element: SvgElement): Matrix {
  let matrix = identity;
  for (const [, name, list] of (element.getAttribute("transform") ?? "").matchAll(/(\w+)\(([^)]*)\)/g)) {
    const n = list!
      .split(/[\s,]+/)
      .filter((part) => part !== "")
      .map(Number);
    matrix = product(matrix, step(name!, n));
  }
  return matrix;
}

function step(name: string, n: readonly number[]): Matrix {
  if (name === "translate") return [1, 0, 0, 1, n[0] ?? 0, n[1] ?? 0];
  if (name === "scale") return [n[0] ?? 1, 0, 0, n[1] ?? n[0] ?? 1, 0, 0];
  if (name === "matrix" && n.length === 6) return n as unknown as Matrix;
  if (name !== "rotate") return identity;
  const angle = ((n[0] ?? 0) * Math.PI) / 180;
  const [cos, sin, x, y] = [Math.cos(angle), Math.sin(angle), n[1] ?? 0, n[2] ?? 0];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function mapped(box: Box | null, m: Matrix): Box | null {
  if (box === null || m === identity) return box;
  const corners = [box.left, box.right].flatMap((x) =>
    [box.top, box.bottom].map((y) => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function union(boxes: readonly (Box | null)[]): Box | null {
  return boxes.reduce((all, box) => {
    if (all === null || box === null) return all ?? box;
    return {
      left: Math.min(all.left, box.left),
      top: Math.min(all.top, box.top),
      right: Math.max(all.right, box.right),
      bottom: Math.max(all.bottom, box.bottom),
    };
  }, null);
}
