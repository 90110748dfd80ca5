import type { JsonValue, Output } from "./notebook.js";

/** What a kernel sends while a cell runs. */
export type KernelMessage =
  | { readonly type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      readonly type: "display_data" | "update_display_data";
      readonly content: {
        readonly data: { readonly [mediaType: string]: JsonValue };
        readonly metadata?: { readonly [key: string]: JsonValue };
        readonly transient?: { readonly display_id?: string };
      };
    };

/**
 * The outputs of one cell from what its kernel sent: consecutive text of one stream is one output, as JupyterLab
 * stores it, and an update of a display replaces the display of its name in the same cell.
 */
export function collectOutputs(messages: readonly KernelMessage[]): Output[] {
  const outputs: Output[] = [];
  const named = new Map<string, number>();
  for (const message of messages) {
    const last = outputs.at(-1);
    if (message.type === "stream") {
      const { name, text } = message;
      if (last?.output_type === "stream" && last.name === name) {
        outputs[outputs.length - 1] = { ...last, text: last.text + text };
      } else outputs.push({ output_type: "stream", name, text });
      continue;
    }
    const { data, metadata = {}, transient } = message.content;
    // a round through JSON: what the kernel would send over the wire
    const output = JSON.parse(JSON.stringify({ output_type: "display_data", data, metadata })) as Output;
    const name = transient?.display_id;
    const at = name === undefined ? undefined : named.get(name);
    if (message.type === "update_display_data") {
      if (at !== undefined) outputs[at] = output;
      continue;
    }
    outputs.push(output);
    if (name !== undefined) named.set(name, outputs.length - 1);
  }
  return outputs;
}
