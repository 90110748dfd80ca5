import type { Span } from "../span.js";
import { bond, type CharacterCounts, isHan } from "./characters.js";
import { readEnumerator } from "./enumerators.js";
import { readLexicon } from "./lexicon.js";
import { columns, isBrokenTitle, isOddOneOut, lineWidth, printedWidth } from "./line-evidence.js";

const edges = readLexicon("line-edges", ["word", "side", "note"]);
const words = (side: string): string =>
  edges.flatMap((row) => (row.side === side ? [row.word] : [])).join("|");
const ENDS_OPEN = new RegExp(`(?:${words("end")})$`, "u");
const STARTS_INSIDE = new RegExp(`^(?:${words("start")})`, "u");
const OPENS = new RegExp(`^(?:${words("opens")})`, "u");

/** Whether a text ends with a word that needs a successor (并, 对, 进一步). */
export function endsOpen(text: string): boolean {
  return ENDS_OPEN.test(text);
}

/** Signs after which a line is finished. */
const FINISHED = /[。；！？：:;!?…》”’」』）)\]〕】.|>％%‰*＊_]$/u;
/** A line that ends with a document number, a date or a heading of the collection is finished. */
const NUMBER_OR_DATE =
  /\d\s*号$|[\d一二三四五六七八九十]日$|第[一二三四五六七八九十百\d]{1,4}篇[：:][^。；，]{2,60}$/u;
