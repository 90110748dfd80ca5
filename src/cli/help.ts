import { type CommandEntry, commandTable, type Language, optionsOf } from "./command-table.js";
import type { Paint } from "./paint.js";

/** The words of the help that no command has of its own. */
const WORDS = {
  en: {
    usage: "usage",
    options: "options",
    examples: "examples",
    more: "guizhang COMMAND --help says more and gives examples.",
    paths:
      "A PATH is a file, a folder (.txt and .md, read recursively) or - (standard input). A file of rows (.csv, .jsonl, .jsonl.gz,\n.jsonl.zst, .parquet) holds a document a row: --text-column (text), --id-column (id).",
  },
  zh: {
    usage: "用法",
    options: "选项",
    examples: "示例",
    more: "guizhang COMMAND --help 显示该命令的选项与示例。",
    paths:
      "PATH 是文件、文件夹（逐层读取 .txt 与 .md）或 -（标准输入）。行文件（.csv、.jsonl、.jsonl.gz、.jsonl.zst、.parquet）\n每行一篇：--text-column（text）、--id-column（id）。",
  },
} as const;

/** The help of `guizhang --help`: every command in its group. */
export function generalHelp(language: Language, paint: Paint): string {
  const { commands, groups } = commandTable();
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const words = WORDS[language];
  const sections = Object.entries(groups).map(([group, heading]) => {
    const own = Object.entries(commands).filter(([, command]) => command.group === group);
    const lines = own.map(([name, command]) => `  ${name.padEnd(width)}  ${command[language]}`);
    return [paint.bold(heading[language]), ...lines].join("\n");
  });
  return `${words.usage}: guizhang COMMAND [options] PATH…\n\n${sections.join("\n\n")}\n\n${words.paths}\n${words.more}\n`;
}

/** The help of one command: usage, what it does, its options, its examples. */
export function commandHelp(name: string, language: Language, paint: Paint): string {
  const command = commandTable().commands[name]!;
  const words = WORDS[language];
  const usage = ["guizhang", name, command.arguments].filter(Boolean).join(" ");
  const paragraphs = [
    `${words.usage}: ${usage}`,
    folded(aboutOf(command, language)),
    `${paint.bold(words.options)}\n${optionLines(name, language).join("\n")}`,
    `${paint.bold(words.examples)}\n${command.examples.map((example) => `  guizhang ${example}`).join("\n")}`,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function aboutOf(command: CommandEntry, language: Language): string {
  return (language === "zh" ? command.about_zh : command.about) ?? command[language];
}

function optionLines(name: string, language: Language): string[] {
  const options = Object.entries(optionsOf(name)).map(
    ([option, entry]) => [`--${option}${entry.value ? ` ${entry.value}` : ""}`, entry[language]] as const,
  );
  const width = Math.max(...options.map(([left]) => left.length).filter((length) => length <= 30));
  return options.map(([left, text]) =>
    left.length <= width ? `  ${left.padEnd(width)}  ${text}` : `  ${left}\n  ${" ".repeat(width)}  ${text}`,
  );
}

/** Text in lines of at most 118 characters, broken at spaces. */
function folded(text: string): string {
  return text.replace(/(.{1,118})(?:\s+|$)/g, "$1\n").trimEnd();
}
