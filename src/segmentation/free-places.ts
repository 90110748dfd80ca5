const FREE = -1;

/** The places of a double-array trie while it is built: from which state each is reached, and which are free. */
export function freePlaces() {
  let check = new Int32Array(0);
  let after = new Int32Array(0); // a place at or before the next free one, for places that are taken
  let end = 0; // places up to the last one taken
  // where the search for a base ended last, by the bits of the number of children: what was too dense is too dense now
  const resume = new Int32Array(33).fill(1);

  function grow(): void {
    const size = Math.max(1024, 2 * check.length);
    const checks = new Int32Array(size).fill(FREE);
    checks.set(check);
    const list = Int32Array.from({ length: size }, (_, place) => place + 1);
    list.set(after);
    check = checks;
    after = list;
  }

  /** the first free place at or after one; shortens the way for the next search */
  function freeFrom(place: number): number {
    let free = place;
    for (;;) {
      while (free >= check.length) grow();
      if (check[free] === FREE) break;
      free = after[free] as number;
    }
    for (let at = place; at < free; ) {
      const next = after[at] as number;
      after[at] = free;
      at = next;
    }
    return free;
  }

  function take(place: number, parent: number): void {
    while (place >= check.length) grow();
    check[place] = parent;
    end = Math.max(end, place + 1);
  }

  /** a base at which all children (code, and two numbers more) fall on free places */
  function baseFor(children: readonly number[]): number {
    const size = 32 - Math.clz32(children.length / 3 - 1);
    const lead = children[0] as number;
    for (let place = freeFrom(resume[size] as number); ; place = freeFrom(place + 1)) {
      if (place <= lead || !fits(place - lead, children)) continue;
      resume[size] = place;
      return place - lead;
    }
  }

  function fits(base: number, children: readonly number[]): boolean {
    for (let i = 3; i < children.length; i += 3) {
      const place = base + (children[i] as number);
      while (place >= check.length) grow();
      if (check[place] !== FREE) return false;
    }
    return true;
  }

  /** the checks of the places in use, and of as many after them as the highest code reaches */
  function checks(highest: number): Int32Array {
    const kept = new Int32Array(end + highest + 1).fill(FREE);
    kept.set(check.subarray(0, end));
    return kept;
  }

  return { take, baseFor, checks };
}
