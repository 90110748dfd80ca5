import { expect, test } from "vitest";
import { of, repaired } from "./found.js";

test("words of a site are flagged; those inside a sentence are removed", () => {
  const text =
    "来源：网络  作者：某人  更新时间：2025-05-17\n市场经济的发好范文版权所有展。更多范文，敬请登陆范文大全网（www.a.com）！";
  expect(of("boilerplate", text)).toEqual([
    "来源：网络  作者：某人  更新时间：2025-05-17",
    "好范文版权所有",
    "更多范文，敬请登陆范文大全网（www.a.com）！",
  ]);
  expect(repaired(text)).toBe("来源：网络  作者：某人  更新时间：2025-05-17\n市场经济的发展。");
});

test.each([
  "小编为大家整理了消防文件，希望大家喜欢。",
  "以上就是消防责任书的全部内容，希望对您有帮助！",
  "如有侵权请联系删除。",
  "点击此处下载全文文档",
  "[本文由某文库网友上传整理，仅供参考，下载请支付2元]",
  "https://www.abc.com/x.html",
  "文章来源：网络",
  "阅读：123次",
  "公文网",
  "【推荐阅读】",
  "消防责任书范文(精选5篇)",
  "感谢您的阅读！",
])("words of a site: %j", (text) => {
  expect(of("boilerplate", text)).toEqual([text]);
});

test.each([
  "欢迎各位领导光临指导！",
  "以上就是我汇报的全部内容，请予审议。",
  "我谈几点意见，供大家参考。",
  "免费领取避孕药具，引导群众关注公众号。",
  "网址：www.abc.gov.cn",
  "严格执行小编制、大服务。",
  "全年编印简报（共12期）",
  "来源广泛，作者众多。",
])("words of an office: %j", (text) => {
  expect(of("boilerplate", text)).toEqual([]);
});

test("编 after 大小 and 最小, or before 号, 组 and the like, is no editor", () => {
  expect(of("boilerplate", "仓库物品按大小编号登记，由专人负责保管。\n各班按最小编组值守。")).toEqual([]);
});
