#!/usr/bin/env node
// The command `guizhang`: builds the library when its sources are newer than dist/, then runs src/cli/main.ts.
import { build } from "./build.mjs";

try {
  build();
} catch (error) {
  console.error(`guizhang: ${error.message}`);
  process.exit(2);
}
const { main } = await import("../../dist/cli/main.js");
process.exitCode = await main(process.argv.slice(2));
