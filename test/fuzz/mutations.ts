// What can be wrong with a harvested text, as functions from a text and a stream of random numbers.
import type { Random } from "../../src/stats/random.js";

/** Changes a text; `other` is a second text to take from. */
export type Mutation = (text: string, random: Random, other: string) => string;

const pick = <T>(random: Random, list: readonly T[]): T => list[random.below(list.length)]!;
const repeated = (random: Random, list: readonly string[], count: number): string =>
  Array.from({ length: count }, () => pick(random, list)).join("");
const place = (random: Random, text: string): number => random.below(text.length + 1);

function inserted(text: string, random: Random, piece: string): string {
  const at = place(random, text);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Puts a piece drawn from a list at several places. */
function sprinkled(text: string, random: Random, list: readonly string[]): string {
  let changed = text;
  for (let i = 1 + random.below(30); i > 0; i--) changed = inserted(changed, random, pick(random, list));
  return changed;
}

function stretch(text: string, random: Random): { start: number; end: number } {
  const start = place(random, text);
  return { start, end: Math.min(text.length, start + random.below(200)) };
}

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

const OPEN = [..."（([【《〈「『“‘｛{〔"];
const CLOSE = [..."）)]】》〉」』”’｝}〕"];
const ENUMERATORS =
  "一、|二、|十一、|（一）|（二）|(三)|1、|2.|３、|(1)|⑴|①|㈠|一是|二是|第一，|第一条　|第二章　|第三节 |第四编 |附件1：|1.1.1 |A.|a)|Ⅰ、|百、|（百二十）|第九百九十九条之一".split(
    "|",
  );
const PUNCTUATION = [
  ..."。，、；：？！…—·～〔〕（）《》“”‘’【】〖〗.,;:?!'\"()[]{}<>/\\|-_=+*&^%$#@~` \n\r\t　",
];
const CONTROLS = [...range(0, 0x1f), ...range(0x7f, 0x9f)];
const INVISIBLE = [
  ...range(0x200b, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2060, 0x2069),
  "\ufeff",
  "\u00ad",
];
const COMBINING = [
  ...range(0x300, 0x36f),
  ...range(0x20d0, 0x20f0),
  "\u3099",
  "\u309a",
  "\ufe0f",
  "\u{e0100}",
];
const ASTRAL = ["𠮷", "𠀀", "𪚥", "😀", "𝟙", "𝟘", "🄀", "🈚", "\u{10ffff}", "\u{1f1e8}\u{1f1f3}", "👨‍👩‍👧"];
const LONE = ["\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800"];
const NUMERALS =
  "9|99999999999999999999|1e309|Infinity|NaN|-0|0|００００|一|零|〇|○|万|亿|兆|万亿亿亿亿|九千九百九十九万亿|百百百|十十|千万百十|半|两|廿|卅|壹佰贰拾|1.2.3.4|0.000000000000000000001|１２，３４５|1,2,3,4,5|½|②|Ⅳ|3／4|百分之百分之五|千分之零|100%%|％％|几|若干|多".split(
    "|",
  );
const UNITS =
  "元|万元|亿元|倍|%|‰|年|个月|日|天|岁|分|人|例|个百分点|周岁|小时|以上|以下|至|-|—|～|不低于|不超过|的".split(
    "|",
  );
const CUES =
  "罚款|处|并处|没收违法所得|警告|记过|开除|吊销许可证|责令改正|通报批评|一票否决|扣发工资|扣5分|奖励|给予补助|优先|免费|追究刑事责任|拘留|由公安机关|情节严重的，|违反本规定的，|每例|每人|合计|其中|共|比上年增长|占|达到|不低于|完成率|有下列情形之一的：".split(
    "|",
  );
const MARKUP = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "<svg onload=alert(1)>",
  "<!--",
  "]]>",
  "<table><tr><td>",
  "&nbsp;",
  "&#0;",
  "&#xd800;",
  "&#x110000;",
  "&amp;amp;",
  "$\\frac{1}{0}$",
  "\\input{/etc/passwd}",
  "**粗体**",
  "[链接](javascript:alert(1))",
  "```",
  "\u001b[2J",
  "\u001b]0;title\u0007",
  "=1+1",
  "@SUM(A1)",
  "-罚款",
  "+罚款",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "../../../etc/passwd",
  "%s%n",
  "$&",
  "$1",
];

