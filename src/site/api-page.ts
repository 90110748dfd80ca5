import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A public name with what stands above it in its file. */
interface Documented {
  readonly name: string;
  readonly file: string;
  readonly comment: string;
}

/**
 * The reference of all public functions and types as Markdown, made from the list of exports and the doc comments: a section a
 * stage, a heading a name.
 *
 * @param root the project's folder
 */
export function apiMarkdown(root: string): string {
  const index = readFileSync(join(root, "src", "index.ts"), "utf8");
  const [, ...stages] = index.split(/^\/\/ /m);
  const sections = stages.map((stage) => {
    const [heading = "", ...rest] = stage.split("\n");
    const names = exportsOf(rest.join("\n")).map(({ name, file }) => documented(root, name, file));
    return names.length === 0 ? "" : `## ${heading}\n\n${names.map(entry).join("\n\n")}`;
  });
  const intro = 'What `import { … } from "guizhang"` gives, by stage. Examples are run by the tests.';
  return `# Functions and types 函数与类型\n\n${intro}\n\n${sections.filter(Boolean).join("\n\n")}\n`;
}

function exportsOf(text: string): { name: string; file: string }[] {
  return [...text.matchAll(/export (?:type )?\{([^}]*)\} from "\.\/([^"]+)\.js"/g)].flatMap(
    ([, names = "", file = ""]) =>
      names.split(",").flatMap((one) => {
        const name = one
          .trim()
          .replace(/^type /, "")
          .split(" as ")[0]!
          .trim();
        return name === "" ? [] : [{ name, file: `src/${file}.ts` }];
      }),
  );
}

function documented(root: string, name: string, file: string): Documented {
  const source = readFileSync(join(root, file), "utf8");
  const at = source.search(
    new RegExp(`^export (?:async )?(?:function\\*?|const|interface|type|class) ${name}\\b`, "m"),
  );
  const above = at < 0 ? "" : source.slice(0, at);
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(above)?.[1] ?? "";
  return { name, file, comment: comment.replace(/^\s*\* ?/gm, "").trim() };
}

function entry({ name, file, comment }: Documented): string {
  const [text = "", ...tags] = comment.split(/^@/m);
  const plain = (part: string): string =>
    part
      .replace(/\{@link (\w+)\}/g, "`$1`")
      .replaceAll("<", "&lt;")
      .trim();
  const lines = tags.map((tag) => {
    const [, kind = "", rest = ""] = /^(\w+)\s*([\s\S]*)$/.exec(tag) ?? [];
    if (kind === "example") return `\n\`\`\`ts\n${rest.trim()}\n\`\`\`\n`;
    const named = kind === "param" ? rest.replace(/^(\S+)/, "`$1`:") : rest;
    return `* ${kind === "param" ? "" : `*${kind}* `}${plain(named.replace(/\n\s*/g, " "))}`;
  });
  return [`### ${name}`, plain(text) || "See the type in its file.", lines.join("\n"), `\`${file}\``]
    .filter(Boolean)
    .join("\n\n");
}
