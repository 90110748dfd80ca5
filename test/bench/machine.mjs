// The machine and the versions that a table of results names.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

function pythonVersions() {
  const code =
    "import sys, jieba, sklearn; print('Python', sys.version.split()[0] + ', jieba', jieba.__version__ + ', scikit-learn', sklearn.__version__)";
  try {
    return execFileSync("/usr/bin/python3", ["-c", code], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "no Python with jieba and scikit-learn";
  }
}

/** One line each: machine, system, versions. */
export function machine() {
  const processors = cpus();
  const name = /PRETTY_NAME="(.*)"/.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? process.platform;
  return [
    `${processors.length} cores (${processors[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${name}, Node ${process.versions.node}`,
    `${pythonVersions()}; jieba-wasm 2.4.0, @node-rs/jieba 2.0.3`,
  ];
}
