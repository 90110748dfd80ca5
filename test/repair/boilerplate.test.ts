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
  "———— 谢谢阅读 ————",
  "＞＞本文来自公文小屋，转载请注明出处",
  "（页脚：本文由公文网会员上传）",
  "【导读】下面是消防责任书，欢迎阅读。",
  "以下是为您收集整理的消防责任书，供大家参考。",
  "当前位置：首页 >> 公文 >> 责任书",
  "[打印] [关闭] [返回顶部]",
  "【字体：大 中 小】",
  "共3页 当前第1页 1 2 3 下一页",
  "点击展开全文",
  "篇幅所限，仅展示部分内容，完整内容请下载",
  "责编：小王",
  "已有25人参与评论",
  "精品文档，值得下载",
  "【好文屋整理发布】",
  "更多工作方案请访问好文屋（www.a.com），本站文章仅供参考。",
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
  "（根据录音整理）",
  "下面为大家带来歌舞节目。",
  "各村要设立扫码登记点。",
  "资金支付凭证由专人查看。",
  "希望今天的讲课对大家有所帮助，会后请自学。",
  "关键词：安全生产；责任",
  "时间：2015年3月2日",
])("words of an office: %j", (text) => {
  expect(of("boilerplate", text)).toEqual([]);
});

test("a site's name with its claim is taken out of a sentence where the text prints the name elsewhere", () => {
  const text = "安全由专人值好文屋版权所有守。\n更多方案请访问好文屋（www.a.com）";
  expect(of("boilerplate", text)[0]).toBe("好文屋版权所有");
  expect(repaired(text)).toMatch(/^安全由专人值守。/);
  expect(of("boilerplate", "对于版权所有，双方另行约定；对于其他权利，由甲方享有。")).toEqual([]);
});

test("编 after 大小 and 最小, or before 号, 组 and the like, is no editor", () => {
  expect(of("boilerplate", "仓库物品按大小编号登记，由专人负责保管。\n各班按最小编组值守。")).toEqual([]);
});
