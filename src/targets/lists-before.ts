import type { Listed } from "./listed.js";

/** Levels of administration, the items of 县、乡、村三级. */
const LEVEL =
  /(?:国家|中央|省|自治区|兵团|师|团|连|地市|市|州|县|区|乡镇|镇街|乡|镇|街道|街|办事处|村|居|社区|村居|组|村民小组|小组|网格|楼栋|单元门栋|户|院|单位|部门|站所?|中心)(?:\([^()]*\)|□)?$/;
/** a verb whose object is the announcement is no item of it: 实现“两个率先” */
const BARE_VERB =
  /^(?:实现|坚持|落实|做到|开展|推进|抓好|确保|完成|建立|形成|坚决|努力|加强|实施|实行|狠抓|突出)$/;

/** The list that stands before an announcement: A、B、C三级, “A、B、C”三位一体, A、B和C。…这三个方面 */
export function listBefore(
  text: string,
  at: number,
  limit: number,
  stated: number,
  what: string,
): (Listed & { start: number }) | null {
  let end = at;
  if (text[end - 1] === "等") end--;
  const refers = text[end - 1] === "这";
  if (refers) end--;
  if (text[end - 1] === "的") end--;
  const made = (start: number, items: readonly string[], holds: boolean): Listed & { start: number } => ({
    start,
    end: at,
    count: items.length,
    items,
    holds,
    note: holds ? "" : `${items.length} are listed`,
  });
  if (text[end - 1] === "”") {
    const open = text.lastIndexOf("“", end - 2);
    if (open >= limit && end - open < 140) {
      const items = text.slice(open + 1, end - 1).split(/、|--/);
      if (items.length === stated) return made(open, items, true);
    }
  }
  const run = runBefore(text, end, limit);
  const level = what.startsWith("级");
  const levels = run && level ? levelsOf(run.words) : null;
  if (run && levels && levels.length !== stated && levels.length >= 2) return made(run.start, levels, false);
  const reading = run && fitting(run.words, stated);
  if (
    run &&
    reading &&
    !(level && !LEVEL.test(reading.at(-1) ?? "")) &&
    !BARE_VERB.test(reading.at(-1) ?? "")
  )
    return made(run.start, reading, true);
  if (!refers) return null;
  const earlier = text.slice(Math.max(limit, end - 80), end);
  const list = /([^。,;\n]{2,40}、[^。;\n]{2,40}?[和及与][^。,;\n]{2,20})[,。]/.exec(earlier);
  const items = list && fitting(list[1] as string, stated);
  return items ? made(end - earlier.length + (list?.index ?? 0), items, true) : null;
}

/** 县、乡、村: the words of level that close a run; null where the run holds another word after the first */
function levelsOf(words: string): string[] | null {
  const items = words.split("、");
  const rest = items.slice(1);
  const pure = new RegExp(`^${LEVEL.source}`);
  return rest.length > 0 && rest.every((i) => pure.test(i)) && LEVEL.test(items[0] as string) ? items : null;
}

function fitting(words: string, stated: number): string[] | null {
  const plain = words.split("、");
  if (plain.some((i) => /^\s*[\d一二三四五六七八九十]*\s*$/.test(i))) return null;
  if (plain.length === stated) return plain;
  const last = plain.at(-1) ?? "";
  const two = last.split(/和(?!谐)|及|与/);
  if (two.length === 2 && two.every((i) => i.length > 0) && plain.length + 1 === stated)
    return [...plain.slice(0, -1), ...two];
  return null;
}

/** the run of items directly before an offset, brackets and book titles taken as one word */
function runBefore(text: string, end: number, limit: number): { start: number; words: string } | null {
  let at = end;
  let words = "";
  while (at > limit && end - at < 160) {
    const c = text[at - 1] as string;
    const open = c === ")" ? "(" : c === "》" ? "《" : null;
    if (open) {
      const from = text.lastIndexOf(open, at - 1);
      if (from < limit) break;
      words = `□${words}`;
      at = from;
      continue;
    }
    if (",。;:\n“”(".includes(c)) break;
    words = c + words;
    at--;
  }
  const label = /^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]/.exec(words)?.[0] ?? "";
  const plain = words.slice(label.length);
  return /[、和与]/.test(plain) ? { start: at + label.length, words: plain } : null;
}
