import type { Notebook } from "./notebook.js";

/** What must not stand in code, and what to write instead. */
interface Ban {
  readonly pattern: RegExp;
  readonly why: string;
}

/**
 * Calls whose results are wrong in known cases with danfojs-node 1.2.0 (`test/frames/known-wrong.test.ts`), in
 * notebooks and in the library.
 */
export const WRONG_CALLS: readonly Ban[] = [
  {
    pattern: /\.groupby\s*\(/,
    why: "danfojs groups wrongly (keys joined by a hyphen, gaps counted); group records by a Map",
  },
  {
    pattern: /\b(?:dfd|danfo)\.merge\s*\(/,
    why: "danfojs joins wrongly (keys joined by an underscore); join records by a Map",
  },
  { pattern: /\.sortValues\s*\(/, why: "danfojs sorts texts by one character; sort records" },
  {
    pattern: /\b(?:to|read)CSV\s*\(/,
    why: "danfojs neither quotes nor types CSV; use the library's own tables",
  },
  {
    pattern: /\.(?:describe|cumSum|cumsum)\s*\(/,
    why: "danfojs counts gaps wrongly; use the library's statistics",
  },
  {
    pattern: /\.(?:sub|mul|div|mod)\s*\(\s*[\w.[\]"']+\s*\)/,
    why: "danfojs computes in 32-bit floats; compute on numbers",
  },
  { pattern: /["']danfojs(?:-node)?["']/, why: "danfojs is only for showing; use frame() or showTable()" },
];

/** What a notebook must not hold beside the wrong calls. */
const NOTEBOOK_BANS: readonly Ban[] = [
  { pattern: /\bMath\.random\s*\(/, why: "random numbers come from the library's seeded generator" },
  { pattern: /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)/, why: "results must not depend on the clock" },
  { pattern: /\bprocess\.env\b/, why: "results must not depend on the environment" },
  { pattern: /["'`](?:\/(?:home|Users|tmp|work)\/|[A-Z]:\\\\)/, why: "no absolute path" },
  { pattern: /\bfetch\s*\(|["'](?:node:)?(?:https?|net)["']/, why: "no network" },
  {
    pattern: /\btoLocale\w*String\s*\(|\blocaleCompare\s*\(/,
    why: "results must not depend on the language of the machine",
  },
  { pattern: /from\s+["'](?!guizhang["'])[^"']+["']/, why: 'import only from "guizhang"' },
];

/**
 * Bans found in a piece of code; comments do not count.
 *
 * @returns reasons with the offending text, in order of lines
 * @example
 * lintCode("// df.groupby([])\ndf.groupby(['a'])", [{ pattern: /\.groupby\(/, why: "wrong" }]) // ["line 2: .groupby( (wrong)"]
 */
export function lintCode(code: string, bans: readonly Ban[] = WRONG_CALLS): string[] {
  const lines = withoutComments(code).split("\n");
  return lines.flatMap((line, i) =>
    bans.flatMap(({ pattern, why }) => {
      const found = pattern.exec(line);
      return found ? [`line ${i + 1}: ${found[0]} (${why})`] : [];
    }),
  );
}

/**
 * What a notebook must not hold: calls with wrong results, what makes a run depend on machine or day, imports from
 * anywhere but the library, figures of plotly that do not go through `figure`.
 *
 * @returns findings that name the cell, empty when all is well
 */
export function lintNotebook({ cells }: Notebook): string[] {
  const findings = cells.flatMap((cell, i) =>
    cell.cell_type === "code"
      ? lintCode(cell.source, [...WRONG_CALLS, ...NOTEBOOK_BANS]).map(
          (finding) => `cell ${i + 1}, ${finding}`,
        )
      : [],
  );
  if (cells[0]?.cell_type !== "markdown" || !/^# /m.test(cells[0].source)) {
    findings.unshift("cell 1: a notebook begins with its question under a heading");
  }
  return findings;
}

/** Functions and classes that a notebook defines: what a second notebook needs belongs into the library. */
export function definedNames({ cells }: Notebook): string[] {
  const names = cells.flatMap(({ cell_type, source }) =>
    cell_type === "code"
      ? [
          ...withoutComments(source).matchAll(
            /^(?:async\s+)?(?:function\*?|class)\s+(\w+)|^const\s+(\w+)\s*=\s*(?:async\s*)?\([^)]*\)\s*(?::[^=]+)?=>/gm,
          ),
        ]
      : [],
  );
  return names.map(([, named, bound]) => named ?? bound!);
}

/** Code with its comments blanked, lines kept; a `//` inside a text after a colon (an address) is no comment. */
function withoutComments(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|[^:])\/\/.*$/gm, "$1");
}
