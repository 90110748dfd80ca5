import { describe, expect, it } from "vitest";
import { tableChanges } from "../../src/notebooks/changed-tables.js";
import { groupsLeftOut } from "../../src/notebooks/groups-left-out.js";
import { unreadExchanged } from "../../src/notebooks/unread-values.js";

const notes = (...call: Parameters<typeof tableChanges>) => tableChanges(...call).map(({ note }) => note);
const rows = (...numbers: number[]) => new Set(numbers);

describe("tableChanges", () => {
  const table = 'term,source,count,share\n罚款,001,12,0.5\n"警告, 口头",002,30,0.25\n奖励,002,20,0.75\n';

  it("leave the row with the largest number out first, and change one value of each column between", () => {
    expect(notes(table)).toEqual([
      "row 3 left out",
      "share of row 3: 0.75 now 0.375",
      "count of row 2: 30 now 91",
      "row 1 left out",
      "source of row 1: 001 now 002",
      "term of row 1: 罚款 now 警告, 口头",
      "row 2 left out",
    ]);
    const [less, share] = tableChanges(table);
    expect(less!.content()).toBe(table.replace("奖励,002,20,0.75\n", ""));
    expect(share!.content()).toBe(table.replace("0.75", "0.375"));
  });

  it("begin where most columns are read, and change nothing that is not read", () => {
    const used = new Map([
      ["source", rows(1, 2, 3)],
      ["count", rows(1)],
    ]);
    expect(notes(table, { rows: used })).toEqual([
      "row 1 left out",
      "count of row 1: 12 now 37",
      "source of row 1: 001 now 002",
    ]);
  });

  it("begin with a row whose words stand in the figure", () => {
    expect(notes(table, { rows: null, shown: new Set(["罚款"]) })[0]).toBe("row 1 left out");
  });

  it("of a declared column change several values and leave out no row", () => {
    expect(notes(table, { rows: null }, "count")).toEqual([
      "count of row 2: 30 now 91",
      "count of row 3: 20 now 61",
      "count of row 1: 12 now 37",
    ]);
  });

  it("change the numbers inside JSON by their keys, places in the text left alone", () => {
    const items = 'items\n"[{""id"":""a"",""points"":5,""start"":9},{""points"":10,""value"":100}]"\n[]\n';
    const changes = tableChanges(items, { rows: null }, "items");
    expect(changes.map(({ note }) => note)).toEqual([
      "points 10 now 31 in items of row 1",
      "value 100 now 301 in items of row 1",
    ]);
    expect(changes[0]!.content()).toContain('""points"":31');
  });

  it("are none for a table with one value throughout and one row, and for a table without rows", () => {
    expect(notes("a,b\nx,y\n")).toEqual([]);
    expect(notes("a\n")).toEqual([]);
  });
});

describe("unreadExchanged", () => {
  it("exchanges what is not read within its column, and nothing that is", () => {
    const used = new Map([["amount", rows(1, 2)]]);
    const { content, changed } = unreadExchanged("type,amount_min\na,1\nb,2\nc,3\nd,4\n", used);
    expect(content).toBe("type,amount_min\nd,1\nc,2\nb,4\na,3\n");
    expect(changed).toBe(6);
  });
});

describe("groupsLeftOut", () => {
  const table = "year,type,key\n1,a,p\n2,a,q\n1,b,r\n1,b,s\n2,b,t\n";

  it("leaves out the largest group of each column that is read and no key, few values first", () => {
    const changes = groupsLeftOut(table, {
      rows: new Map([
        ["type", rows(1)],
        ["key", rows(1)],
      ]),
    });
    expect(changes.map(({ note }) => note)).toEqual(["the 3 rows whose type is b left out"]);
    expect(changes[0]!.content()).toBe("year,type,key\n1,a,p\n2,a,q\n");
    expect(groupsLeftOut(table).map(({ note }) => note)).toEqual([
      "the 3 rows whose year is 1 left out",
      "the 3 rows whose type is b left out",
    ]);
  });
});
