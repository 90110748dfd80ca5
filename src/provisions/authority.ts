import type { Span } from "../span.js";
import type { Candidate, ClauseView } from "./clause-view.js";

const VERB =
  /责令|通报|给予|处以|处|予以|依法|依照|依据|按照|按|根据|对|没收|吊销|追|撤|发放|办理|征收|暂扣|决定|提请|向|可以|并|应当|作出|申请|一次性|每|,|;/;
const REACH = 60;

/** Who imposes: the phrase after 由 nearest left of the cue, up to the verb. */
export function authorityOf(view: ClauseView, cue: Candidate): Span | null {
  const from = Math.max(view.start, cue.start - 160);
  const left = view.text.slice(from, cue.start);
  for (let by = left.lastIndexOf("由"); by >= 0; by = by === 0 ? -1 : left.lastIndexOf("由", by - 1)) {
    if ("于此原来".includes(left[by + 1] ?? "") || "理自缘".includes(left[by - 1] ?? "")) continue;
    const phrase = left.slice(by + 1, by + 1 + REACH);
    const verb = VERB.exec(phrase);
    const end = verb ? verb.index : Math.min(phrase.length, cue.start - from - by - 1);
    if (end < 2) continue;
    return { start: from + by + 1, end: from + by + 1 + end };
  }
  return null;
}

const SUPERIOR =
  /由(?:其|其所在|本级人民政府、|本级人民政府或者|同级)?[^,;。由]{0,10}(?:上[一]?级[^,;。]{0,8}(?:机关|部门|政府|机构)|任免机关|监察机关)/;

/** whether a superior imposes it: 由其上级机关责令改正；对直接负责的主管人员给予处分 */
export function superiorImposes(view: ClauseView, cue: Candidate): boolean {
  return SUPERIOR.test(view.text.slice(view.start, cue.start));
}
