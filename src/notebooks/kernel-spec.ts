import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWhole } from "../whole-file.js";

const SHIM = fileURLToPath(new URL("./kernel-shim.cjs", import.meta.url));

/** What Jupyter needs to know to start our kernel: tslab with the preload and the fixed environment. */
export function kernelSpec(root: string): Readonly<Record<string, unknown>> {
  const tslab = createRequire(join(root, "package.json")).resolve("tslab/bin/tslab");
  return {
    argv: [
      process.execPath,
      "--disable-warning=ExperimentalWarning",
      "--require",
      SHIM,
      tslab,
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    display_name: "TypeScript (tslab)",
    language: "typescript",
    env: { TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
  };
}

/**
 * Writes the kernel's description to `.cache/jupyter` in the project: nothing outside it is touched.
 *
 * @returns the environment under which Jupyter finds it
 */
export function writeKernelSpec(root: string): Readonly<Record<string, string>> {
  const home = join(root, ".cache", "jupyter");
  const path = join(home, "kernels", "tslab", "kernel.json");
  writeWhole(path, `${JSON.stringify(kernelSpec(root), null, 2)}\n`);
  const more = process.env.JUPYTER_PATH;
  const separator = process.platform === "win32" ? ";" : ":";
  return {
    JUPYTER_PATH: more ? `${home}${separator}${more}` : home,
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(home, "lab", "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(home, "lab", "workspaces"),
    IPYTHONDIR: join(home, "ipython"),
  };
}
