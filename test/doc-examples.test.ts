// Runs the @example lines of every doc comment in src/: `expression // result`, longer set-up lines before them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

interface Example {
  readonly file: string;
  readonly line: number;
  readonly lines: readonly string[];
}

const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => join("src", name))
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
  .sort();

function examples(file: string): Example[] {
  const found: Example[] = [];
  let current: { line: number; lines: string[] } | null = null;
  const close = (): void => {
    if (current && current.lines.length > 0) found.push({ file, ...current });
    current = null;
  };
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((text, index) => {
      const comment = /^\s*\*\s?(.*)$/.exec(text)?.[1];
      if (comment === undefined || comment.startsWith("/") || text.includes("*/")) close();
      else if (comment.startsWith("@example")) {
        close();
        current = { line: index + 1, lines: [] };
      } else if (comment.startsWith("@")) close();
      else if (current && comment.trim() !== "" && !comment.startsWith("```")) current.lines.push(comment);
    });
  close();
  return found;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<unknown>;

/** Numbers are compared to the digits printed, everything else exactly. */
function close(actual: unknown, printed: string): boolean {
  const digits = /^-?\d+\.(\d+)$/.exec(printed)?.[1]?.length;
  return typeof actual === "number" && digits !== undefined && actual.toFixed(digits) === printed;
}

for (const file of SOURCES) {
  const list = examples(file);
  if (list.length === 0) continue;
  describe(file, async () => {
    const own = (await import(`../${file}`)) as Record<string, unknown>;
    const api = (await import("../src/index.js")) as Record<string, unknown>;
    const scope = { ...api, ...own };
    for (const example of list) {
      test(`example at line ${example.line} prints what it says`, async () => {
        const checks: { printed: string; actual: unknown; expected: unknown }[] = [];
        const body = example.lines.map((line) => {
          const at = line.lastIndexOf(" // ");
          if (at < 0) return line;
          const expression = line.slice(0, at).trim().replace(/;$/, "");
          const printed = line.slice(at + 4).trim();
          return `__check(${JSON.stringify(printed)}, await (${expression}), (${printed}));`;
        });
        const check = (printed: string, actual: unknown, expected: unknown): void => {
          checks.push({ printed, actual, expected });
        };
        await new AsyncFunction("__check", ...Object.keys(scope), body.join("\n"))(
          check,
          ...Object.values(scope),
        );
        expect(checks.length).toBeGreaterThan(0);
        for (const { printed, actual, expected } of checks) {
          if (!close(actual, printed)) expect(actual).toEqual(expected);
        }
      });
    }
  });
}

test("public functions with examples exist", () => {
  expect(SOURCES.flatMap(examples).length).toBeGreaterThan(5);
});
