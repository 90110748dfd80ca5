import { inlineList, type Listed } from "./listed.js";
import { type OrdinalList, ordinalListAt } from "./ordinal-lists.js";

/** An announced number of things: 三项重点工作, “六好”. */
export interface Announcement {
  readonly stated: number;
  readonly quoted: boolean;
  /** the announcement as printed */
  readonly token: string;
}

const BRACKET_OR_COLON =
  /^”?(?:\(即?:?|,?(?:即|分别(?:是|为)|具体(?:是|为)|包括|主要(?:是|有)|是指|指的是):?|:)/;
/** after a slogan one noun may stand before the list: “六个一”工程：… */
const NOUN_BETWEEN = /^”?[\u4e00-\u9fff]{1,6}(?:\(即?:?|,?即:?|:)/;
const ENUMERATES = /部分|方面|类|种|级|点|制|科|股|室|组|项|支|个|本|册|套/;
/** 13个社区实行月通报：(一)… lists what is done, not who does it */
const WHO =
  /^“?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|家|名)?(?:行政|自然)?(?:社区|村|乡镇?|镇|街道|县|市|区|单位|部门|局|科室|学校|企业|小?组|户|人)/;

/** The list that follows an announcement: in brackets, after a colon, or of numbered items. */
export function listAfter(text: string, from: number, limit: number, announced: Announcement): Listed | null {
  const ahead = text.slice(from, Math.min(limit, from + 40));
  const open = BRACKET_OR_COLON.exec(ahead) ?? (announced.quoted ? NOUN_BETWEEN.exec(ahead) : null);
  return open
    ? opened(text, from, limit, announced, open[0])
    : afterSentence(text, from, limit, announced, ahead);
}

function opened(
  text: string,
  from: number,
  limit: number,
  { stated, quoted, token }: Announcement,
  open: string,
): Listed | null {
  let at = from + open.length;
  if (open.includes("(")) {
    if (/[县市镇乡村区]$|人$|名$/.test(token)) return null;
    const end = text.indexOf(")", at);
    if (end < 0 || end > limit || end - at > 200) return null;
    const content = text.slice(at, end);
    if (/\d分/.test(content)) return null;
    if (!/[、;,和]/.test(content) || /^(?:根据|以下|含|不含|包括|详|注|如)/.test(content)) return null;
    return inlineList(content, end, stated, quoted);
  }
  at = skipBrackets(text, at, limit);
  const ordinals = ordinalListAt(text, at, limit);
  if (ordinals) return numbered(text, at, ordinals, stated, true);
  const duties = PERSONS.test(token) ? dutiesOf(text, at, limit) : null;
  if (duties) return inlineList(duties, at + duties.length, stated, true);
  const named = /即|分别|具体|包括|主要|指/.test(open);
  if (!quoted && !named && !ENUMERATES.test(token)) return null;
  const stop = text.slice(at, Math.min(limit, at + 200)).search(/[。\n]|“[^”]{2,8}”:/);
  if (stop <= 0) return null;
  const whole = text.slice(at, at + stop);
  const content = parallelHead(whole) ?? whole;
  if (!/[、;,]/.test(content) || counted(content, token)) return null;
  const list = inlineList(content, at + content.length, stated, shortItems(content));
  const short = quoted || named || /部分|方面|类|种|级|点|制/.test(token);
  return short || list.holds !== null ? list : null;
}

/** 三个人值班：队长管水、会计管账、文书管表: who does what, in one verb, up to the end of the sentence; null for other words */
function dutiesOf(text: string, at: number, limit: number): string | null {
  const stop = text.slice(at, Math.min(limit, at + 200)).search(/[。;\n]/);
  const content = stop <= 0 ? "" : text.slice(at, at + stop);
  const items = content.split(/[,、]/);
  const verbs = new Set(
    items.map((i) => /^[\u4e00-\u9fff]{2,6}?(管|负责|抓|包|分管)[\u4e00-\u9fff]{1,8}$/.exec(i)?.[1]),
  );
  return items.length >= 3 && verbs.size === 1 && !verbs.has(undefined) ? items.join("、") : null;
}

const PERSONS = /^“?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个人|人|名|位)/;

/** 一组、二组、三组,共386户: names of one kind, before what goes on after a comma; null for other lists */
function parallelHead(content: string): string | null {
  const head = content.split(",")[0] as string;
  const items = head.split("、");
  const last = items[0]?.at(-1);
  return head !== content && items.length >= 3 && items.every((i) => i.length <= 6 && i.at(-1) === last)
    ? head
    : null;
}

