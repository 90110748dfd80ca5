// A copy of the project goes when the process is ended in the middle of its work.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

test("a process that exits early leaves no copy of the project behind", () => {
  const folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  const [root, temporary] = [join(folder, "project"), join(folder, "temporary")];
  mkdirSync(join(root, "node_modules"), { recursive: true });
  mkdirSync(temporary);
  const program = `
    import { readdirSync } from "node:fs";
    import { copyProject } from ${JSON.stringify(pathToFileURL(resolve("dist/notebooks/project-copy.js")))};
    const copies = [1, 2, 3].map(() => copyProject(${JSON.stringify(root)}));
    copies[1].remove();
    console.log(readdirSync(${JSON.stringify(temporary)}).length);
    process.exit(130);`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  expect([status, stdout]).toEqual([130, "2\n"]);
  expect(readdirSync(temporary)).toEqual([]);
  rmSync(folder, { recursive: true });
});
