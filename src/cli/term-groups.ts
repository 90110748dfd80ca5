import type { Part } from "../structure/records.js";
import type { TermText } from "../terms/matrix.js";
import type { Token } from "../terms/token.js";
import { tokensByClause } from "../terms/tokens.js";
import type { TermPart } from "./term-corpus.js";

/** What documents can be put together by. */
export const GROUPINGS = ["none", "source", "part", "genre", "level", "year", "section"] as const;
export type GroupBy = (typeof GROUPINGS)[number];

/** A part with its tokens, counted or not. */
export type PartWithTokens = Omit<TermPart, "weight">;

/** The counted terms of a document's tokens, or of those of a section. */
export type TermsOf = (part: PartWithTokens, tokens: readonly Token[]) => string[];

/** Texts that are counted together, and the fields that name the group. */
export interface TermGroup {
  readonly label: Readonly<Record<string, string | null>>;
  readonly texts: readonly TermText[];
}

/**
 * The documents in groups; a section is the outermost heading of a document, so there one text is one section's share of it.
 *
 * @param parts documents with tokens
 * @param by what puts documents into one group
 * @param termsOf the counted terms of a document's tokens, or of those of a section
 * @returns groups in the order of their first document
 */
export function termGroups(parts: readonly PartWithTokens[], by: GroupBy, termsOf: TermsOf): TermGroup[] {
  const groups = new Map<string, { label: TermGroup["label"]; texts: TermText[] }>();
  const add = (label: TermGroup["label"], part: PartWithTokens, tokens: readonly Token[]) => {
    const key = JSON.stringify(label);
    const group = groups.get(key) ?? { label, texts: [] };
    groups.set(key, group);
    group.texts.push({ id: nameOf(part), terms: termsOf(part, tokens) });
  };
  for (const one of parts) {
    const { source, part } = one.part;
    if (by === "none") add({}, one, one.tokens);
    else if (by === "part") add({ source, part }, one, one.tokens);
    else if (by !== "section") add({ [by]: one.part[by] }, one, one.tokens);
    else {
      for (const [section, tokens] of sectionsOf(one)) add({ source, part, section }, one, tokens);
    }
  }
  return [...groups.values()];
}

/** A document's name in tables: `source#part`. */
export function nameOf({ part }: { readonly part: Pick<Part, "source" | "part"> }): string {
  return `${part.source}#${part.part}`;
}

function sectionsOf({ part, tokens, structured }: PartWithTokens): Map<string, Token[]> {
  const sections = new Map<string, Token[]>();
  for (const { clause, tokens: own } of tokensByClause(structured, tokens)) {
    if (clause.part !== part.part) continue;
    const section = clause.path.split("/")[0] ?? "";
    sections.set(section, [...(sections.get(section) ?? []), ...own]);
  }
  return sections;
}
