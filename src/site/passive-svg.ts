/** A tag as our own drawing writes it. */
const TAG =
  /<\/?(?:svg|g|defs|clipPath|path|rect|circle|line|text|tspan|title)(?:\s+[\w:-]+="[^"<>]*")*\s*\/?>/g;
/** An attribute that runs something or names a place outside the picture. */
const ACTIVE = /\s(?:on[\w-]*|[\w-]*:?href)\s*=|\burl\((?!(?:'|&quot;|&apos;|&#39;)?#)/i;

/**
 * A picture that may be opened by itself: only tags and attributes that draw, as `renderFigure` makes it.
 *
 * @param svg the picture
 * @param where how it is named in the message
 * @returns the same
 * @throws TypeError for a picture from elsewhere that could run a script, load a file or lead away
 * @example
 * passiveSvg("<svg><text>罚款</text></svg>", "a") // "<svg><text>罚款</text></svg>"
 */
export function passiveSvg(svg: string, where: string): string {
  const rest = svg.replace(TAG, (tag) => (ACTIVE.test(tag) ? tag : ""));
  const at = rest.indexOf("<");
  if (at >= 0)
    throw new TypeError(`site requires pictures that only draw, got ${rest.slice(at, at + 40)} in ${where}`);
  return svg;
}
