import { expect, test } from "vitest";
import { repair } from "../../src/repair/repair.js";
import type { NoiseKind } from "../../src/repair/repaired-text.js";
import { documentOf } from "../structure/document.js";
import { repaired } from "./found.js";

test("every repair can be switched off: flagged still, but not edited", () => {
  const text = "前文，好范文版权所有共l3个，\n后文&nbsp;完。\n—1—";
  const kinds: NoiseKind[] = ["boilerplate", "ocr_error", "line_break_join", "html_residue", "page_mark"];
  expect(repaired(text)).not.toBe(text);
  expect(repaired(text, { off: kinds })).toBe(text);
  for (const kind of kinds) {
    const { repaired: one, noise } = repair(documentOf(text), { off: [kind] });
    expect(one.edits.filter((edit) => edit.kind === kind)).toEqual([]);
    expect(one.edits.length).toBeGreaterThan(0);
    expect(noise.some((record) => record.kind === kind)).toBe(true);
  }
});

test("the log of edits rebuilds the repaired text", () => {
  const text = "全镇共l3个村，\n—2—\n其中完成任务的比例达到1OO％。";
  const { repaired: result } = repair(documentOf(text));
  let rebuilt = "";
  let at = 0;
  for (const edit of result.edits) {
    rebuilt += text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  expect(rebuilt + text.slice(at)).toBe(result.text);
  expect(result.text).toBe("全镇共13个村，其中完成任务的比例达到100％。");
});

test("clean text has no noise and no edits", () => {
  const text =
    "关于加强消防工作的通知\n各科室：\n为加强消防工作，现通知如下。\n一、明确责任。\n二、按时报送。\n2011年5月6日";
  const { repaired: result, noise } = repair(documentOf(text));
  expect(noise).toEqual([]);
  expect(result.edits).toEqual([]);
  expect(result.text).toBe(text);
});
