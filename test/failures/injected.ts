import { vi } from "vitest";

// programs are started many times, slowly on a busy machine; this file is read before the tests are made
vi.setConfig({ testTimeout: 600_000 });

/** A fault that was injected so many times, and what a second run did not have as if the fault had not been. */
export interface Injected {
  readonly fault: string;
  readonly times: number;
  readonly lost: string;
}

/** What the tests of this folder injected, in the order of the tests. */
export const injected: Injected[] = [];

/** Notes a fault that a test injected so many times, at its end: everything was there again afterwards. */
export function survived(fault: string, times: number): void {
  injected.push({ fault, times, lost: "nothing" });
}
