/* A list as a page without a library draws it: a template cloned for each comment, all rows at once. */
const style = document.createElement('style');
style.textContent = `
  .comments { display: grid; gap: 1em; list-style: none; margin: 0; padding: 0; }
  .comments li { border-block-start: 1px solid; padding-block: 0.75em; }
  .comments article { display: grid; gap: 0.25em; overflow-wrap: anywhere; }
  .comments .meta { display: flex; flex-wrap: wrap; column-gap: 0.75em; }
  .comments p { margin: 0; white-space: pre-line; }
  .comments button { justify-self: start; }
`;
document.head.append(style);
const template = document.createElement('template');
template.innerHTML = `<li><article tabindex="-1"><div class="meta"><b></b><time></time></div><p></p><button></button></article></li>`;
const dates = new Intl.DateTimeFormat('vi', {dateStyle: 'short', timeStyle: 'short'});

function draw({id, author, createdAt, text}) {
  const row = template.content.cloneNode(true);
  const [article, name, time, words, reply] = row.querySelectorAll('article, b, time, p, button');
  article.id = `comment-${id}`;
  name.textContent = author.name;
  time.dateTime = createdAt;
  time.textContent = dates.format(new Date(createdAt));
  words.textContent = text;
  reply.textContent = 'Trả lời';
  return row;
}

globalThis.mount = (host) => {
  const list = document.createElement('ol');
  list.className = 'comments';
  host.append(list);
  return {
    show: (comments) => list.append(...comments.map(draw)),
    add: (comment) => list.prepend(draw(comment)),
    has: (id) => document.getElementById(`comment-${id}`),
    rows: () => list.querySelectorAll('article'),
  };
};
