// Help, parsing and completion come from one table; here it is held against what the commands do.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commandTable, optionsOf, parsedOptions } from "../../src/cli/command-table.js";
import { COMMANDS } from "../../src/cli/commands.js";
import { call } from "./call.js";
import { noticeFolder } from "./notices.js";

const folder = noticeFolder();
const table = commandTable();
const names = Object.keys(COMMANDS);

test("the table and the commands have the same names, and every group is known", () => {
  expect(Object.keys(table.commands).sort()).toEqual([...names].sort());
  const known = Object.keys(table.groups);
  expect(Object.values(table.commands).filter(({ group }) => !known.includes(group))).toEqual([]);
});

test.each(names)("%s --help shows usage, every option and two examples that begin with it", async (name) => {
  const { status, out } = await call(name, "--help");
  expect(status).toBe(0);
  expect(out).toContain(`usage: guizhang ${name}`);
  for (const option of Object.keys(optionsOf(name))) expect(out).toContain(`--${option}`);
  const { examples } = table.commands[name]!;
  expect(examples.length).toBe(2);
  for (const example of examples)
    expect(example.split(" && guizhang ").at(-1)).toMatch(new RegExp(`^${name}\\b`));
  expect((await call("help", name)).out).toBe(out);
});

test.each(names)("%s reads no option that the table does not have", (name) => {
  const source = readFileSync(`src/cli/${name}.ts`, "utf8");
  const read = [
    ...source.matchAll(/\bvalues\.(\w+)/g),
    ...source.matchAll(/\bvalues\["([\w-]+)"\]/g),
    ...source.matchAll(/\b(?:oneOf|wholeNumber)(?:<\w+>)?\(\s*values[^,]*,\s*"([\w-]+)"/g),
  ].map((m) => m[1]!);
  const known = parsedOptions(name);
  expect(read.filter((option) => !Object.hasOwn(known, option))).toEqual([]);
});

/** Options whose values the table lists, and no file or number beside them. */
const closed = names.flatMap((name) =>
  Object.entries({ ...table.commands[name]!.options }).flatMap(([option, { value = "" }]) =>
    /^[a-z][\w-]*(\|[a-z][\w-]*)+$/.test(value) ? [[name, option, value.split("|")] as const] : [],
  ),
);

describe("the values that the table lists are the values that the command takes", () => {
  test.each(closed)("%s --%s", async (name, option, values) => {
    const needed: Record<string, string[]> = { map: ["--output", `${folder}-out`], keyness: ["--target"] };
    const { status, err } = await call(name, `--${option}`, "=", ...(needed[name] ?? []), folder);
    const listed = /expects one of (.*), found =/.exec(err)?.[1]?.split(", ") ?? [err];
    expect([status, [...listed].sort()]).toEqual([2, [...values].sort()]);
  });
});

test("a near miss of an option's value is named", async () => {
  const { err } = await call("severity", "--by", "adressee", folder);
  expect(err).toContain("found adressee, did you mean addressee?");
});

describe("completion", () => {
  /** What bash offers for the words of a line. */
  const offered = (...words: string[]): string[] => {
    const script = `eval "$(cat)"; COMP_WORDS=(${words.map((w) => `'${w}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _guizhang; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync("bash", ["-c", script], { input: scripts.bash, encoding: "utf8" })
      .stdout.split("\n")
      .filter(Boolean);
  };
  const scripts: Record<string, string> = {};

  test.each(["bash", "zsh", "fish"])(
    "%s: a script that the shell accepts and that names every command",
    async (shell) => {
      const { status, out } = await call("completion", shell);
      scripts[shell] = out;
      expect(status).toBe(0);
      expect(names.filter((name) => !out.includes(name))).toEqual([]);
      const parsed = spawnSync(shell, ["-n"], { input: out, encoding: "utf8" });
      if (!parsed.error) expect([parsed.status, parsed.stderr]).toEqual([0, ""]);
    },
  );

  test("bash completes commands and the options of a command", () => {
    expect(offered("guizhang", "sev")).toEqual(["severity"]);
    expect(offered("guizhang", "kwic", "--s")).toEqual(["--sort", "--stop-words"]);
    expect(offered("guizhang", "parts", "da")).toEqual([]);
  });

  test("another shell is a wrong call", async () => {
    const { status, err } = await call("completion", "basch");
    expect([status, err]).toEqual([2, expect.stringContaining("did you mean bash?")]);
  });
});
