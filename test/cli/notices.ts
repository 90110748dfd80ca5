import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export const NOTICE =
  "关于垃圾分类的通知\n一、各单位应当分类投放生活垃圾。\n二、违反规定的，罚款二百元。\n三、街道办事处负责检查，社区负责宣传。\n四、物业服务企业应当设置收集容器，保持容器完好整洁，发现破损及时更换。\n五、志愿者在投放点引导居民，每日早晚各两小时，并做好记录。\n六、参与率每季度公布一次，连续两次排在末位的小区由街道约谈。\n";

/** A folder with a notice (a.txt), its copy (copy.txt) and another text (b.txt); removed after the tests of the file. */
export function noticeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guizhang-"));
  writeFileSync(join(folder, "a.txt"), NOTICE);
  writeFileSync(join(folder, "copy.txt"), NOTICE);
  writeFileSync(
    join(folder, "b.txt"),
    "消防安全管理办法\n第一条 单位应当配备灭火器。\n第二条 堵塞消防通道的，处五千元罚款。\n",
  );
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
