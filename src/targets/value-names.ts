import type { Span } from "../span.js";
import type { Licence } from "./licence.js";
import { shortened } from "./names.js";
import type { Indicator } from "./records.js";
import type { PrintedValue } from "./values.js";

/** A number that binds nobody belongs to the name of the next one: 5万人以上的乡镇完成30例 */
export function headStart(
  values: readonly PrintedValue[],
  licensed: readonly (Licence | null)[],
  i: number,
): number {
  let first = i;
  while (first > 0 && licensed[first - 1] === null) first--;
  return (values[first] as PrintedValue).head.start;
}

/** To whom a share of a total of the same clause is given: 共500例，其中甲类乡镇需要完成30例; null where it is no share */
export function shareOf(
  text: string,
  name: Span,
  v: PrintedValue,
  found: readonly Indicator[],
  clause: Span,
): string | null {
  if (v.unit !== "count") return null;
  const total = found.find((f) => f.unit === "count" && f.start >= clause.start && f.end <= name.start);
  if (!total || !/其中/.test(text.slice(total.end, name.start + 2))) return null;
  const words = shortened(text.slice(name.start, name.end).replace(/(?:需要?|应|要)?(?:完成|达到|为)$/, ""));
  return /[省市县区乡镇村街社单位]$/.test(words) ? words : null;
}

/** Which value belongs to which name: 持证率、验证率分别达到95%和90%; null where there is one name */
export function distributed(text: string, values: readonly { head: Span; start: number }[]): Span[] | null {
  const first = values[0];
  if (!first || values.length < 2) return null;
  const heads = joinedNames(text, first.head);
  const bare = values.slice(1).every((v) => v.head.end <= v.head.start);
  if (!bare) return null;
  const last = heads.slice(-values.length);
  return last.length === values.length ? last : null;
}

/** the names of a head that 、 or 和 joins outside brackets */
export function joinedNames(text: string, head: Span): Span[] {
  const names: Span[] = [];
  let start = head.start;
  let depth = 0;
  for (let at = start; at <= head.end; at++) {
    if ("(“".includes(text[at] ?? "\0")) depth++;
    if (")”".includes(text[at] ?? "\0")) depth--;
    if (depth > 0 && at < head.end) continue;
    if (at === head.end || ("、和及与".includes(text[at] as string) && !text.startsWith("及时", at))) {
      if (at > start) names.push({ start, end: at });
      start = at + 1;
    }
  }
  return names;
}

/** 办证、验证率: two rates of one object, whose last word the first leaves out; none where the two do not end alike */
export function ellipticNames(text: string, head: Span): Span[] {
  const names = joinedNames(text, head);
  const words = names.map((n) => text.slice(n.start, n.end));
  const last = /([\u4e00-\u9fff])率$/.exec(words.at(-1) ?? "")?.[1];
  const alike = words.slice(0, -1).every((w) => last !== undefined && w.length > 1 && w.endsWith(last));
  return names.length > 1 && alike ? names : [];
}

/** The name of what a value measures, with its object or the rate that the clause spoke of before. */
export function nameOf(text: string, name: Span, v: PrintedValue, clause: Span): string {
  const printed = shortened(text.slice(name.start, name.end));
  if (v.unit === "count" && /(?:完成|设立|建设|掌握|了解|全年|少)$/.test(printed)) {
    const object = /^[^,;。、:()]{0,12}/.exec(text.slice(v.end, clause.end))?.[0] ?? "";
    return shortened(printed + object);
  }
  return printed || nameBefore(text, clause.start, name.start);
}

/** how far back a value finds the name that stands before another value */
const FAR = 1000;

/** the rate that a clause speaks of, where a value follows without its own name: 及时率为91%，高于85%的目标值 */
function nameBefore(text: string, from: number, to: number): string {
  const names = text.slice(Math.max(from, to - FAR), to).match(/[^,。;:、()\d]{1,18}[率比面](?=为|是|达)/g);
  return shortened(names?.at(-1) ?? "");
}
