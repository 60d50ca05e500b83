import {Buffer} from 'node:buffer';
import http from 'node:http';
import {readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';

const types = {'.js': 'text/javascript', '.css': 'text/css'};
// What a recording keeps of an answer's headers.
const kept = ['content-type', 'location', 'x-wp-total', 'x-wp-totalpages', 'set-cookie'];

// Of a post's page the theme is left out: only the widget is looked at.
const parts =
  /<html[^>]*>|<script[^>]*article-widgets[^>]*><\/script>|<article-comments[^]*?<\/article-comments>/g;
const shorten = (body) =>
  body.includes('<article-comments') ? `<!doctype html>${body.match(parts).join('\n')}` : body;

/**
 * Stands before WordPress, so that the page, its REST routes and our scripts share an origin. It passes everything on
 * and notes it down; without WordPress it answers from what was noted.
 * @param {{dist: string, site?: string, tape: Exchange[]}} options `site`: the origin of the real one
 * @typedef {{key: string, status: number, headers: Record<string, string | string[]>, body: string}} Exchange
 */
export async function startProxy({dist, site, tape}) {
  const origin = () => `http://127.0.0.1:${server.address().port}`;
  const left = [...tape];

  const server = http.createServer(async (request, reply) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = Buffer.concat(chunks).toString();
    const path = new URL(request.url, origin()).pathname;
    if (path.startsWith('/dist/')) {
      const file = await readFile(join(dist, path.slice('/dist/'.length))).catch(() => undefined);
      reply.writeHead(file ? 200 : 404, {'Content-Type': types[extname(path)] ?? 'text/plain'}).end(file);
      return;
    }
    const switches = Object.entries(request.headers).filter(([name]) => name.startsWith('x-test-'));
    const key = [request.method, request.url, sent, ...switches.flat()].join(' ').trim();
    const answer = site ? await pass(request, sent) : play(key);
    if (site && !/\.(css|js|png|woff2?|svg|ico)\b/.test(request.url)) tape.push({key, ...answer});
    const here = (text) => text.replaceAll('{origin}', origin());
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value : here(value),
      ]),
    );
    reply.writeHead(answer.status, headers).end(here(answer.body));
  });

  async function pass({method, url, headers}, body) {
    const {host, connection, 'accept-encoding': _, 'content-length': __, ...rest} = headers;
    void [host, connection, _, __];
    const own = (text) => text.replaceAll(origin(), site);
    const sent = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, own(String(value))]));
    const bodyless = method === 'GET' || method === 'HEAD';
    const answer = await fetch(site + url, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(!bodyless && {body: own(body)}),
    });
    const theirs = (text) =>
      text.replaceAll(site, '{origin}').replaceAll(site.replaceAll('/', '\\/'), '{origin}');
    const found = kept.flatMap((name) => {
      const value = name === 'set-cookie' ? answer.headers.getSetCookie() : answer.headers.get(name);
      return value?.length ? [[name, Array.isArray(value) ? value : theirs(value)]] : [];
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(found),
      body: shorten(theirs(await answer.text())),
    };
  }

  // The same question may be asked more than once: its answers are given in the order in which they were noted.
  function play(key) {
    const index = left.findIndex((exchange) => exchange.key === key);
    if (index < 0) return {status: 501, headers: {}, body: `nothing was recorded for ${key}`};
    const last = left.filter((exchange) => exchange.key === key).length === 1;
    return last ? left[index] : left.splice(index, 1)[0];
  }

  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: origin(),
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}
