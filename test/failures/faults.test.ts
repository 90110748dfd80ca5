// Faults injected into runs and kernels, and the table of them: `npx vitest run … test/failures -u` writes it.
import { expect, test } from "vitest";
import { injected } from "./injected.js";
import "./kernels.js";
import { canMount } from "./runs.js";

test.skipIf(!canMount)(
  "the table of faults is what these tests injected (all of them, where a disk can be mounted)",
  async () => {
    const rows = injected.map(({ fault, times, lost }) => `| ${fault} | ${times} | ${lost} |`);
    const text = `# Faults injected

Kept by \`faults.test.ts\`. "Lost" is what a second run did not have as if the fault had not been.

| fault | times | lost |
| --- | ---: | --- |
${rows.join("\n")}
`;
    await expect(text).toMatchFileSnapshot("RESULTS.md");
  },
);
