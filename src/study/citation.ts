import { parse } from "yaml";

/** What a `CITATION.cff` says, as printed there. */
export interface Citation {
  readonly title: string;
  readonly version: string;
  readonly license: string;
  readonly "date-released": string;
  readonly authors: readonly Author[];
}

/** A body has a name, a person given and family names. */
type Author = Readonly<Partial<Record<"name" | "given-names" | "family-names", string>>>;

/** The name of an author in one line. */
export function authorName({ name, ...person }: Author): string {
  return name ?? [person["given-names"], person["family-names"]].filter(Boolean).join(" ");
}

/**
 * Reads a citation file; its words stay as printed (a version 1.0 is no number).
 *
 * @param cff content of `CITATION.cff`
 * @see Citation File Format 1.2, https://citation-file-format.github.io/
 * @example
 * parseCitation("version: 1.0\nauthors:\n  - name: Some archive").authors // [{ name: "Some archive" }]
 */
export function parseCitation(cff: string): Citation {
  return parse(cff, { schema: "failsafe" }) as Citation;
}
