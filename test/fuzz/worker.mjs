// Tries inputs one after the other in a thread of its own; the main thread sees from `state` which one is under way.
import { parentPort, workerData } from "node:worker_threads";
import { runnerImport } from "vite";

const { state, list, seed, count, from } = workerData;
const { module } = await runnerImport("./test/fuzz/lists.ts");
const inputs = module.listOf(list, seed, count);
for (let number = from; number < inputs.count; number++) {
  Atomics.store(state, 0, number);
  const { kind, size, check } = inputs.input(number);
  const began = process.cpuUsage();
  let error = null;
  try {
    check();
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.stack}` : String(thrown);
  }
  const { user, system } = process.cpuUsage(began);
  parentPort.postMessage({ number, kind, size, ms: (user + system) / 1000, error });
}