/** 12个：全科5个、检验2个 are parts with numbers, which make a sum and no list of twelve */
const counted = (content: string, token: string): boolean => {
  const unit = /[\u4e00-\u9fff]/.exec(token.replace(/^“?[一二两三四五六七八九十]{1,2}/, ""))?.[0] ?? "\0";
  return content
    .split(/[、,;]/)
    .every((item) => new RegExp(`\\d[\\d.]*万?${unit}[\\u4e00-\\u9fff]?$`).test(item.trim()));
};

const shortItems = (content: string): boolean =>
  content.split("、").every((item) => item.trim().length <= 8) && !/[和及与]/.test(content);

/** 六级伤残的，享受以下待遇： announces what the list holds, and not six of it */
const ANNOUNCES_ITSELF = /(?:以下|下列)(?![一二两三四五六七八九十\d几])[^:]*:\s*$/;

/** the announcement closes its sentence or its line, and numbered items follow */
function afterSentence(
  text: string,
  from: number,
  limit: number,
  { stated, quoted, token }: Announcement,
  ahead: string,
): Listed | null {
  const closing = /^[^。\n:;()“]{0,24}(?:([。:])\s*|\s*\n\s*)/.exec(ahead);
  if (!closing || ANNOUNCES_ITSELF.test(closing[0])) return null;
  const words = token + closing[0];
  const acts = /^[\u4e00-\u9fff]{2}/.test(words.replace(WHO, "")) && WHO.test(token);
  if (acts && !/(?:以下|下列|如下)/.test(text.slice(from - token.length - 4, from + closing[0].length)))
    return null;
  const at = skipBrackets(text, from + closing[0].length, limit);
  const ordinals = ordinalListAt(text, at, limit);
  const pointed = /以下|下列|如下/.test(text.slice(from - token.length - 4, from));
  if (!ordinals) return pointed && closing[1] === ":" ? shortNames(text, at, limit, stated) : null;
  const announces = quoted || pointed || /(?:意见|要求|建议|希望)$/.test(token);
  const heading =
    closing[1] === undefined && startsLine(text, from - token.length) && closing[0].trim().length <= 8;
  const said = closing[1] === "。" && /^(?:[一1]是|第一[,、]|其一)/.test(text.slice(at, at + 4));
  return announces || closing[1] === ":" || heading || said
    ? numbered(text, at, ordinals, stated, closing[1] === ":")
    : null;
}

/** 下列4个单位未达标：甲局、乙局、丙局、丁局 */
function shortNames(text: string, at: number, limit: number, stated: number): Listed | null {
  const stop = text.slice(at, Math.min(limit, at + 200)).search(/[。\n;,]/);
  if (stop <= 0) return null;
  const content = text.slice(at, at + stop);
  return content.includes("、") ? inlineList(content, at + stop, stated, shortItems(content)) : null;
}

/** a short heading: nothing but an enumerator and a few words stand before the announcement in its line */
function startsLine(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])[^,。;]{0,14}$/.test(
    line,
  );
}

function numbered(
  text: string,
  from: number,
  list: OrdinalList,
  stated: number,
  direct: boolean,
): Listed | null {
  const count = list.numbers.length;
  const last = list.numbers.at(-1) ?? 0;
  const oneLine = !text.slice(from, list.end).includes("\n");
  const made = (holds: boolean | null, note: string): Listed => ({
    count,
    holds,
    end: list.end,
    items: [],
    note,
  });
  if (count === stated) return made(true, "");
  if (count > stated)
    return direct && oneLine && list.closed && last === count ? made(false, `${count} are listed`) : null;
  if (count === 1 && stated > 2 && !list.closed) return made(null, "cannot be decided: the list breaks off");
  if (last > count) return made(false, `${count} are listed, a number is left out`);
  return list.closed
    ? made(false, `${count} are listed`)
    : made(null, "cannot be decided: the list breaks off");
}

function skipBrackets(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    while (at < limit && /\s/.test(text[at] as string)) at++;
    if (text[at] !== "(" || /^\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)/.test(text.slice(at, at + 6)))
      return at;
    const close = text.indexOf(")", at);
    if (close < 0 || close > limit) return at;
    at = close + 1;
  }
}
