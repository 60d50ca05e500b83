import {isIP} from 'node:net';
import {limits} from './limits.js';
import {loggerOptions} from './log.js';
import {known} from './messages.js';

const longestText = 20_000;

/**
 * What the environment says, as createApp() and listen() take it. README.md has the list.
 * @param {NodeJS.ProcessEnv} env
 * @throws {Error} in words for people, when a value makes no sense
 */
export function readSettings(env) {
  const number = (name, fallback, max) => readNumber(name, env[name] || String(fallback), max);
  const posts = number('POSTS_PER_MINUTE', 10, 1_000_000);
  return {
    host: env.HOST || 'localhost',
    port: number('PORT', 8000, 65_535),
    ...readDatabase(env),
    maxlength: number('MAXLENGTH', limits.text, longestText),
    moderation: readChoice('MODERATION', env.MODERATION || 'off', ['on', 'off']) === 'on',
    language: readChoice('LANGUAGE', env.LANGUAGE || 'en', known),
    rateLimit: posts > 0 && {max: posts, timeWindow: 60_000},
    trustProxy: readProxies(readList(env.TRUST_PROXY)),
    corsOrigins: readList(env.CORS_ORIGINS).map(readOrigin),
    logger: loggerOptions({level: env.LOG_LEVEL || 'info'}),
  };
}

/** Where the comments are, by the environment. */
export function readDatabase({DATA, DATABASE_URL}) {
  return {dataFile: DATA || '.data/comments.sqlite', databaseUrl: DATABASE_URL || undefined};
}

function readNumber(name, value, max) {
  if (/^\d+$/.test(value) && Number(value) <= max) return Number(value);
  throw new Error(`${name} must be a whole number from 0 to ${max}, not "${value}".`);
}

function readChoice(name, value, choices) {
  if (choices.includes(value)) return value;
  throw new Error(`${name} must be ${choices.join(' or ')}, not "${value}".`);
}

function readList(value = '') {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

// A number of hops would let anyone who reaches the server directly choose his own address.
function readProxies(addresses) {
  for (const address of addresses) {
    const named = ['loopback', 'linklocal', 'uniquelocal'].includes(address);
    if (!named && !isIP(address.replace(/\/\d{1,3}$/, ''))) {
      throw new Error(`TRUST_PROXY must be the addresses of proxies or their networks, not "${address}".`);
    }
  }
  return addresses.length > 0 && addresses;
}

function readOrigin(origin) {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
  throw new Error(`CORS_ORIGINS must be origins such as https://news.example, not "${origin}".`);
}
