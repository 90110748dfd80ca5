// Which rows of which tables a cell rests on, for the receipt and for `reproduce --alive`.
// Tables that cells load from the library are handed on with their rows behind proxies that note every field that is
// asked for. A cell rests on what is read while it runs, and on what the variables that it takes from earlier cells
// rest on: a variable on everything that its cell had read when it was set.
const path = require("node:path");

/** What is read and taken between two assignments of a cell. */
let segment = newSegment(0);
/** the segments of every cell run so far */
let cells = [];
/** name of a variable to its cell, and the number of that cell's segments that it rests on */
let variables = new Map();
/** rows and studies to their tracked forms, so that the same rows stay the same objects */
const tracked = new WeakMap();

function newSegment(id) {
  return { id, reads: new Map(), taken: new Set() };
}

function nextSegment() {
  segment = newSegment(segment.id + 1);
  cells.at(-1).push(segment);
}

/** Notes that a table is used at all: counted, or with `whole`, read from end to end. */
function touch(name, whole = false) {
  if (!segment.reads.has(name)) segment.reads.set(name, new Map());
  if (whole) segment.reads.get(name).set("*", null);
}

function once(original, make) {
  if (!tracked.has(original)) tracked.set(original, make());
  return tracked.get(original);
}

/** Rows that note which of their fields are read. */
function trackedRows(rows, name) {
  return once(rows, () => {
    /** column to the segment in which each row was last read, so that a second reading costs little */
    const columns = new Map();
    const note = (column, row) => {
      const last = columns.get(column) ?? new Int32Array(rows.length).fill(-1);
      columns.set(column, last);
      if (last[row] === segment.id) return;
      last[row] = segment.id;
      touch(name);
      const reads = segment.reads.get(name);
      const known = reads.get(column);
      if (known === undefined) reads.set(column, [row]);
      else known.push(row);
    };
    return rows.map((record, row) => {
      const get = (target, field) => {
        if (typeof field === "string" && Object.hasOwn(target, field)) note(field, row);
        return target[field];
      };
      return new Proxy(record, { get });
    });
  });
}

/** A Study whose tables are tracked. */
function trackedStudy(study, nameOf) {
  return once(study, () => {
    const copy = { ...study };
    for (const [table, rows] of Object.entries(study)) {
      if (!Array.isArray(rows)) continue;
      const own = trackedRows(rows, nameOf(table));
      const get = () => {
        touch(nameOf(table));
        return own;
      };
      Object.defineProperty(copy, table, { enumerable: true, get });
    }
    return copy;
  });
}

/** The library as cells see it. Rows on disk are named by their file; rows made of texts by the texts and the table. */
function trackedLibrary(library, root) {
  // what lies outside the package belongs to a study of one's own, whose notebooks run in a folder of it
  const isOutside = (file) => path.relative(root, file).startsWith("..");
  const relative = (file) =>
    path
      .relative(isOutside(file) ? path.dirname(process.cwd()) : root, file)
      .split(path.sep)
      .join("/");
  const named = (files) => [files].flat().map(relative).join(" ");
  const folder = library.dataPath?.("study");
  return {
    ...library,
    loadStudy: (from = folder) =>
      trackedStudy(library.loadStudy(from), (table) => `${relative(from)}/${table}.csv`),
    loadSensitivity: (from = folder) =>
      trackedRows(library.loadSensitivity(from), `${relative(from)}/segmenters.csv`),
    statuteFines: () => trackedRows(library.statuteFines(), "data/reference/statute-fines.csv"),
    statuteSanctions: () => trackedRows(library.statuteSanctions(), "data/reference/statute-sanctions.csv"),
    referenceFrequencies(selection) {
      touch("data/reference/statute-terms.csv", true);
      return library.referenceFrequencies(selection);
    },
    codings: (name) => trackedRows(library.codings(name), `data/${name}`),
    analyse: (from) => trackedStudy(library.analyse(from), (table) => `${named(from)}:${table}`),
    readCorpus(from, options) {
      const corpus = library.readCorpus(from, options);
      return { ...corpus, documents: trackedRows(corpus.documents, `${named(from)}:documents`) };
    },
  };
}

/**
 * Begins to track the cells that tslab's executor runs.
 *
 * @param root the project's folder
 * @param more functions that cells see in place of the library's own
 */
