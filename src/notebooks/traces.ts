/** An error as a cell threw it or the compiler found it. */
export interface Failure {
  /** type: does not compile; thrown: the cell ended with it; late: nobody waited for it; refused: by the runner */
  readonly kind: "type" | "thrown" | "late" | "refused";
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
  /** for kind `type`: line, column and message */
  readonly text?: string;
}

/**
 * The frames of a stack trace that are the same on every machine: those of the notebook and of the library, without
 * folders; the frames of the kernel, of node and of packages are left out, and so is the quoted compiled line.
 *
 * @param stack as the engine made it
 * @param root the project's folder, whose name is removed
 * @returns lines such as `    at deeper (cell:3:9)`
 */
export function cleanFrames(stack: string, root: string): string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => withoutPaths(line, root))
    .filter((line) => /[ (](cell:|dist\/)/.test(line));
}

/** A text without the project's folder and without the names that the engine gives to cells. */
export function withoutPaths(text: string, root: string): string {
  return text
    .replaceAll(`file://${root}/`, "")
    .replaceAll(`${root}/`, "")
    .replaceAll(root, ".")
    .replaceAll("evalmachine.<anonymous>:", "cell:");
}
