import type { DOMWindow } from "jsdom";

/** One filled rectangle that plotly drew on a canvas. */
interface Fill {
  readonly color: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SCHEME = "data:image/png;cells,";

/**
 * Gives a window a canvas that remembers filled rectangles instead of painting pixels.
 *
 * plotly draws heat maps on a canvas and embeds the pixels; `vectorCells` turns what was remembered into
 * vector rectangles, which are sharp at every size and need no image encoder whose bytes could differ.
 */
export function installCellCanvas(window: DOMWindow): void {
  const fills = new WeakMap<object, Fill[]>();
  const canvas = window.HTMLCanvasElement.prototype;
  Object.defineProperty(canvas, "getContext", {
    value(this: HTMLCanvasElement, kind: string) {
      if (kind !== "2d") return null;
      const drawn = fills.get(this) ?? [];
      fills.set(this, drawn);
      return {
        canvas: this,
        fillStyle: "#000000",
        fillRect(x: number, y: number, width: number, height: number) {
          if (this.fillStyle.replaceAll(" ", "") === "rgba(0,0,0,0)") return;
          drawn.push({ color: this.fillStyle, x, y, width, height });
        },
        putImageData() {
          throw new TypeError("figure requires a heat map with cells (zsmooth false), got a smoothed one");
        },
        createImageData: (width: number, height: number) => ({
          width,
          height,
          data: new Uint8ClampedArray(width * height * 4),
        }),
        measureText: (text: string) => ({ width: text.length * 6 }),
      };
    },
  });
  Object.defineProperty(canvas, "toDataURL", {
    value(this: HTMLCanvasElement) {
      const { width, height } = this;
      const content = JSON.stringify({ width, height, fills: fills.get(this) ?? [] });
      return SCHEME + Buffer.from(content).toString("base64");
    },
  });
}

/** Replaces the images of remembered cells in an SVG by groups of rectangles. */
export function vectorCells(svg: string): string {
  return svg.replace(/<image\b[^>]*?\/>|<image\b[^>]*>\s*<\/image>/g, (image) => {
    const at = image.indexOf(SCHEME);
    if (at < 0) return image;
    const base64 = image.slice(at + SCHEME.length, image.indexOf('"', at));
    const drawn = JSON.parse(Buffer.from(base64, "base64").toString()) as {
      width: number;
      height: number;
      fills: Fill[];
    };
    const attribute = (name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(image)?.[1] ?? 0);
    const scaleX = attribute("width") / drawn.width;
    const scaleY = attribute("height") / drawn.height;
    const rectangles = drawn.fills.map(({ color, x, y, width, height }) => {
      const [fill, opacity] = colorAndOpacity(color);
      const left = Math.min(x, x + width) * scaleX;
      const top = Math.min(y, y + height) * scaleY;
      const size = `width="${round(Math.abs(width) * scaleX)}" height="${round(Math.abs(height) * scaleY)}"`;
      return `<rect x="${round(left)}" y="${round(top)}" ${size} fill="${fill}"${opacity}/>`;
    });
    const place = `translate(${round(attribute("x"))},${round(attribute("y"))})`;
    return `<g transform="${place}" shape-rendering="crispEdges">${rectangles.join("")}</g>`;
  });
}

/** A CSS color as SVG 1.1 understands it: `rgba(1,2,3,0.5)` becomes `rgb(1,2,3)` and an opacity. */
function colorAndOpacity(color: string): [fill: string, opacity: string] {
  const parts = /^rgba\(([^,]+),([^,]+),([^,]+),([^)]+)\)$/.exec(color.replaceAll(" ", ""));
  if (parts === null) return [color, ""];
  const opacity = Number(parts[4]) === 1 ? "" : ` fill-opacity="${parts[4]}"`;
  return [`rgb(${parts[1]},${parts[2]},${parts[3]})`, opacity];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
