// Drives Chromium over its debugging pipe, without a package: tests that use it are skipped where there is none.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** Name of an installed Chromium, or null. */
export const chromium =
  process.env.GUIZHANG_CHROMIUM ??
  ["chromium", "chromium-browser", "google-chrome"].find(
    (name) => spawnSync(name, ["--version"]).status === 0,
  ) ??
  null;

/** A page that a test looks at. */
export interface Page {
  open(url: string): Promise<void>;
  /** value of an expression in the page; promises are awaited */
  evaluate<T>(expression: string): Promise<T>;
  /** waits until an expression is true */
  until(expression: string, limit?: number): Promise<void>;
  press(key: string): Promise<void>;
  size(width: number, height: number): Promise<void>;
  /** PNG of what is seen */
  picture(): Promise<Buffer>;
  /** messages and errors on the console since the page was opened */
  readonly console: readonly string[];
  /** addresses asked for since the page was opened */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: differs by message
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: differs by message
  readonly result?: any;
  readonly error?: { readonly message: string };
}

/** Starts Chromium with a profile of its own and one page. */
export async function startPage(): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const options = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--allow-file-access-from-files",
  ];
  const child: ChildProcess = spawn(
    chromium!,
    [...options, "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const [input, output] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const waiting = new Map<number, (answer: Answer) => void>();
  const events: ((answer: Answer) => void)[] = [];
  let buffer = "";
  output.setEncoding("utf8");
  output.on("data", (chunk: string) => {
    const parts = (buffer + chunk).split("\0");
    buffer = parts.pop()!;
    for (const part of parts) {
      const answer = JSON.parse(part) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
      else for (const event of events) event(answer);
    }
  });
  let last = 0;
  let session: string | undefined;
  const send = (method: string, params: object = {}) =>
    // biome-ignore lint/suspicious/noExplicitAny: differs by method
    new Promise<any>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (answer) => {
        waiting.delete(id);
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result);
      });
      input.write(`${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`);
    });
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  session = (await send("Target.attachToTarget", { targetId, flatten: true })).sessionId;
  const [console, requests]: [string[], string[]] = [[], []];
  events.push(({ method, params }) => {
    if (method === "Runtime.consoleAPICalled") {
      console.push(
        `${params.type}: ${params.args.map((a: { value?: unknown; description?: string }) => a.value ?? a.description).join(" ")}`,
      );
    }
    if (method === "Runtime.exceptionThrown")
      console.push(
        `exception: ${params.exceptionDetails.exception?.description ?? params.exceptionDetails.text}`,
      );
    if (method === "Log.entryAdded") console.push(`${params.entry.level}: ${params.entry.text}`);
    if (method === "Network.requestWillBeSent") requests.push(params.request.url);
  });
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await send(`${domain}.enable`);
  const page: Page = {
    console,
    requests,
    async open(url) {
      console.length = 0;
      requests.length = 0;
      const loaded = new Promise<void>((resolve) => {
        const listener = ({ method }: Answer) => {
          if (method === "Page.loadEventFired") resolve();
        };
        events.push(listener);
      });
      await send("Page.navigate", { url });
      await loaded;
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async until(expression, limit = 30_000) {
      const end = Date.now() + limit;
      while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
        if (Date.now() > end) throw new Error(`not true after ${limit / 1000} s: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    async press(key) {
      const code = { Tab: 9, Enter: 13 }[key] ?? key.charCodeAt(0);
      const about = { key, code: key, windowsVirtualKeyCode: code, ...(key === "Enter" && { text: "\r" }) };
      await send("Input.dispatchKeyEvent", { type: "keyDown", ...about });
      await send("Input.dispatchKeyEvent", { type: "keyUp", ...about });
    },
    async size(width, height) {
      await send("Emulation.setDeviceMetricsOverride", {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      });
    },
    async picture() {
      return Buffer.from((await send("Page.captureScreenshot", { format: "png" })).data, "base64");
    },
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return page;
}
