import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { writeKernelSpec } from "../notebooks/kernel-spec.js";
import { isStudy, linkPackages } from "../notebooks/own-study.js";
import type { Io } from "./io.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

const HINT = `guizhang: lab requires Jupyter, found neither jupyter-lab nor jupyter-notebook
  Debian, Ubuntu  sudo apt install jupyter-notebook
  macOS           brew install jupyterlab
  Windows         winget install Python.Python.3.13, then: py -m pip install jupyterlab
  others          python3 -m pip install --user jupyterlab
The notebooks also run without it: npm run reproduce
`;

/** `guizhang lab [FOLDER]`: opens Jupyter in the project, or in a study of one's own, with the project's kernel; its exit status is Jupyter's. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  if (args.includes("--spec")) {
    io.stdout(`${writeKernelSpec(ROOT).JUPYTER_PATH}\n`);
    return 0;
  }
  const program = ["jupyter-lab", "jupyter-notebook"].find(
    (name) =>
      spawnSync(name, ["--version"], { stdio: "ignore", shell: process.platform === "win32" }).status === 0,
  );
  if (!program) {
    io.stderr(HINT);
    return 2;
  }
  const [folder, ...rest] = args;
  const own = folder !== undefined && isStudy(folder) ? folder : null;
  if (own !== null) linkPackages(own, ROOT);
  const env = { ...process.env, ...writeKernelSpec(ROOT) };
  const jupyter = spawn(program, own === null ? [...args] : rest, {
    cwd: own ?? ROOT,
    env,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const pass = () => {}; // Ctrl-C reaches Jupyter by itself, which asks
  process.on("SIGINT", pass);
  return new Promise((resolve) => {
    jupyter.on("exit", (code) => {
      process.off("SIGINT", pass);
      resolve(code ?? 1);
    });
  });
}
