import type { FigureSpec } from "../../src/figures/figure.js";

const types = ["罚款", "警告", "取消评先资格", "移送司法机关处理"];

/** One small chart of each kind that the notebooks draw. */
export const kinds = {
  bars: {
    data: [
      { type: "bar", orientation: "h", name: "全部文本", y: types, x: [40, 30, 20, 10] },
      { type: "bar", orientation: "h", name: "去除近似重复后", y: types, x: [30, 20, 15, 9] },
    ],
    layout: { yaxis: { autorange: "reversed" }, xaxis: { title: { text: "条款数" } } },
  },
  heat: {
    data: [
      {
        type: "heatmap",
        x: ["单位", "个人"],
        y: types,
        z: [
          [1, 2],
          [3, 4],
          [5, null],
          [7, 8],
        ],
        texttemplate: "%{z}",
      },
    ],
  },
  amounts: {
    data: [
      {
        type: "scatter",
        mode: "markers",
        y: types,
        x: [200, 1000, 5000, 20000],
        error_x: { type: "data", symmetric: false, array: [10, 20, 30, 40], arrayminus: [5, 5, 5, 5] },
      },
    ],
    layout: { xaxis: { type: "log" } },
  },
  stacked: {
    data: ["轻", "中", "重"].map((name) => ({ type: "bar" as const, name, x: ["001", "002"], y: [1, 2] })),
    layout: { barmode: "stack" },
  },
  network: {
    data: [
      { type: "scatter", mode: "lines", x: [0, 1, null, 1, 2], y: [0, 1, null, 1, 0] },
      { type: "scatter", mode: "text+markers", x: [0, 1, 2], y: [0, 1, 0], text: ["甲", "乙", "丙"] },
    ],
  },
  treemap: {
    data: [
      { type: "treemap", labels: ["全部", "罚款", "警告"], parents: ["", "全部", "全部"], values: [0, 3, 2] },
    ],
  },
  icicle: {
    data: [
      { type: "icicle", labels: ["全部", "罚款", "警告"], parents: ["", "全部", "全部"], values: [0, 3, 2] },
    ],
  },
  sankey: {
    data: [
      {
        type: "sankey",
        node: { label: ["未完成", "单位", "罚款"] },
        link: { source: [0, 1], target: [1, 2], value: [3, 3] },
      },
    ],
  },
  box: { data: [{ type: "box", name: "消防条例", y: [1, 2, 3, 9], boxpoints: "all", jitter: 0.3 }] },
  pie: { data: [{ type: "pie", labels: ["50%罚款", "警告"], values: [1, 1] }] },
} satisfies Record<string, FigureSpec>;
