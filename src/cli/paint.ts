/** Marks for a terminal. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const marked =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

/** No marks: what a file, a pipe or a reader without colours gets. */
export const PLAIN: Paint = { bold: (text) => text, yellow: (text) => text };

/** Bold and colour. */
export const PAINTED: Paint = { bold: marked(1, 22), yellow: marked(33, 39) };

/**
 * Whether a stream is painted: only a terminal, and not where `NO_COLOR` is set or the terminal is dumb.
 *
 * @see https://no-color.org
 */
export function paintOf(terminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  return terminal && !env.NO_COLOR && env.TERM !== "dumb" ? PAINTED : PLAIN;
}
