import { toRepaired } from "../repair/offsets.js";
import type { OutlineNode, Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import { numeralOf } from "./numeral-of.js";
import type { Reading } from "./passages.js";

const NUM = "[一二三四五六七八九十百零\\d]{1,6}";
const ARTICLE = `第${NUM}条(?:第${NUM}款)?(?:第?[(（]?${NUM}[)）]?项)?`;
const REFERENCE = new RegExp(`${ARTICLE}(?:[、和及与至到]{1,2}${ARTICLE})*`, "g");
const ONE = new RegExp(`第(${NUM})条(?:第${NUM}款)?(?:第?[(（]?(${NUM})[)）]?项)?`, "g");
/** words after which 第N条 means this text; another law is named by its title before it */
const OWN =
  /(?:违反|触犯|按照?|依照|依据|根据|参照|比照|见|(?<![删消解废])除|有|符合|适用|执行|属于?|本(?:法|条例|办法|规定|细则|规则|决定|意见|制度|章程|方案|责任[书状]|合同|协议|契约|守则|公约|村规民约|通知|标准))(?:了|的|中|之|上述|前述)?$/;
/** with fewer items a text has no numbering to refer to */
const LEAST = 3;

/** References to articles and their items against the articles that the text has, or its sections 一、二、 where it has none. */
export function articleClaims(reading: Reading, part: Part): Claim[] {
  const { text, structured } = reading;
  const nodes = structured.outline.filter((n) => n.part === part.part && n.label !== null);
  const articles = numbered(nodes.filter((n) => /^第.+条$/.test(n.label?.trim() ?? "")));
  const sections = numbered(
    nodes.filter((n) => /^[一二三四五六七八九十]{1,3}、?$/.test(n.label?.trim() ?? "")),
  );
  const own = articles.size >= LEAST ? articles : sections;
  if (own.size < LEAST) return [];
  const elsewhere = own === articles ? new Map<number, OutlineNode>() : numbered(nodes);
  const labels = new Set(reading.passages.filter((p) => p.part === part).map((p) => p.start));
  const range = toRepaired(structured.repaired, part);
  const found = new Map<string, Claim>();
  for (const match of text.slice(range.start, range.end).matchAll(REFERENCE)) {
    const start = range.start + match.index;
    const lead = /[^。;!?\n]*$/.exec(text.slice(Math.max(range.start, start - 40), start))?.[0] ?? "";
    if (labels.has(start) || !OWN.test(lead) || found.has(match[0])) continue;
    const verdicts = [...match[0].matchAll(ONE)].map((m) => verdictOf(m, own, elsewhere, nodes));
    found.set(match[0], claimOf({ start, end: start + match[0].length }, match[0], verdicts));
  }
  return [...found.values()];
}

interface Verdict {
  readonly printed: string;
  readonly holds: boolean | null;
}

function verdictOf(
  match: RegExpMatchArray,
  own: ReadonlyMap<number, OutlineNode>,
  elsewhere: ReadonlyMap<number, OutlineNode>,
  nodes: readonly OutlineNode[],
): Verdict {
  const article = numeralOf(match[1] as string);
  const node = article === null ? undefined : own.get(article);
  const printed = match[0];
  if (article === null) return { printed, holds: null };
  const lost = article < Math.max(...own.keys()); // a number that is left out between others
  if (!node) return { printed, holds: lost || elsewhere.has(article) ? null : false };
  const item = match[2] === undefined ? null : numeralOf(match[2]);
  if (item === null) return { printed, holds: true };
  const items = nodes.filter((n) => n.path.startsWith(`${node.path}/`) && n.level === node.level + 1);
  return { printed, holds: items.length < 2 ? null : numbered(items).has(item) };
}

function claimOf(span: { start: number; end: number }, printed: string, verdicts: readonly Verdict[]): Claim {
  const missing = verdicts.filter((v) => v.holds === false).map((v) => v.printed);
  const open = verdicts.some((v) => v.holds === null);
  return {
    ...span,
    type: "cross_reference",
    claim: `${printed} of this text`,
    operands: verdicts.map((v) => v.printed),
    formula: "referenced items present in the part",
    stated: null,
    computed: verdicts.filter((v) => v.holds === true).length,
    holds: missing.length > 0 ? false : open ? null : true,
    tolerance: "exact",
    note:
      missing.length > 0
        ? `there is no ${missing.join(", ")}`
        : open
          ? "cannot be decided: the article may be lost, or another numbering meant"
          : "",
  };
}

/** the nodes by the number of their own label, the first of each */
function numbered(nodes: readonly OutlineNode[]): Map<number, OutlineNode> {
  const found = new Map<number, OutlineNode>();
  for (const node of nodes) {
    const number = numeralOf((node.label as string).trim().replace(/^第|条$/g, ""));
    if (number !== null && !found.has(number)) found.set(number, node);
  }
  return found;
}
