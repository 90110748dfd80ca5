// The examples of every command's help run as they stand, in an empty folder that has the project's data and notebooks beside it.
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// the compiled library: threads start from a compiled file
import { main } from "../../dist/cli/main.js";
import { commandTable, parsedOptions } from "../../src/cli/command-table.js";

/** What is run by tests of its own, since it takes minutes, opens a window or writes into the project. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  new: "test/cli/new.test.ts",
  reproduce: "test/cli/reproduce.test.ts",
  site: "test/site",
  lab: "test/cli/lab.test.ts",
};

const project = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  for (const name of ["data", "notebooks"]) symlinkSync(resolve(name), join(folder, name), "junction");
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(project);
  rmSync(folder, { recursive: true, force: true });
});

/** The words of a line, quoted words whole. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

describe.each(Object.entries(commandTable().commands))("%s", (name, { examples }) => {
  test.each(examples)("guizhang %s", async (example) => {
    for (const line of example.split(" && guizhang ")) {
      const [command = "", ...args] = words(line);
      if (ELSEWHERE[name]) parseArgs({ args, options: parsedOptions(command), allowPositionals: true });
      else {
        let [out, err] = ["", ""];
        const status = await main([command, ...args], {
          stdout: (text) => {
            out += text;
          },
          stderr: (text) => {
            err += text;
          },
          stdin: () => new Uint8Array(),
          terminal: false,
        });
        expect([status, err]).toEqual([0, expect.any(String)]);
        const toFile = ["--output", "--to"].some((option) => args.includes(option));
        if (!toFile && command !== "merge") expect(out).not.toBe("");
      }
    }
  });
});
