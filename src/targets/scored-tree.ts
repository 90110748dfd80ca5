import type { TargetRecord } from "./records.js";

/** The items of a part that carry points, found by their place in the outline. */
export interface ScoredTree {
  readonly scored: readonly TargetRecord[];
  /** the items that no other scored item holds */
  readonly top: readonly TargetRecord[];
  /** the items of one place in the outline */
  readonly at: (path: string) => readonly TargetRecord[];
  /** the outermost items under a path */
  readonly under: (path: string) => readonly TargetRecord[];
  /** the outermost items of the list that a path stands in */
  readonly beside: (path: string) => readonly TargetRecord[];
  /** the items one step inside an item */
  readonly directlyIn: (item: TargetRecord) => readonly TargetRecord[];
}

/** Builds the tree of the records of one part, in one pass over their paths. */
export function scoredTree(records: readonly TargetRecord[]): ScoredTree {
  const scored = records.filter((r) => r.points !== null);
  const placed = scored.filter((r) => r.label !== null || r.path !== "");
  const byAncestor = grouped(placed, (r) => ancestorsOf(r.path));
  const byParent = grouped(placed, (r) => [parentPath(r.path)]);
  const byPath = grouped(placed, (r) => [r.path]);
  const under = new Map<string, readonly TargetRecord[]>();
  const beside = new Map<string, readonly TargetRecord[]>();
  return {
    scored,
    top: topmost(placed),
    at: (path) => byPath.get(path) ?? [],
    under: (path) => remembered(under, path, () => topmost(path === "" ? [] : (byAncestor.get(path) ?? []))),
    beside: (path) =>
      remembered(beside, parentPath(path), () => topmost(byParent.get(parentPath(path)) ?? [])),
    directlyIn: (item) =>
      item.label === null
        ? []
        : [
            ...(byPath.get(item.path) ?? []).filter(
              (r) => r !== item && r.label === null && r.parent === item.label,
            ),
            ...(byParent.get(item.path) ?? []).filter((r) => r !== item),
          ],
  };
}

/** The items that no other scored item of the list holds: one above it in the outline, or the one whose part it is. */
export function topmost(records: readonly TargetRecord[]): TargetRecord[] {
  const paths = new Set(records.map((r) => r.path));
  const whole = new Set(records.filter((r) => r.label !== null).map((r) => r.path));
  return records.filter(
    (r) => !ancestorsOf(r.path).some((path) => paths.has(path)) && (r.label !== null || !whole.has(r.path)),
  );
}

/** The path one step up, empty for the outermost. */
export const parentPath = (path: string): string => path.split("/").slice(0, -1).join("/");

function ancestorsOf(path: string): string[] {
  const steps = path.split("/");
  return steps.slice(1).map((_, i) => steps.slice(0, i + 1).join("/"));
}

function grouped(
  records: readonly TargetRecord[],
  keys: (record: TargetRecord) => readonly string[],
): Map<string, TargetRecord[]> {
  const found = new Map<string, TargetRecord[]>();
  for (const record of records) {
    for (const key of keys(record)) {
      const group = found.get(key);
      if (group) group.push(record);
      else found.set(key, [record]);
    }
  }
  return found;
}

function remembered<V>(known: Map<string, V>, key: string, made: () => V): V {
  const old = known.get(key);
  if (old !== undefined) return old;
  const value = made();
  known.set(key, value);
  return value;
}
