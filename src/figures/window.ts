import { type DOMWindow, JSDOM } from "jsdom";
import { canonicalJson } from "./canonical.js";
import { installCellCanvas } from "./cells.js";
import type { Json } from "./normalise.js";
import { plotlySource } from "./resources.js";
import { type Box, boundingBox, type SvgElement, screenBox } from "./text-boxes.js";

/** What is used of plotly.js inside the window. */
export interface PlotlyInWindow {
  newPlot(graph: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  toImage(graph: HTMLElement, options: Record<string, unknown>): Promise<string>;
  purge(graph: HTMLElement): void;
  validate(data: unknown, layout: unknown): readonly PlotlyComplaint[] | undefined;
}

/** One finding of `Plotly.validate`. */
export interface PlotlyComplaint {
  /** kind of finding: schema (unknown attribute), value, object, array, invisible, unused, dynamic */
  readonly code: string;
  readonly msg: string;
}

/** A window without a screen in which plotly.js runs. */
export interface PlotlyWindow {
  readonly plotly: PlotlyInWindow;
  readonly document: Document;
  /** a copy of a value made of the window's own arrays and objects, as plotly expects them */
  adopt(value: Json): unknown;
  /** starts the window's random numbers, from which plotly makes its element names, at a seed */
  seed(value: number): void;
}

let opened: PlotlyWindow | undefined;

/** The window, opened at first use (about 0.7 s) and kept for the life of the process. */
export function plotlyWindow(): PlotlyWindow {
  opened ??= open();
  return opened;
}

function open(): PlotlyWindow {
  const { window } = new JSDOM("<!DOCTYPE html><html><body></body></html>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  installMissingParts(window);
  installTextBoxes(window);
  installCellCanvas(window);
  let state = 1;
  window.Math.random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  window.eval(plotlySource());
  return {
    plotly: window.Plotly as PlotlyInWindow,
    document: window.document,
    adopt: (value) => window.JSON.parse(canonicalJson(value)),
    seed: (value) => {
      state = 1 + (value % 2147483646);
    },
  };
}

function installMissingParts(window: DOMWindow): void {
  const target = window as unknown as Record<string, unknown>;
  target.TextDecoder ??= TextDecoder;
  target.TextEncoder ??= TextEncoder;
  target.Worker ??= class {};
  window.URL.createObjectURL = () => "blob:none";
  window.URL.revokeObjectURL = () => {};
  const ignore = () => {};
  target.matchMedia = () => ({
    matches: false,
    addListener: ignore,
    removeListener: ignore,
    addEventListener: ignore,
    removeEventListener: ignore,
  });
}

function installTextBoxes(window: DOMWindow): void {
  const elements = window.Element.prototype;
  const ordinary = elements.getBoundingClientRect;
  const own = (element: Element) => rectangle(boundingBox(element as unknown as SvgElement));
  const define = (prototype: object, name: string, value: (this: Element) => unknown) =>
    Object.defineProperty(prototype, name, { value, configurable: true });
  define(window.SVGElement.prototype, "getBBox", function () {
    return own(this);
  });
  define(window.SVGElement.prototype, "getComputedTextLength", function () {
    return own(this).width;
  });
  define(elements, "getBoundingClientRect", function () {
    const drawn = this instanceof window.SVGElement && !this.classList.contains("main-svg");
    return drawn ? rectangle(screenBox(this as unknown as SvgElement)) : ordinary.call(this);
  });
}

function rectangle(box: Box | null) {
  const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
}