function trackCells(root, more = {}) {
  const { exports, require: load } = globalThis.__tslab__;
  let library;
  const set = (name, value) => {
    if (segment.reads.size + segment.taken.size > 0) nextSegment();
    // a function may use what its cell sets after it
    const upTo = typeof value === "function" ? Number.POSITIVE_INFINITY : cells.at(-1).length - 1;
    variables.set(name, { cell: cells.length - 1, upTo, value, size: sizeOf(value) });
  };
  globalThis.__tslab__ = {
    require: (id) => {
      if (id !== "guizhang") return load(id);
      library ??= { ...trackedLibrary(load(id), root), ...more };
      return library;
    },
    exports: new Proxy(exports, {
      get(target, name) {
        const from = variables.get(name);
        if (from) segment.taken.add(from);
        return target[name];
      },
      set(target, name, value) {
        target[name] = value;
        if (value !== undefined) set(name, value);
        return true;
      },
      defineProperty(target, name, attributes) {
        Object.defineProperty(target, name, attributes);
        // how an import is compiled: it rests on nothing that the cell has read
        variables.set(name, { cell: cells.length - 1, upTo: 0 });
        return true;
      },
    }),
  };
}

/** Forgets all cells: a run from the start follows. */
function forgetCells() {
  cells = [];
  variables = new Map();
}

/** Told before a cell runs. */
function beginCell() {
  cells.push([]);
  nextSegment();
}

/** Number of things in a list, map or set; undefined for anything else. */
function sizeOf(value) {
  if (Array.isArray(value)) return value.length;
  return value instanceof Map || value instanceof Set ? value.size : undefined;
}

/** Lists, maps and sets of earlier cells that the running cell has added to or taken from; its own are as they are now. */
function changedInPlace() {
  const changed = [];
  for (const [name, variable] of variables) {
    const size = sizeOf(variable.value);
    if (size !== variable.size && variable.cell < cells.length - 1) changed.push(String(name));
    variable.size = size;
  }
  return changed;
}

/**
 * What the cell that has just run rests on.
 *
 * @returns changed: names of variables of earlier cells that it has changed in place. reads: table to rows (`1-28,30`, from 1; `all` for a table used whole) to the columns read of them; no rows
 * for a table that is only counted. uses: the cells, counted from 0, whose variables it took
 */
function endCell() {
  const last = cells.length - 1;
  const reads = new Map();
  const seen = new Map();
  const visit = (cell, upTo) => {
    const done = seen.get(cell) ?? 0;
    const fresh = cells[cell].slice(done, upTo);
    seen.set(cell, done + fresh.length);
    for (const part of fresh) {
      for (const [table, columns] of part.reads) addReads(reads, table, columns);
      for (const from of part.taken) visit(from.cell, from.upTo);
    }
  };
  visit(last, Number.POSITIVE_INFINITY);
  const uses = new Set(cells[last].flatMap(({ taken }) => [...taken].map(({ cell }) => cell)));
  uses.delete(last);
  return { changed: changedInPlace(), reads: byRows(reads), uses: [...uses].sort((a, b) => a - b) };
}

function addReads(reads, table, columns) {
  if (!reads.has(table)) reads.set(table, new Map());
  const own = reads.get(table);
  for (const [column, rows] of columns) {
    if (!own.has(column)) own.set(column, new Set());
    for (const row of rows ?? []) own.get(column).add(row);
  }
}

function byRows(reads) {
  const tables = [...reads].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    tables.map(([table, columns]) => {
      const groups = {};
      for (const [column, rows] of [...columns].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const key = column === "*" ? "all" : ranges([...rows].sort((a, b) => a - b));
        groups[key] = groups[key] === undefined ? column : `${groups[key]} ${column}`;
      }
      return [table, groups];
    }),
  );
}

function ranges(rows) {
  const parts = [];
  for (let i = 0; i < rows.length; i++) {
    const first = rows[i];
    while (rows[i + 1] === rows[i] + 1) i++;
    parts.push(first === rows[i] ? `${first + 1}` : `${first + 1}-${rows[i] + 1}`);
  }
  return parts.join(",");
}

module.exports = { trackCells, forgetCells, beginCell, endCell };
