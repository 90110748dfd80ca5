import { readFileSync } from "node:fs";
import { consequences } from "../provisions/consequences.js";
import { structure } from "../structure/structure.js";
import type { Results } from "../targets/results.js";
import { type Outcome, runScorecard } from "../targets/run-scorecard.js";
import type { Scorecard } from "../targets/scorecard-records.js";
import { scorecards } from "../targets/scorecards.js";
import { oneOf, readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

const STEPS = ["whole", "started", "proportional"] as const;
const FIELDS = ["indicators", "events", "points", "components", "vetoes", "rank", "ranked"];

/** `guizhang scorecard [--part LABEL] [--results FILE.json] [--steps whole|started|proportional] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("scorecard", args);
  checkFormat(values);
  const steps = oneOf(values as Record<string, string>, "steps", STEPS, "whole");
  const results = values.results === undefined ? null : readResults(values.results as string);
  const { documents, status } = await readPaths(positionals, values, io);
  const cards = documents
    .map((document) => structure(document))
    .flatMap((structured) => scorecards(structured, consequences(structured)))
    .filter((card) => values.part === undefined || card.part === values.part);
  if (cards.length === 0) io.stderr("guizhang: none found: no text assigns points, bands or veto grounds\n");
  writeRecords(results === null ? cards : runAll(cards, results, steps), values, io);
  return status;
}

/** every scorecard that the results fit; a wrong call where they fit none */
function runAll(cards: readonly Scorecard[], results: Results, steps: (typeof STEPS)[number]): Outcome[] {
  const outcomes: Outcome[] = [];
  let refused = "";
  for (const card of cards) {
    try {
      outcomes.push(runScorecard(card, results, { steps }));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      refused ||= `${card.source} part ${card.part}: ${error.message}`;
    }
  }
  if (outcomes.length === 0 && refused !== "") throw new UsageError(refused);
  return outcomes;
}

function readResults(path: string): Results {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "text that is no JSON" : "no readable file";
    throw new UsageError(`${path}: expected results as JSON, found ${why}`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`${path}: expected an object with any of ${FIELDS.join(", ")}, found another value`);
  }
  for (const [field, value] of Object.entries(parsed)) {
    if (!FIELDS.includes(field))
      throw new UsageError(`${path}: expected any of ${FIELDS.join(", ")}, found ${field}`);
    const numbers = ["indicators", "events", "points", "components"].includes(field);
    const fine = numbers
      ? typeof value === "object" && value !== null && Object.values(value).every((v) => Number.isFinite(v))
      : field === "vetoes"
        ? Array.isArray(value) && value.every((v) => typeof v === "string" || Number.isInteger(v))
        : Number.isInteger(value) && (value as number) > 0;
    if (!fine) {
      throw new UsageError(
        `${path}: expected ${numbers ? "names with numbers" : field === "vetoes" ? "a list of grounds" : "a whole number"} in ${field}, found ${JSON.stringify(value).slice(0, 60)}`,
      );
    }
  }
  return parsed as Results;
}
