/** A picture of the given size that needs no network. */
const picture = (width: number, height: number) =>
  `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="" width="${width}" height="${height}">`;

// Words long enough for a ratio within 1 %.
const word = 'mênhmôngđồngruộng';

const units = [
  '14px',
  '11pt',
  '1pc',
  '4mm',
  '0.4cm',
  '0.15in',
  '1.2em',
  '1rem',
  '95%',
  '2ex',
  '2ch',
  '1.8vmin',
];
const others = ['x-small', 'large', 'smaller', 'larger', 'calc(0.5em + 8px)', 'clamp(12px, 1em, 20px)'];

/** What editors and imports have left in the bodies of articles: every way to set the size of a text, nested at will. */
export const legacyArticle = `
  <style>
    .legacy { text-rendering: geometricPrecision; }
    .legacy .important { font-size: 15px !important; line-height: 20px !important; }
    .legacy .shorthand { font: bold 13pt/1.2 serif; }
    .legacy h3 { font-size: 1.3rem; }
    .legacy :is(img, video, iframe, embed, object, canvas, svg, audio) { max-width: 100%; }
  </style>
  <h1>${word}</h1>
  <h2><span style="font-family: Arial">${word}</span></h2>
  <h3>${word}</h3><h4>${word}</h4><h5>${word}</h5><h6>${word}</h6>
  ${[...units, ...others].map((size) => `<p style="font-size: ${size}">${word} <em>${word}</em></p>`).join('\n')}
  ${[1, 2, 3, 4, 5, 6, 7, '+1', '-2'].map((size) => `<font size="${size}">${word}</font><br>`).join('\n')}
  <p class="important">${word}</p>
  <p class="shorthand">${word} <small>${word} <big>${word}</big></small> <sup>${word}</sup> <sub>${word}</sub></p>
  <p class="MsoNormal" style="margin: 0 0 6pt; text-align: justify"><span style="font-size: 13.0pt; line-height: 150%">${word}<o:p></o:p></span></p>
  <div align="justify">${word}<br><br>${word}<br>${word} <b style="font-size: 1.1em">${word} <i style="font-size: 18px">${word}</i></b></div>
  <center><font size="2" face="Arial">${word}</font></center>
  <ul style="font-size: 15px"><li>${word}<ol style="font-size: 1.1em"><li>${word}<ul><li style="font-size: 90%">${word}</li></ul></li></ol></li></ul>
  <dl><dt>${word}</dt><dd style="font-size: 0.9rem">${word}</dd></dl>
  <blockquote style="font-size: 120%">${word}<blockquote><p>${word} <cite>${word}</cite></p></blockquote></blockquote>
  <pre>${word} <code>${word}</code></pre>
  <p><code>${word}</code> <tt>${word}</tt> <kbd style="font-size: 11px">${word}</kbd></p>
  <table border="1"><caption>${word}</caption><tr><th>${word}</th><td style="font-size: 10pt">${word}
    <table><tr><td><font size="1">${word}</font></td></tr></table></td></tr></table>
  <figure style="width: 300px">${picture(280, 100)}<figcaption style="font-size: 12px">${word}</figcaption></figure>
  <figure>${picture(240, 80)}<figcaption>${word}</figcaption></figure>
  <figure><figure class="inner">${picture(100, 50)}<figcaption>${word}</figcaption></figure><p>${word}</p></figure>
  <div class="wp-caption" style="width: 280px">${picture(280, 90)}<p class="wp-caption-text">${word}</p></div>
  <div style="width: 280px; height: 150px"><iframe title="" width="100%" height="100%"></iframe></div>
  <span style="display: inline-block; width: 280px; height: 200px"><iframe title="" width="280" height="200"></iframe></span>
  <table class="tplCaption" style="width: 300px"><tr><td>${picture(280, 90)}</td></tr><tr><td>${word}</td></tr></table>
  <p><samp>${word}</samp> <kbd>${word} <code>${word}</code></kbd></p>
  <embed width="90" height="45" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>" type="image/svg+xml"><p><embed width="60" height="30" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>" type="image/svg+xml"></p>
  <nobr>${word}</nobr> <span style="white-space: nowrap">${word}</span>
  <form><label>${word} <input size="12"></label></form>
  <details open><summary>${word}</summary>${word}</details>
  <section><div><div><p style="font-size: 0.8em">${word}</p></div></div></section>
  <p>${picture(40, 30)}<a href="#x">${picture(60, 20)}</a></p>
  ${picture(120, 50)}
  <p><video width="160" height="90"></video><audio controls></audio></p>
  <div><iframe title="" width="200" height="100"></iframe></div>
  <iframe title="" width="180" height="80"></iframe>
  <p><svg width="50" height="50"><svg width="20" height="20"><rect width="20" height="20"></rect></svg></svg>
    <canvas width="70" height="30"></canvas></p>
  <p><object width="80" height="40" type="application/x-gone">${picture(30, 30)}</object></p>`;

/** Words beside a picture in a box of its width: only the script can tell them from the box. */
export const wordsInBoxes = `
  <figure>${picture(240, 80)}<figcaption>${word}</figcaption>${word}</figure>
  <div style="width: 280px">${picture(280, 90)}${word}<br>${word}</div>`;
