import type { SourceDocument } from "./document.js";

/** One file that a study rests on: its name, size and sha256. */
export interface ManifestRow {
  readonly source: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** How a file at hand compares with the manifest. */
export interface ManifestComparison {
  readonly source: string;
  readonly status: "equal" | "differs" | "missing" | "unlisted";
  readonly expected_bytes: number | null;
  readonly found_bytes: number | null;
  readonly expected_sha256: string | null;
  readonly found_sha256: string | null;
}

/**
 * Compares the files at hand with a manifest, by name and sha256.
 *
 * @param documents the files at hand
 * @param manifest what the study was made from
 * @returns a row per file, in code-point order: `equal`, `differs`, `missing` (listed, not at hand), `unlisted`
 * @example
 * compareWithManifest([], [{ source: "a.txt", bytes: 1, sha256: "00" }])[0].status // "missing"
 */
export function compareWithManifest(
  documents: readonly Pick<SourceDocument, "source" | "bytes" | "sha256">[],
  manifest: readonly ManifestRow[],
): ManifestComparison[] {
  const found = new Map(documents.map((d) => [d.source, d]));
  const expected = new Map(manifest.map((m) => [m.source, m]));
  const names = [...new Set([...found.keys(), ...expected.keys()])].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  return names.map((source) => {
    const e = expected.get(source);
    const f = found.get(source);
    const status = !f
      ? "missing"
      : !e
        ? "unlisted"
        : e.sha256 === f.sha256 && e.bytes === f.bytes
          ? "equal"
          : "differs";
    return {
      source,
      status,
      expected_bytes: e?.bytes ?? null,
      found_bytes: f?.bytes ?? null,
      expected_sha256: e?.sha256 ?? null,
      found_sha256: f?.sha256 ?? null,
    };
  });
}
