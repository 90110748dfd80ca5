/** Texts that a place which takes them for more than text would run, load or obey. */
export const HOSTILE: readonly string[] = [
  "<script>globalThis.hit=1</script>",
  '<img src=x onerror="globalThis.hit=1">',
  "<svg onload=globalThis.hit=1><circle/></svg>",
  '<a href="javascript:globalThis.hit=1">a</a>',
  "<iframe src=https://example.org></iframe>",
  "<style>@import 'https://example.org/a.css'</style>",
  "[a](javascript:globalThis.hit=1) ![b](https://example.org/b.png)",
  "\\href{javascript:globalThis.hit=1}{x}",
  "</code></pre><script>globalThis.hit=1</script>",
  "<b>bold</b><br><sub>1</sub>",
  "<sup>2</sup> <i>i</i> <span style='color:red'>s</span>",
  "<__proto__>a</__proto__><constructor>",
  "&lt;b&gt; &amp; &#60;",
  "$\\href{javascript:globalThis.hit=1}{x}$",
  "%{x} %{text}<extra>e</extra>",
  "=cmd|'/c calc'!A1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\u001b[2J\u001b]0;title\u0007",
  "\u009b31m",
  "\u202eabc\u202c",
  "__proto__",
  "constructor",
];

/** What rewrites a line of a terminal, or turns its direction; a figure refuses it by name. */
export const REWRITES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
