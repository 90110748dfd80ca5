const LONGEST = 18; // characters

/** A name as printed, without connectives, at most 18 characters: its end for a name, its head for an item. */
export function shortened(words: string, keep: "tail" | "head" = "tail"): string {
  const plain = words
    .replace(/\s+/g, "")
    .replace(/^[、和与,:;]+|[、,:;的]+$/g, "")
    .replace(/^\d{1,4}年(?:度|底|末)?/, "")
    .replace(/^(?:其中|做到|确保|保证|使其|力争|争取)/, "");
  const characters = Array.from(plain);
  return (keep === "tail" ? characters.slice(-LONGEST) : characters.slice(0, LONGEST)).join("");
}
