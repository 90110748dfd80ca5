import type { CodedConsequence } from "../severity/observations.js";
import { offsetUnits } from "./code-points.js";
import { noteOf, numbersOf } from "./numbers.js";

const ATTRIBUTES = ["polarity", "addressee", "trigger"] as const;

/**
 * Writes codings of one text as brat standoff: a text-bound annotation per record, its names as attributes, its numbers
 * as JSON in an annotator's note.
 *
 * Offsets are code points, end exclusive, as brat counts them; line breaks inside an annotation read as blanks.
 *
 * @param records codings of this text
 * @param text the text as read
 * @returns the content of the `.ann` file
 * @see https://brat.nlplab.org/standoff.html
 */
export function toBrat(records: readonly CodedConsequence[], text: string): string {
  const { toPoints } = offsetUnits(text);
  let attribute = 0;
  return records
    .map((record, i) => {
      const id = `T${i + 1}`;
      const words = text.slice(record.start, record.end).replace(/[\n\r\t]/g, " ");
      return [
        `${id}\t${record.type} ${toPoints(record.start)} ${toPoints(record.end)}\t${words}`,
        ...ATTRIBUTES.map((name) => `A${++attribute}\t${name} ${id} ${record[name]}`),
        `#${i + 1}\tAnnotatorNotes ${id}\t${noteOf(record)}`,
      ].join("\n");
    })
    .map((lines) => `${lines}\n`)
    .join("");
}

/**
 * Reads brat standoff back into codings.
 *
 * @param ann content of the `.ann` file
 * @param text the text that it annotates
 * @param source name of the text in the records
 * @returns records in the order of the file; what a coder left out is `unspecified`, `other` or null
 * @throws TypeError naming the line that is no annotation
 */
export function fromBrat(ann: string, text: string, source: string): CodedConsequence[] {
  const { toUnits } = offsetUnits(text);
  const records = new Map<string, Record<string, unknown>>();
  ann.split("\n").forEach((line, i) => {
    if (line.trim() === "") return;
    const fail = (): never => {
      throw new TypeError(`${source}, line ${i + 1}: expected a brat annotation, found ${line.slice(0, 40)}`);
    };
    const [id = "", body = "", note = ""] = line.split("\t");
    const words = body.split(" ");
    if (id.startsWith("T")) {
      const [type, start, end] = words;
      if (!type || !/^\d+$/.test(start ?? "") || !/^\d+$/.test(end ?? "")) fail();
      records.set(id, { ...blank(source), type, start: toUnits(Number(start)), end: toUnits(Number(end)) });
      return;
    }
    const record = records.get(words[1] ?? "");
    if (!record) {
      if (id.startsWith("A") || id.startsWith("#")) fail();
      return;
    }
    const attribute = ATTRIBUTES.find((name) => name === words[0]);
    if (id.startsWith("A") && attribute && words[2]) record[attribute] = words[2];
    else if (id.startsWith("#")) Object.assign(record, numbersOf(note) ?? fail());
  });
  return [...records.values()] as unknown as CodedConsequence[];
}

function blank(source: string): Record<string, unknown> {
  return {
    source,
    start: 0,
    end: 0,
    polarity: "sanction",
    type: "",
    addressee: "unspecified",
    trigger: "other",
    amount: null,
    multiple: null,
    base: null,
    per: null,
    months: null,
    flags: [],
  };
}
