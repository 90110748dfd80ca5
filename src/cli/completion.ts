import { nearest, readArguments } from "./arguments.js";
import { type CommandEntry, commandTable, optionsOf } from "./command-table.js";
import { type Io, UsageError } from "./io.js";

/** What writes the script of each shell. */
const SHELLS = { bash, zsh, fish } as const;

/** `guizhang completion bash|zsh|fish`: a script that completes commands and options; a shell's start file sources it. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readArguments("completion", args);
  const [shell = "none"] = positionals;
  if (positionals.length > 1 || !Object.hasOwn(SHELLS, shell)) {
    const near = nearest(shell, Object.keys(SHELLS));
    throw new UsageError(
      `completion expects bash, zsh or fish, found ${positionals.join(" ") || "none"}${near ? `, did you mean ${near}?` : ""}`,
    );
  }
  io.stdout(SHELLS[shell as keyof typeof SHELLS]());
  return 0;
}

const commands = (): [string, CommandEntry][] => Object.entries(commandTable().commands);
const names = (): string =>
  commands()
    .map(([name]) => name)
    .join(" ");
const optionsLine = (name: string): string =>
  Object.keys(optionsOf(name))
    .map((option) => `--${option}`)
    .join(" ");

/** The case of each command's options, as bash and zsh write it. */
const cases = (): string =>
  commands()
    .map(([name]) => `    ${name}) options="${optionsLine(name)}" ;;`)
    .join("\n");

function bash(): string {
  return `# guizhang: eval "$(guizhang completion bash)"
_guizhang() {
  local word=\${COMP_WORDS[COMP_CWORD]} options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names()} --help --version" -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases()}
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=() ;;
  esac
}
complete -o default -F _guizhang guizhang
`;
}

function zsh(): string {
  return `#compdef guizhang
# guizhang: eval "$(guizhang completion zsh)"
_guizhang() {
  local options=""
  if (( CURRENT == 2 )); then
    compadd -- ${names()} --help --version
    return
  fi
  case $words[2] in
${cases()}
  esac
  if [[ $words[CURRENT] == -* ]]; then compadd -- \${(s: :)options}; else _files; fi
}
compdef _guizhang guizhang
`;
}

function fish(): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const lines = commands().flatMap(([name, { en }]) => [
    `complete -c guizhang -n __fish_use_subcommand -f -a ${name} -d ${quoted(en)}`,
    ...Object.entries(optionsOf(name)).map(
      ([option, entry]) =>
        `complete -c guizhang -n '__fish_seen_subcommand_from ${name}' -l ${option}${entry.value ? " -r" : ""} -d ${quoted(entry.en)}`,
    ),
  ]);
  return `# guizhang: guizhang completion fish | source\n${lines.join("\n")}\n`;
}
