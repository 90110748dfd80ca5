import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/lab.js";

describe("guizhang lab", () => {
  const collect = () => {
    const text = { out: "", err: "" };
    const io = {
      stdout: (part: string) => {
        text.out += part;
      },
      stderr: (part: string) => {
        text.err += part;
      },
      stdin: () => new Uint8Array(),
      terminal: false,
    };
    return { text, io };
  };

  it("--spec describes the kernel inside the project and prints where", async () => {
    const { text, io } = collect();
    expect(await run(["--spec"], io)).toBe(0);
    const folder = text.out.trim().split(":")[0]!;
    const spec = JSON.parse(readFileSync(join(folder, "kernels", "tslab", "kernel.json"), "utf8"));
    expect(spec).toMatchObject({ language: "typescript", env: { TZ: "UTC" } });
    expect(spec.argv).toContain("{connection_file}");
    expect(folder.endsWith(join(".cache", "jupyter"))).toBe(true);
  });

  it("says for each system how to get Jupyter where there is none", async () => {
    const { text, io } = collect();
    const path = process.env.PATH;
    process.env.PATH = "/nonexistent";
    try {
      expect(await run([], io)).toBe(2);
    } finally {
      process.env.PATH = path;
    }
    expect(text.err).toMatch(
      /apt install jupyter-notebook[\s\S]*macOS +brew[\s\S]*Windows +winget[\s\S]*pip/,
    );
  });
});