/** Every kind of change to a text, by name. */
export const TEXT_MUTATIONS: Readonly<Record<string, Mutation>> = {
  cut: (text, random) => text.slice(0, place(random, text)),
  without_beginning: (text, random) => text.slice(place(random, text)),
  stretch_lost: (text, random) => {
    const { start, end } = stretch(text, random);
    return text.slice(0, start) + text.slice(end);
  },
  stretch_repeated: (text, random) => {
    const { start, end } = stretch(text, random);
    return text.slice(0, end) + text.slice(start, end).repeat(1 + random.below(20)) + text.slice(end);
  },
  spliced: (text, random, other) => text.slice(0, place(random, text)) + other.slice(place(random, other)),
  lines_shuffled: (text, random) => {
    const lines = text.split("\n");
    for (let i = lines.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [lines[i], lines[j]] = [lines[j]!, lines[i]!];
    }
    return lines.join("\n");
  },
  line_breaks: (text, random) =>
    pick(random, [
      (t: string) => t.replaceAll("\n", ""),
      (t: string) => t.replaceAll("\n", "\r"),
      (t: string) => t.replaceAll("\n", "\u2028"),
      (t: string) => Array.from(t).join("\n"),
      (t: string) => t.replaceAll("\n", "\n".repeat(50)),
    ])(text.slice(0, 2000)),
  deep_brackets: (text, random) => {
    const depth = 1 + random.below(500);
    const kinds = repeated(random, OPEN, depth);
    return inserted(text, random, random.below(2) === 0 ? kinds : kinds + repeated(random, CLOSE, depth));
  },
  deep_enumerators: (text, random) =>
    inserted(
      text,
      random,
      `\n${Array.from({ length: 1 + random.below(200) }, () => pick(random, ENUMERATORS)).join(pick(random, ["", "\n", "甲乙；\n"]))}`,
    ),
  enumerators_everywhere: (text, random) =>
    sprinkled(
      text,
      random,
      ENUMERATORS.map((e) => `\n${e}`),
    ),
  long_line: (text, random, other) =>
    inserted(text, random, (other.replaceAll("\n", "") || "罚").repeat(20).slice(0, 20_000)),
  only_punctuation: (_, random) => repeated(random, PUNCTUATION, random.below(3000)),
  punctuation: (text, random) => sprinkled(text, random, PUNCTUATION),
  controls: (text, random) => sprinkled(text, random, CONTROLS),
  invisible: (text, random) => sprinkled(text, random, INVISIBLE),
  combining: (text, random) =>
    sprinkled(
      text,
      random,
      COMBINING.map((c) => c.repeat(1 + random.below(50))),
    ),
  astral: (text, random) => sprinkled(text, random, ASTRAL),
  lone_surrogates: (text, random) => sprinkled(text, random, LONE),
  absurd_numerals: (text, random) =>
    sprinkled(
      text,
      random,
      Array.from(
        { length: 10 },
        () => repeated(random, NUMERALS, 1 + random.below(60)) + repeated(random, UNITS, random.below(4)),
      ),
    ),
  numbers_changed: (text, random) =>
    text.replace(/\d+|[一二三四五六七八九十百千万]+/g, (n) =>
      random.below(3) === 0 ? pick(random, NUMERALS) : n,
    ),
  overlapping_cues: (text, random) =>
    inserted(
      text,
      random,
      repeated(random, [...CUES, ...NUMERALS.slice(0, 8), ...UNITS], 50 + random.below(400)),
    ),
  cues_everywhere: (text, random) => sprinkled(text, random, CUES),
  markup: (text, random) => sprinkled(text, random, MARKUP),
  characters_swapped: (text, random) => {
    const characters = text.split("");
    for (let i = 1 + random.below(100); i > 0 && characters.length > 0; i--) {
      characters[random.below(characters.length)] = String.fromCharCode(random.below(0x10000));
    }
    return characters.join("");
  },
  misread: (text, random) => {
    const bytes = Buffer.from(text.slice(0, 2000));
    return new TextDecoder(pick(random, ["gb18030", "latin1", "big5", "utf-16le"])).decode(bytes);
  },
};

/** The one text that each kind of hostile text becomes where it is made very long. */
export const LONG_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  "one line without a mark": (n) => "罚".repeat(n),
  "one line of cues and amounts": (n) => "并处五百元以上一千元以下罚款，".repeat(n / 15),
  "one line of one clause": (n) => `违反${"本规定第一条和".repeat(n / 7)}的，处罚款。`,
  "open brackets": (n) => "（".repeat(n),
  "nested brackets": (n) => "（".repeat(n / 2) + "）".repeat(n / 2),
  enumerators: (n) => "一、（一）1、(1)①\n".repeat(n / 12),
  "items of one list": (n) => Array.from({ length: n / 10 }, (_, i) => `${i + 1}、扣5分；`).join("\n"),
  articles: (n) =>
    Array.from({ length: n / 25 }, (_, i) => `第${i + 1}条　违反的，处五百元罚款。`).join("\n"),
  "one numeral": (n) => `罚款${"9".repeat(n)}元。`,
  "one Chinese numeral": (n) => `罚款${"九百".repeat(n / 2)}元。`,
  sums: (n) => "合计10人，其中甲3人，乙7人，".repeat(n / 16),
  percentages: (n) => "达到95%以上，占5%，比上年增长3%，".repeat(n / 20),
  "empty lines": (n) => "\n".repeat(n),
  blanks: (n) => ` 　\t${" ".repeat(n)}罚款`,
  punctuation: (n) => "。，；：".repeat(n / 4),
  "page marks": (n) => "—1—\n总第5页\n".repeat(n / 10),
  masks: (n) => "某某XX**元".repeat(n / 7),
  "combining marks": (n) => `罚${"\u0301".repeat(n)}款`,
  "zero-width characters": (n) => "罚\u200b款\u200d".repeat(n / 4),
  astral: (n) => "𠮷".repeat(n / 2),
  "tags that never close": (n) => "<td ".repeat(n / 4),
  titles: (n) => "关于加强工作的通知\n".repeat(n / 10),
  quotes: (n) => "“".repeat(n / 2) + "《".repeat(n / 2),
};
