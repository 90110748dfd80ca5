/** Where a command reads and writes; tests pass their own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => Uint8Array;
  /** whether standard output is a terminal */
  readonly terminal: boolean;
  /** language and colours of what people read; default: English without colours */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A command: arguments after its name in, exit status out (0 done, 1 the answer is no, 2 wrong call or unreadable input). */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Controls, bidirectional marks, zero-width characters and halves of characters. */
const REWRITES = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu;

/** A text as a terminal may show it: what could rewrite its lines is a dot. */
export function printable(text: string): string {
  return text.replace(REWRITES, "·");
}

/** Names on standard error what went wrong: its first line, or where it happened with `--debug`. */
export function reportError(error: unknown, io: Io, debug: boolean): void {
  const { message, stack } = error as Error;
  io.stderr(debug ? `${stack}\n` : `guizhang: ${printable(message.split("\n")[0]!)}\n`);
}

/** A wrong call: one line for the user, exit status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
