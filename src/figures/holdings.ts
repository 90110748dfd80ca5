import type { Genre, Part } from "../structure/records.js";
import type { FigureSpec } from "./figure.js";

/** Names of the genres in both languages. */
export const GENRE_NAMES: Readonly<Record<Genre, string>> = {
  responsibility_contract: "responsibility contract 责任书",
  decision: "decision 决定",
  measures: "measures 办法",
  implementation_plan: "implementation plan 方案",
  report: "report 报告",
  speech: "speech 讲话",
  notice: "notice 通知",
  opinion: "opinion 意见",
  rules_manual: "rules and manuals 制度",
  functions: "functions 职能",
  qa_script: "questions and answers 问答",
  statute: "statute 法规",
  other: "other 其他",
};

/** A part with its weight in counts: 1 counted, 0 a copy of a text that is counted elsewhere. */
export type WeightedPart = Part & { readonly weight: number };

/**
 * What collections hold: characters by genre, every copy beside each text once, as horizontal bars.
 *
 * @param parts constituent documents with their weights
 * @returns plotly traces and layout; genres by falling size, ties by name
 * @example
 * holdings([]).data.length // 2
 */
export function holdings(parts: readonly WeightedPart[]): FigureSpec {
  const sum = (genre: Genre, weigh: (part: WeightedPart) => number): number =>
    parts.filter((p) => p.genre === genre).reduce((total, p) => total + (p.end - p.start) * weigh(p), 0);
  const genres = [...new Set(parts.map((p) => p.genre))].sort(
    (a, b) => sum(a, () => 1) - sum(b, () => 1) || (a < b ? 1 : -1),
  );
  const y = genres.map((genre) => `${GENRE_NAMES[genre]} (${parts.filter((p) => p.genre === genre).length})`);
  const bar = (name: string, weigh: (part: WeightedPart) => number): FigureSpec["data"][number] => {
    const x = genres.map((genre) => sum(genre, weigh));
    return { type: "bar", orientation: "h", name, y, x, text: x.map(String), textposition: "outside" };
  };
  return {
    data: [bar("each text once 每文一次", (p) => p.weight), bar("every copy 全部副本", () => 1)],
    layout: {
      barmode: "group",
      height: 130 + 44 * genres.length + 70,
      xaxis: { title: { text: "characters 字符数" }, rangemode: "tozero" },
      legend: { traceorder: "reversed", orientation: "h", y: -0.12, x: 0 },
    },
  };
}
