import { expect, test } from "vitest";
import { of, repaired } from "./found.js";

test("mojibake is flagged whole and never changed", () => {
  const outOfStep = "准确率蔚轿弧⒋胧┑轿弧⑼度氲轿弧⒐ぷ鞯轿弧。";
  expect(of("mojibake", `目标，${outOfStep}`)).toHaveLength(1);
  const utf8 = "本规定鐢辩ぞ鍖哄眳濮斾細璐熻矗璇存槑。";
  expect(of("mojibake", utf8)).toEqual(["鐢辩ぞ鍖哄眳濮斾細璐熻矗璇存槑"]);
  expect(of("mojibake", "锟斤拷通知\ufffd\ufffd")).toEqual(["锟斤拷", "\ufffd\ufffd"]);
  expect(repaired(utf8)).toBe(utf8);
});

test("GBK out of step is known by the words that it gives one byte further on", () => {
  const words = "各村值守到位，镇里督查到位，隐患处置到位。";
  const run = "凳氐轿弧⒍讲榈轿弧⒋χ玫轿唬";
  expect(of("mojibake", `${words}报告制度${run}。`)).toEqual([run]);
  expect(of("mojibake", `${words}会议内容⒍培训⒋巡查到位`)).toEqual([]);
});

test.each(["查处卖淫、嫖娼活动", "│姓名│性别│", "の店", "鞯、氲、胧是生僻字", "Ⅰ类、Ⅱ类；⑴⑵"])(
  "no mojibake in %j",
  (text) => {
    expect(of("mojibake", text)).toEqual([]);
  },
);

test.each([
  ["ä¸­å›½äºº", "UTF-8 read as Latin letters"],
  ["ÖÐ¹ú¼Æ»®", "GB18030 read as Latin letters"],
  ["嚙踝蕭", "GB18030 read as Big5"],
  ["ï¿½ï¿½", "replacement characters read once more"],
])("%j is mojibake: %s", (text) => {
  expect(of("mojibake", `正文${text}正文`)).toEqual([text]);
});

test.each(["温度±5℃，×3、÷2", "Ω值、α系数", "café", "·§°"])("no mojibake in %j either", (text) => {
  expect(of("mojibake", text)).toEqual([]);
});
