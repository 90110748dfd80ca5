import { sha256 } from "../corpus/provenance.js";
import type { Column } from "../csv.js";
import { TABLES } from "./schema.js";
import type { Study } from "./study.js";

/**
 * The Frictionless description of a Study's files: every table, column, type and closed list, with size and sha256.
 *
 * @param study the Study
 * @param files file name to text of its tables
 * @returns `datapackage.json`
 * @see Frictionless Data, Tabular Data Package v1, https://specs.frictionlessdata.io/tabular-data-package/
 */
export function datapackage(study: Study, files: ReadonlyMap<string, string>): string {
  const resources = Object.values(TABLES).map((table) => {
    const text = files.get(`${table.name}.csv`) ?? "";
    return {
      name: table.name,
      path: `${table.name}.csv`,
      profile: "tabular-data-resource",
      description: table.description,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      bytes: Buffer.byteLength(text),
      hash: `sha256:${sha256(text)}`,
      schema: { fields: table.columns.map(field), missingValues: [""] },
    };
  });
  const description = {
    profile: "tabular-data-package",
    name: "guizhang-study",
    title: "Tables of a Guizhang study",
    description:
      "Counts, codes, amounts and offsets taken from the source files; offsets are UTF-16 code units of the decoded text as read. No text of the sources.",
    licenses: [{ name: "MIT", path: "https://opensource.org/licenses/MIT" }],
    made_with: study.made_with,
    resources,
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function field({ name, type, description, values }: Column): object {
  const frictionless = type === "json" ? "any" : type;
  return { name, type: frictionless, description, ...(values ? { constraints: { enum: values } } : {}) };
}
