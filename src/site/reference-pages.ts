import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromCsv } from "../csv.js";
import { TABLES } from "../study/schema.js";
import { apiMarkdown } from "./api-page.js";

/** A page of the reference: its address, its name in the navigation, its text. */
export interface ReferencePage {
  readonly href: string;
  readonly name: string;
  readonly markdown: string;
}

/**
 * The pages of the reference: functions, tables, codes and terms, methods, questions, the seminar. What the code says of itself is taken from
 * the code: doc comments, the schema of the tables, the labels of the codes.
 *
 * @param root the project's folder
 */
export function referencePages(root: string): readonly ReferencePage[] {
  const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");
  return [
    { href: "methods.html", name: "Methods 方法", markdown: read(".github", "METHODS.md") },
    { href: "codes.html", name: "Codes and terms 编码与术语", markdown: codesMarkdown(read) },
    { href: "tables.html", name: "Tables 数据字典", markdown: tablesMarkdown() },
    { href: "api.html", name: "Functions 函数", markdown: apiMarkdown(root) },
    { href: "questions.html", name: "Questions 问题", markdown: read(".github", "FAQ.md") },
    { href: "seminar.html", name: "Seminar 研讨课", markdown: seminarMarkdown(read) },
    { href: "changes.html", name: "Changes 变更", markdown: read(".github", "CHANGELOG.md") },
  ];
}

type Read = (...path: string[]) => string;
type Row = Readonly<Record<string, string | null>>;

function rowsOf(read: Read, ...path: string[]): Row[] {
  return fromCsv(read(...path), [], path.join("/")) as Row[];
}

function codesMarkdown(read: Read): string {
  const labels = rowsOf(read, "data", "lexicon", "code-labels.csv");
  const fields = [...new Set(labels.map(({ field }) => field!))];
  const sections = fields.map((field) =>
    [
      `## ${field}`,
      markdownTable(
        [`code of ${field}`, "English", "中文"],
        labels.filter((row) => row.field === field).map((r) => [`\`${r.code}\``, r.english, r.chinese]),
      ),
    ].join("\n\n"),
  );
  const terms = rowsOf(read, "data", "glossary.csv").map((row) => [row.english, row.chinese, row.definition]);
  const glossary = `## Terms 术语\n\n${markdownTable(["English", "中文", "definition 定义"], terms)}`;
  return `# Codes and terms 编码与术语\n\n${[...sections, glossary].join("\n\n")}\n`;
}

/** The instructor's page, its sessions linked as pages of the site. */
function seminarMarkdown(read: Read): string {
  return read("notebooks", "seminar", "README.md").replace(/\]\(([\w-]+)\.ipynb\)/g, "]($1.html)");
}

function tablesMarkdown(): string {
  const sections = Object.values(TABLES).map(({ name, description, columns }) => {
    const rows = columns.map((column) => {
      const values =
        "values" in column && column.values ? column.values.map((v) => `\`${v}\``).join(" ") : "";
      return [`\`${column.name}\``, column.type, column.description, values];
    });
    return `## ${name}.csv\n\n${description}.\n\n${markdownTable([`column of ${name}`, "type", "what it holds", "values"], rows)}`;
  });
  const intro =
    "Tables of a study (`data/study`, `guizhang derive`, `guizhang new`), from the schema that writes and reads them.";
  return `# Tables 数据字典\n\n${intro}\n\n${sections.join("\n\n")}\n`;
}

function markdownTable(
  heading: readonly string[],
  rows: readonly (readonly (string | null | undefined)[])[],
): string {
  const line = (cells: readonly (string | null | undefined)[]): string =>
    `| ${cells.map((cell) => (cell ?? "").replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)].join("\n");
}