/** Signs after which a line that ends inside a quotation is the end of one of its paragraphs. */
const STOPPED = /[。；！？：;!?:]/u;
/** Openings of a block of its own: headings of a collection, a label with a colon, 关于…, Markdown, a bullet. */
const NEW_BLOCK =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[篇章节条编]|[^，。；：:]{1,9}[：:]|关于|附件|附[：:]|[#|<>☆★●■◆·•*\-—【〔])/u;
const RUNNING = /[。；！？，,;]/u;
/** A line that ends as titles do: …办法, …规定（试行）. */
const TITLE_END =
  /(?:通知|通报|决定|意见|办法|规定|细则|条例|方案|报告|总结|责任书|责任状|制度)(?:[（(][^（）()]{1,12}[）)])?$/u;
const BRACKETS: Readonly<Record<string, string>> = { "（": "）", "(": ")", "《": "》", "“": "”", "〔": "〕" };

/** Characters by which the openings of lines are compared. */
const OPENING = 12;

/** What the lines of a text as a whole say about its breaks. */
export interface TextLayout {
  readonly markdown: boolean;
  /** width at which all lines were cut */
  readonly width: number | null;
  /** whether all lines are indented, so that indentation marks no paragraph */
  readonly indented: boolean;
  /** openings of lines that stand at the start of more than one */
  readonly openings: ReadonlySet<string>;
}

/** What the lines of a text as a whole say about its breaks. */
export function layoutOf(text: string, lines: readonly Span[]): TextLayout {
  return {
    markdown: /^#{1,6} /u.test(text),
    width: printedWidth(text, lines),
    indented: lines.filter((line) => isIndented(text, line)).length > 0.98 * lines.length,
    openings: repeatedOpenings(text, lines),
  };
}

function repeatedOpenings(text: string, lines: readonly Span[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { start, end } of lines) {
    if (end - start < OPENING) continue;
    const opening = text.slice(start, start + OPENING);
    if (seen.has(opening)) repeated.add(opening);
    seen.add(opening);
  }
  return repeated;
}

/** The weakest evidence: nothing but that the line above has no end. Where text is lost, the same shows. */
export const WITHOUT_END = "the line above is running text without an end";

/** What the line above a break looks like: a heading or other short line that is whole by itself, or running text. */
type Upper = "short" | "running";

/**
 * The evidence that a sentence goes on over the break below line i, null where there is none.
 *
 * @param text the text as read
 * @param lines its lines
 * @param i number of the line above the break
 * @param counts the text's characters and pairs
 * @param layout what its lines as a whole say
 * @param marked whether a page mark stands at the break
 */
export function joinReason(
  text: string,
  lines: readonly Span[],
  i: number,
  counts: CharacterCounts,
  { markdown, width, indented, openings }: TextLayout,
  marked: boolean,
): string | null {
  const upper = lines[i] as Span;
  const lower = lines[i + 1] as Span;
  const last = text[upper.end - 1] as string;
  const first = text[lower.start] as string;
  const head = text.slice(lower.start, Math.min(lower.end, lower.start + 40));
  if (NEW_BLOCK.test(head) || (readEnumerator(text, lower.start) && !continues(text, upper, lower)))
    return null;
  const tail = text.slice(Math.max(upper.start, upper.end - 200), upper.end);
  if (
    !STOPPED.test(last) &&
    openBracket(tail, text.slice(lower.start, Math.min(lower.end, lower.start + 60)))
  ) {
    return "the line above ends inside brackets";
  }
  if (FINISHED.test(last) || NUMBER_OR_DATE.test(tail)) return null;
  if (!indented && isIndented(text, lower)) return null;
  const full = width !== null && lineWidth(text, upper) >= width - 2;
  if (full && /[\p{L}\p{N}]/u.test(last) && /[\p{L}\p{N}（(《“%％‰]/u.test(first)) {
    return "the line above fills the printed width";
  }
  const list = isShortList(text, lines, i);
  if (!list && /[、，,]/u.test(last)) return "the line above ends with a comma";
  if (!isHan(first) || !/[\p{L}\p{N}“”"]/u.test(last)) return null;
  if (STARTS_INSIDE.test(head)) return "the line below opens with a word that cannot open a sentence";
  const kind = upperKind(text, upper, marked);
  const starts = openings.has(head.slice(0, OPENING)); // a title printed twice begins a paragraph
  const word = bond(counts, last, first);
  if (kind === "short") {
    const lowerShort = !RUNNING.test(text.slice(lower.start, lower.end)) && lower.end - lower.start <= 40;
    if (word >= (lowerShort ? 0.25 : 0.6)) return "the break stands inside a word";
    if (lowerShort && isBrokenTitle(text.slice(upper.start, upper.end), text.slice(lower.start, lower.end))) {
      return "the title goes on below";
    }
    if (!markdown && !lowerShort && isOddOneOut(text, lines, i)) {
      return "the items before and after are finished sentences";
    }
    return ENDS_OPEN.test(tail) && !markdown && !starts
      ? "the line above ends with a word that needs a successor"
      : null;
  }
  if (word >= 0.25) return "the break stands inside a word";
  if (starts) return null;
  if (ENDS_OPEN.test(tail)) return "the line above ends with a word that needs a successor";
  const below = text.slice(lower.start, Math.min(lower.end, lower.start + 60));
  const whole = !RUNNING.test(below) && (lower.end - lower.start <= 20 || TITLE_END.test(below)); // who signs, a heading, a title
  if (markdown || whole || OPENS.test(head)) return null;
  return WITHOUT_END;
}

/** Short lines that end with a comma each (甲村，十二户，⏎乙村，九户，), or hold no other one (委员长，⏎副委员长若干人，). */
function isShortList(text: string, lines: readonly Span[], i: number): boolean {
  const [above, upper, lower] = [lines[i - 1], lines[i] as Span, lines[i + 1] as Span];
  const length = Math.max(upper.end - upper.start, lower.end - lower.start);
  if (length <= 10 && !/[，,]./u.test(text.slice(upper.start, upper.end))) return true;
  const alike = (line: Span | undefined): boolean =>
    line !== undefined && line.end - line.start <= 20 && /[、，,]/u.test(text[line.end - 1] as string);
  return length <= 20 && (alike(above) || alike(lower));
}

/** Width of the narrowest printed page: a line that is shorter than its lines ends where it does on purpose. */
const NARROW_PAGE = 20;

function upperKind(text: string, upper: Span, marked: boolean): Upper {
  const content = text.slice(upper.start, Math.min(upper.end, upper.start + 80));
  if (upper.end - upper.start > 60) return "running";
  const body = content.slice(readEnumerator(content, 0)?.end ?? 0);
  if (/[。；！？;]/u.test(body)) return "running";
  const clauses = readEnumerator(content, 0) === null && /[，,]/u.test(body);
  return clauses && (marked || columns(content) >= NARROW_PAGE) ? "running" : "short";
}

/** Whether blanks stand before a line's first character: an indented paragraph (unless all lines have them). */
function isIndented(text: string, line: Span): boolean {
  return /[ \t\u3000]/u.test(text[line.start - 1] ?? "");
}

/** 一对 / 一、面对面: what looks like a first enumerator goes on a word of the line above. */
function continues(text: string, upper: Span, lower: Span): boolean {
  const above = text.slice(Math.max(upper.start, upper.end - 2), upper.end);
  return /一对$/u.test(above) && /^一[、，]/u.test(text.slice(lower.start, lower.start + 2));
}

/** Whether a bracket opened in the line above is still open at its end and closes soon in the line below. */
function openBracket(above: string, below: string): boolean {
  for (const [open, close] of Object.entries(BRACKETS)) {
    const from = above.lastIndexOf(open);
    if (from < 0 || above.indexOf(close, from) >= 0 || above.indexOf(close === ")" ? "）" : close, from) >= 0)
      continue;
    const closing = below.search(close === ")" || close === "）" ? /[）)]/u : new RegExp(close, "u"));
    const opening = below.indexOf(open);
    if (closing >= 0 && (opening < 0 || closing < opening)) return true;
  }
  return false;
}
