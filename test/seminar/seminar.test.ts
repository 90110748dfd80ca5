// The seminar: every exercise of the sessions can be checked, its solution is right, and a wrong answer gets a hint.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { namesIn } from "../../src/notebooks/files.js";
import { lessonFindings } from "../../src/notebooks/lesson.js";
import { lintNotebook } from "../../src/notebooks/lint.js";
import { type Notebook, parseNotebook } from "../../src/notebooks/notebook.js";
import { answerHash, check } from "../../src/seminar/check.js";

const FOLDER = join("notebooks", "seminar");
const sessions = namesIn(FOLDER, ".ipynb");
const read = (name: string): Notebook =>
  parseNotebook(readFileSync(join(FOLDER, `${name}.ipynb`), "utf8"), name);
const exercisesOf = ({ cells }: Notebook): string[] =>
  cells.flatMap(({ cell_type, source }) =>
    cell_type === "code" ? [...source.matchAll(/check\("(\d\.\d)"/g)].map((m) => m[1]!) : [],
  );
const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<void>;

test("there are eight sessions, each a lesson within the rules for notebooks", () => {
  expect(sessions.length).toBe(8);
  for (const name of sessions) {
    const notebook = read(name);
    expect([name, lintNotebook(notebook)]).toEqual([name, []]);
    expect([name, lessonFindings(notebook).filter((finding) => finding !== "no reference")]).toEqual([
      name,
      [],
    ]);
  }
});

describe.each(sessions)("%s", (name) => {
  const notebook = read(name);
  const page = join(FOLDER, "solutions", `${name}.md`);
  const blocks = existsSync(page)
    ? [...readFileSync(page, "utf8").matchAll(/^## (\d\.\d)\n\n```js\n([\s\S]*?)```/gm)].map(
        (m) => [m[1]!, m[2]!] as const,
      )
    : [];

  test("asks what the solutions answer, in the same order, and says so in the text", () => {
    const asked = exercisesOf(notebook);
    expect(asked.length).toBeGreaterThan(3);
    expect(blocks.map(([id]) => id)).toEqual(asked);
    const text = notebook.cells
      .filter(({ cell_type }) => cell_type === "markdown")
      .map(({ source }) => source)
      .join("\n");
    expect(asked.filter((id) => !text.includes(`**${id}**`))).toEqual([]);
  });

  test("is committed unanswered", () => {
    const printed = notebook.cells.flatMap(({ outputs }) =>
      outputs.flatMap((o) => (o.output_type === "stream" ? [o.text] : [])),
    );
    for (const id of exercisesOf(notebook)) expect(printed.join("")).toContain(`${id} open 待答`);
  });

  test.each(blocks)("solution %s is right", async (id, code) => {
    const api = (await import("../../src/index.js")) as Record<string, unknown>;
    const printed: string[] = [];
    const console = { log: (line: string) => printed.push(line) };
    const scope = { ...api, console };
    await new AsyncFunction(...Object.keys(scope), code.replace(/^import .*$/m, ""))(...Object.values(scope));
    expect(printed).toEqual([`${id} right 正确`]);
  });

  test.each(blocks)("a wrong answer to %s gets a hint in both languages", (id) => {
    const line = check(id, "no such answer");
    expect(line).toMatch(/^\d\.\d not yet 尚未: .*[a-z]{2}.* \S*\p{Script=Han}/u);
  });
});

test("a known mistake gets a hint of its own", () => {
  expect(check("6.1", "a")).not.toBe(check("6.1", "c"));
});

test("case, width, order and further decimals do not matter; another exercise does", () => {
  expect(answerHash("1.3", " Leader", 0)).toBe(answerHash("1.3", "leader", 0));
  expect(answerHash("8.5", ["b", "a"], 0)).toBe(answerHash("8.5", ["a", "b"], 0));
  expect(answerHash("4.1", 10.196, 2)).toBe(answerHash("4.1", 10.2, 2));
  expect(answerHash("1.1", 2, 0)).not.toBe(answerHash("1.2", 2, 0));
});

test("an exercise that does not exist is refused", () => {
  expect(() => check("9.9", 1)).toThrow(new RangeError("check requires the number of an exercise, got 9.9"));
});
