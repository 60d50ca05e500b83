import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export const contract = JSON.parse(readFileSync(new URL('../../../server/openapi.json', import.meta.url)));
const [{url: base}] = contract.servers;

// OpenAPI 3.1 describes bodies in JSON Schema 2020-12, so Ajv reads the document as it stands.
const ajv = addFormats(new Ajv({strict: false, allErrors: true, coerceTypes: false}));
ajv.addSchema(contract, 'contract');
// Parameters come as text.
const ajvOfText = new Ajv({strict: false, coerceTypes: true});

/** A `fetch` that fails the test when a request or its answer is not as the contract says. */
export function checkedFetch(seen = []) {
  return async (url, init = {}) => {
    const operation = checkRequest(url, init);
    const response = await fetch(url, init);
    const body = await response.clone().text();
    checkAnswer(operation, response.status, response.headers, body);
    seen.push(`${operation.operationId} ${response.status}`);
    return response;
  };
}

/** Fails when a request is not one that the contract allows; returns its operation. */
export function checkRequest(url, {method = 'GET', headers = {}, body} = {}) {
  const operation = operationOf(method, url);
  const sent = {query: readParameters(new URL(url).searchParams, operation), header: new Headers(headers)};
  for (const {name, in: place, required, schema} of operation.parameters ?? []) {
    if (place === 'path') continue;
    const value = place === 'query' ? sent.query[name] : sent.header.get(name);
    if (value == null) assert.ok(!required, `${name} is missing`);
    else assertValid(ajvOfText.compile({type: 'object', properties: {[name]: schema}}), {[name]: value});
  }
  if (operation.requestBody) {
    const type = contentType(sent.header);
    const {schema} = operation.requestBody.content[type] ?? {};
    assert.ok(schema, `${type} is not in the contract`);
    if (type === 'application/json') {
      assert.ok(sent.header.get('Idempotency-Key'), 'JSON must come with a key');
      assertValid(compile(schema), JSON.parse(body));
    } else assertValid(compile(schema), Object.fromEntries(new URLSearchParams(body)));
  } else assert.equal(body, undefined);
  return operation;
}

/** Fails when an answer is not one that the contract knows for this operation. */
export function checkAnswer(operation, status, headers, body) {
  const answer = resolve(operation.responses[status]);
  assert.ok(answer, `${operation.operationId} may not answer ${status}: ${body}`);
  for (const [name, {required, schema}] of Object.entries(answer.headers ?? {})) {
    const value = new Headers(headers).get(name);
    assert.ok(value !== null || !required, `${status} without ${name}`);
    assertValid(ajvOfText.compile({type: 'object', properties: {[name]: schema}}), {[name]: value});
  }
  if (!answer.content) return;
  const type = contentType(new Headers(headers));
  const {schema} = answer.content[type] ?? {};
  assert.ok(schema, `${status} may not be ${type}`);
  assertValid(compile(schema), /\bjson$/.test(type) ? JSON.parse(body) : body);
}

/** Which operation of the contract a request is for. */
export function operationOf(method, url) {
  const {pathname} = new URL(url);
  assert.ok(pathname.startsWith(base), pathname);
  const path = pathname.slice(base.length);
  const template = contract.paths[path] ? path : path.replace(/[^/]+$/, '{id}');
  const operation = contract.paths[template]?.[method.toLowerCase()];
  assert.ok(operation, `${method} ${path} is not in the contract`);
  return operation;
}

function readParameters(query, {parameters = []}) {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  for (const name of query.keys())
    assert.ok(
      known.some((parameter) => parameter.name === name),
      `?${name}=`,
    );
  return Object.fromEntries(
    known
      .filter(({name}) => query.has(name))
      .map(({name, schema}) => [name, schema.type === 'array' ? query.getAll(name) : query.get(name)]),
  );
}

function contentType(headers) {
  return (headers.get('Content-Type') ?? '').split(';')[0];
}

function resolve(part) {
  return part?.$ref ? contract.components.responses[part.$ref.split('/').at(-1)] : part;
}

function compile(schema) {
  return ajv.compile(schema.$ref ? {$ref: `contract${schema.$ref}`} : schema);
}

function assertValid(validate, value) {
  assert.ok(validate(value), `${JSON.stringify(validate.errors)}: ${JSON.stringify(value)?.slice(0, 500)}`);
}
