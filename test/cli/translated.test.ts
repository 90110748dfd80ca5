// What a person at a terminal may read is there in Chinese: every message in the source of the commands and of what reads for them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { inChinese } from "../../src/cli/language.js";

/** Rooms and files whose errors reach a terminal in the ordinary way; those of statistics are for who writes code. */
const READ_BY_PEOPLE =
  /^(cli|corpus|shards)\/|^notebooks\/(own-study|figures-of|lock|notebook|reproduce)|^study\/own-study|^evaluation\/(brat|label-studio|coding-csv)|^(csv|lexicon)\.ts/;

/**
 * What is no message of its own: parts put together elsewhere (all verdicts of reproduce have a row), progress and pieces of source text. `toCsv` and `expected X, found
 * Y` of a cell are for who writes tables: they name what stands there in the words of a schema.
 */
const OTHER =
  /^(GAP(: GAP|, found GAP)?|bash GAP|GAPrunning GAP|GAP:GAP-GAP GAP|\+ GAP:.*|- GAP:.*| {4}.*|GAP tables, notebooks and figures, GAP \(GAP s\)|GAP: expected GAP, found GAP|toCsv requires .*|rule layer .*)$/;

interface Message {
  readonly place: string;
  readonly text: string;
}

/** The texts that an expression may give, gaps as GAP; empty for what is no text. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return node.templateSpans.reduce(
    (texts, { expression, literal }) => {
      const inner = ts.isConditionalExpression(expression) ? textsOf(expression) : [];
      return texts.flatMap((text) =>
        (inner.length > 1 ? inner : ["GAP"]).map((part) => text + part + literal.text),
      );
    },
    [node.head.text],
  );
}

function messagesOf(file: string): Message[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join("src", file), "utf8"),
    ts.ScriptTarget.ES2022,
    true,
  );
  const found: Message[] = [];
  const add = (node: ts.Expression | undefined, before = ""): void => {
    for (const text of node ? textsOf(node) : []) {
      const place = `${file}:${source.getLineAndCharacterOfPosition(node!.getStart()).line + 1}`;
      for (const line of `${before}${text}`.trimEnd().split("\n")) found.push({ place, text: line });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node)) {
      const name = node.expression.getText();
      // messages of decoding are printed after the file's path
      if (/Error$/.test(name)) add(node.arguments?.[0], name === "DecodingError" ? "GAP: " : "");
    } else if (ts.isCallExpression(node)) {
      const name = node.expression.getText();
      if (name.endsWith("stderr")) add(node.arguments[0]);
      if (name === "rowProblem") add(node.arguments[2], "GAP: ");
    } else if (ts.isPropertyAssignment(node) && node.name.getText() === "message")
      add(node.initializer, "GAP: ");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const messages = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts") && READ_BY_PEOPLE.test(name))
  .sort()
  .flatMap(messagesOf)
  .map(({ place, text }) => ({ place, text: text.replace(/^(?:GAP)?guizhang: (?:warning: )?/, "") }));

test("every message has a template in Chinese", () => {
  const asked = messages.filter(
    ({ text }) => text.trim() !== "" && !text.includes("\u001b") && !OTHER.test(text),
  );
  expect(asked.length).toBeGreaterThan(130);
  const english = asked.filter(({ text }) => !/\p{Script=Han}{2}/u.test(inChinese(text)));
  expect(english.map(({ place, text }) => `${place} ${text}`)).toEqual([]);
});
