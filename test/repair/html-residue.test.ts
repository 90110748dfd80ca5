import { expect, test } from "vitest";
import { of, repaired } from "./found.js";

test("markup is found, removed or decoded; table tags are only flagged", () => {
  const text = "甲[bookmark: _Toc1]乙<br>丙&nbsp;丁<!-- x -->戊 />-->己?/p><td>庚</td>";
  expect(of("html_residue", text)).toEqual([
    "[bookmark: _Toc1]",
    "<br>",
    "&nbsp;",
    "<!-- x -->",
    " />-->",
    "?/p>",
    "<td>",
    "</td>",
  ]);
  expect(repaired(text)).toBe("甲乙\n丙 丁戊己<td>庚</td>");
});

test("entities, bulletin-board code and pieces of scripts are found; an entity that is not known is left", () => {
  expect(repaired("甲&hellip;&#x4e00;&#20108;[b]乙[/b]<o:p></o:p>&zwnj;丙")).toBe("甲…一二乙&zwnj;丙");
  expect(of("html_residue", "甲&zwnj;乙")).toEqual(["&zwnj;"]);
  expect(of("html_residue", "document.write('x'); 正文")).toEqual(["document.write('x');"]);
  expect(of("html_residue", "R&D；A&B公司；[1]注；a<b且c>d")).toEqual([]);
});
