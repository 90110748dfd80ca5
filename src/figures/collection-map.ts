import type { Data } from "plotly.js";
import type { DuplicateRecord } from "../duplicates/records.js";
import type { NoiseKind, NoiseRecord } from "../repair/repaired-text.js";
import type { Span } from "../span.js";
import type { Genre } from "../structure/records.js";
import type { FigureSpec } from "./figure.js";
import type { WeightedPart } from "./holdings.js";
import { bold } from "./label-text.js";
import { INK, PALETTE } from "./palette.js";

/** What a map of collections is drawn from; a Study has it all. */
export interface MappedCollections {
  readonly sources: readonly { readonly source: string; readonly characters: number }[];
  readonly parts: readonly WeightedPart[];
  readonly noise: readonly NoiseRecord[];
  readonly duplicates: readonly DuplicateRecord[];
}

/** Genres that share a colour: more than six colours on one map cannot be told apart. */
const FAMILIES: readonly { readonly name: string; readonly genres: readonly Genre[] }[] = [
  { name: "contract 责任书", genres: ["responsibility_contract"] },
  {
    name: "decision, measures, opinion 决定、办法、意见",
    genres: ["decision", "measures", "opinion", "statute"],
  },
  { name: "plan 方案", genres: ["implementation_plan"] },
  { name: "report, speech 报告、讲话", genres: ["report", "speech"] },
  { name: "manual, functions 制度、职能", genres: ["rules_manual", "functions"] },
  { name: "notice, Q&A, other 通知、问答、其他", genres: ["notice", "qa_script", "other"] },
];

/** Lanes of noise below the documents. Broken lines and page marks are mended by repair and not drawn. */
const NOISE_LANES: readonly { readonly name: string; readonly kinds: readonly NoiseKind[] }[] = [
  { name: "masked 掩蔽", kinds: ["masked"] },
  { name: "year overwritten 年份改写", kinds: ["year_artifact"] },
  { name: "lost 缺失", kinds: ["truncated"] },
  {
    name: "foreign, garbled 杂入、乱码",
    kinds: ["boilerplate", "mojibake", "html_residue", "ocr_error", "place_swap"],
  },
];

const LANES = 2 + NOISE_LANES.length;
const LANE_HEIGHT = 17;

/**
 * A map of each collection: its documents in their place along the file, coloured by genre, copies that do not count
 * hollow; below them the passages that stand elsewhere too, and the noise by kind.
 *
 * @param collections files, parts with weights, noise and near-duplicates
 * @returns specification; one block of six lanes a file, files from above in the order given
 * @example
 * const parts = [], noise = [], duplicates = [];
 * collectionMap({ sources: [{ source: "a.txt", characters: 9 }], parts, noise, duplicates }).data.length // 0
 */
export function collectionMap({ sources, parts, noise, duplicates }: MappedCollections): FigureSpec {
  const longest = Math.max(1, ...sources.map(({ characters }) => characters));
  const block = new Map(sources.map(({ source }, i) => [source, i]));
  const y = (source: string, lane: number) => -(block.get(source) ?? 0) * (LANES + 1) - lane;
  const data: Data[] = [];
  for (const [i, { name, genres }] of FAMILIES.entries()) {
    const shown = parts.filter(({ genre }) => genres.includes(genre));
    const color = PALETTE[i] as string;
    for (const counted of [true, false]) {
      const drawn = shown.filter(({ weight }) => weight > 0 === counted);
      if (drawn.length === 0) continue;
      data.push({
        ...spans(drawn, (part) => y(part.source, 0), 0, 1.15),
        name,
        marker: {
          color: counted ? color : "#ffffff",
          line: { width: 2, color: counted ? "#ffffff" : color },
        },
        text: drawn.map((part) => (part.end - part.start > longest / 50 ? part.part : "")),
        textposition: "inside",
        insidetextanchor: "middle",
        textangle: 0,
        textfont: { color: counted && i < 3 ? "#ffffff" : INK.text, size: 12 },
        legendgroup: name,
        showlegend: counted || !shown.some(({ weight }) => weight > 0),
      } as Data);
    }
  }
  const passages = duplicates.filter(({ level }) => level !== "part").flatMap(({ a, b }) => [a, b]);
  const lanes: { found: readonly (Span & { readonly source: string })[]; lane: number }[] = [
    { found: passages, lane: 1 },
    ...NOISE_LANES.map(({ kinds }, i) => ({
      found: noise.filter(({ kind }) => kinds.includes(kind)),
      lane: i + 2,
    })),
  ];
  for (const { found, lane } of lanes) {
    if (found.length === 0) continue;
    data.push({
      ...spans(found, ({ source }) => y(source, lane), longest / 350, 0.62),
      marker: { color: lane === 1 ? INK.axis : INK.text },
      showlegend: false,
    } as Data);
  }
  const names = ["", "repeated passage 重复段落", ...NOISE_LANES.map(({ name }) => name)];
  const ticks = sources.flatMap(({ source }) =>
    names.map((name, lane) => ({
      at: y(source, lane),
      text: lane === 0 ? bold(shortName(source)) : name,
    })),
  );
  return {
    data,
    layout: {
      barmode: "overlay",
      height: 190 + LANE_HEIGHT * (LANES + 1) * sources.length,
      xaxis: {
        title: { text: "place in the file, characters 文件中的位置（字符）" },
        range: [0, longest * 1.005],
      },
      yaxis: {
        tickvals: ticks.map(({ at }) => at),
        ticktext: ticks.map(({ text }) => text),
        tickfont: { size: 12 },
        range: [-(LANES + 1) * sources.length + 0.7, 1],
        showgrid: false,
        ticks: "",
      },
      legend: { orientation: "h", x: 0, y: -0.09, yanchor: "top" },
    },
  };
}

/** Horizontal bars from start to end, none narrower than `least`. */
function spans<T extends Span>(found: readonly T[], at: (item: T) => number, least: number, width: number) {
  return {
    type: "bar" as const,
    orientation: "h" as const,
    y: found.map(at),
    base: found.map(({ start }) => start),
    x: found.map(({ start, end }) => Math.max(least, end - start)),
    width,
    hoverinfo: "none" as const,
  };
}

/** The name of a file up to its first underscore, or without its ending. */
export function shortName(source: string): string {
  const name = source.slice(source.lastIndexOf("/") + 1);
  return name.includes("_") ? name.slice(0, name.indexOf("_")) : name.replace(/\.[a-z]+$/, "");
}
