import type { ParseArgsConfig } from "node:util";
import { parse } from "yaml";
import { readDataText } from "../lexicon.js";

/** The languages in which the command line speaks to people. */
export type Language = "en" | "zh";

type InBoth = Readonly<Record<Language, string>>;

/** An option as the table describes it. */
export interface OptionEntry extends InBoth {
  /** what its value is (`N`, `FILE`) or may be (`a|b`); absent for a switch */
  readonly value?: string;
  /** whether it may be given several times */
  readonly many?: boolean;
}

/** A command as the table describes it. */
export interface CommandEntry extends InBoth {
  readonly group: string;
  /** more than the one line, in English and Chinese */
  readonly about?: string;
  readonly about_zh?: string;
  /** what follows the command's name, beside options */
  readonly arguments: string;
  /** names of the sets of options that its help shows */
  readonly sets: readonly string[];
  readonly options?: Readonly<Record<string, OptionEntry>>;
  /** calls without the program's name; several are joined by ` && guizhang ` */
  readonly examples: readonly string[];
}

type OptionSet = Readonly<Record<string, OptionEntry>>;

interface CommandTable {
  readonly sets: Readonly<Record<string, OptionSet>>;
  readonly groups: Readonly<Record<string, InBoth>>;
  readonly commands: Readonly<Record<string, CommandEntry>>;
}

let table: CommandTable | undefined;

/** The table of all commands, `data/terminal/commands.yaml`. */
export function commandTable(): CommandTable {
  table ??= parse(readDataText("terminal/commands.yaml")) as CommandTable;
  return table;
}

/** The options that a command's help shows: its own, those of its sets, those of every command. */
export function optionsOf(name: string): OptionSet {
  const { sets, commands } = commandTable();
  const command = commands[name]!;
  const shared = command.sets.map((set) => sets[set]!);
  return Object.assign({}, command.options, ...shared, command.options, sets.always);
}

/** The options of a command as node parses them. Options of reading and writing are taken by every command. */
export function parsedOptions(name: string): NonNullable<ParseArgsConfig["options"]> {
  const { sets } = commandTable();
  const all: OptionSet = { ...sets.records, ...sets.texts, ...optionsOf(name) };
  return Object.fromEntries(
    Object.entries(all).map(([option, { value, many }]) => [
      option,
      {
        type: value === undefined ? "boolean" : "string",
        ...(many === true && { multiple: true }),
        ...(option === "help" && { short: "h" }),
      },
    ]),
  );
}
