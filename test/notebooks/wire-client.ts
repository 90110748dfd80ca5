// A Jupyter client on the wire protocol, independent of our runner: what it gets from `tslab kernel` must be what the
// runner gets from tslab's executor. https://jupyter-client.readthedocs.io/en/stable/messaging.html
import { spawn } from "node:child_process";
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Notebook } from "../../src/notebooks/notebook.js";
import { collectOutputs, type KernelMessage } from "../../src/notebooks/outputs.js";

interface Message {
  readonly header: { readonly msg_type: string };
  readonly parent_header: { readonly msg_id?: string };
  // biome-ignore lint/suspicious/noExplicitAny: contents differ by message type
  readonly content: any;
}

interface Socket extends AsyncIterable<Buffer[]> {
  connect(address: string): void;
  subscribe(): void;
  send(frames: (string | Buffer)[]): Promise<void>;
  close(): void;
}

const DELIMITER = Buffer.from("<IDS|MSG>");

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Runs a notebook over sockets with the kernel that a kernel specification describes. */
export async function runOverWire(
  notebook: Notebook,
  spec: { readonly argv: readonly string[]; readonly env: Readonly<Record<string, string>> },
  cwd: string,
): Promise<Notebook> {
  const require = createRequire(createRequire(import.meta.url).resolve("tslab"));
  const zeromq = require("zeromq") as {
    Dealer: new () => Socket;
    Subscriber: new (options: object) => Socket;
  };
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts(5);
  const key = randomBytes(16).toString("hex");
  const folder = mkdtempSync(join(tmpdir(), "kernel-"));
  const connection = join(folder, "connection.json");
  const ports = { shell_port, iopub_port, stdin_port, control_port, hb_port };
  const about = {
    transport: "tcp",
    ip: "127.0.0.1",
    key,
    signature_scheme: "hmac-sha256",
    kernel_name: "tslab",
  };
  writeFileSync(connection, JSON.stringify({ ...about, ...ports }), { mode: 0o600 });
  const [program, ...args] = spec.argv.map((part) => part.replace("{connection_file}", connection));
  const child = spawn(program!, args, { cwd, env: { ...process.env, ...spec.env }, stdio: "ignore" });
  const shell = new zeromq.Dealer();
  const iopub = new zeromq.Subscriber({ receiveHighWaterMark: 0 });
  iopub.subscribe();
  shell.connect(`tcp://127.0.0.1:${shell_port}`);
  iopub.connect(`tcp://127.0.0.1:${iopub_port}`);
  const listeners = new Map<string, (message: Message, from: "shell" | "iopub") => void>();
  const listen = async (socket: Socket, from: "shell" | "iopub") => {
    for await (const frames of socket) {
      const at = frames.findIndex((frame) => frame.equals(DELIMITER));
      const [header, parent_header, , content] = frames
        .slice(at + 2)
        .map((frame) => JSON.parse(frame.toString()));
      listeners.get(parent_header.msg_id)?.({ header, parent_header, content }, from);
    }
  };
  const listening = [listen(shell, "shell"), listen(iopub, "iopub")];

  const request = (
    msg_type: string,
    content: object,
    limit: number,
    heard: (message: Message) => void = () => {},
  ) =>
    new Promise<Message>((resolve, reject) => {
      const msg_id = randomUUID();
      const header = {
        msg_id,
        session: "s",
        username: "u",
        date: new Date().toISOString(),
        msg_type,
        version: "5.3",
      };
      const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
      const signature = parts
        .reduce((hmac, part) => hmac.update(part), createHmac("sha256", key))
        .digest("hex");
      let reply: Message | null = null;
      let idle = false;
      const timer = setTimeout(() => {
        listeners.delete(msg_id);
        reject(new Error(`no answer to ${msg_type}`));
      }, limit);
      listeners.set(msg_id, (message, from) => {
        if (from === "shell") reply = message;
        else if (message.header.msg_type !== "status") heard(message);
        else if (message.content.execution_state === "idle") idle = true;
        if (!reply || !idle) return;
        clearTimeout(timer);
        listeners.delete(msg_id);
        resolve(reply);
      });
      void shell.send([DELIMITER, signature, ...parts]);
    });

  try {
    // a subscriber hears nothing before its subscription has arrived: ask until an answer is heard on both sockets
    let info: Message | null = null;
    // two minutes: a start takes one second or two, but many start at once
    for (let i = 0; i < 240 && !info; i++)
      info = await request("kernel_info_request", {}, 500).catch(() => null);
    if (!info) throw new Error("the kernel did not start");
    const cells: Notebook["cells"][number][] = [];
    for (const cell of notebook.cells) {
      if (cell.cell_type !== "code") {
        cells.push(cell);
        continue;
      }
      const heard: KernelMessage[] = [];
      const content = {
        code: cell.source,
        silent: false,
        store_history: true,
        user_expressions: {},
        allow_stdin: false,
      };
      const reply = await request("execute_request", content, 60_000, ({ header, content }) => {
        if (header.msg_type === "stream")
          heard.push({ type: "stream", name: content.name, text: content.text });
        else if (/display_data$/.test(header.msg_type))
          heard.push({ type: header.msg_type as "display_data", content });
      });
      cells.push({
        ...cell,
        outputs: collectOutputs(heard),
        execution_count: reply.content.execution_count ?? null,
      });
    }
    const language_info = info.content.language_info;
    const kernelspec = { display_name: "TypeScript (tslab)", language: "typescript", name: "tslab" };
    return { cells, metadata: { ...notebook.metadata, kernelspec, language_info } };
  } finally {
    child.kill("SIGKILL");
    shell.close();
    iopub.close();
    await Promise.allSettled(listening);
    rmSync(folder, { recursive: true, force: true });
  }
}
