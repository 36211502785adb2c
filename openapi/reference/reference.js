// Renders the contract. No framework, no other host: it also works where there is no internet.
'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
let contract;

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

function resolve(schema) {
  if (schema === undefined || schema.$ref === undefined) return schema ?? {};
  return contract.components.schemas[decodeURIComponent(schema.$ref.split('/').pop())] ?? {};
}

function nameOf(schema) {
  if (schema === undefined) return 'any';
  if (schema.$ref !== undefined) return decodeURIComponent(schema.$ref.split('/').pop());
  if (schema.allOf !== undefined) return schema.allOf.map(nameOf).join(' & ') + (schema.nullable ? ' | null' : '');
  const kind = schema.type === 'array' ? `${nameOf(schema.items)}[]` : (schema.enum?.map((word) => JSON.stringify(word)).join(' | ') ?? schema.type ?? 'object');
  return schema.nullable ? `${kind} | null` : kind;
}

function typeCell(schema) {
  const name = nameOf(schema);
  const target = name.replace(/(\[\]| \| null)+$/, '');
  return contract.components.schemas[target] === undefined ? make('code', {}, name) : make('a', { href: `#schema-${target}` }, make('code', {}, name));
}

/** A value that the schema accepts, for the curl. */
function example(schema, depth = 0) {
  const full = resolve(schema);
  if (full.example !== undefined) return full.example;
  if (full.default !== undefined) return full.default;
  if (full.nullable || depth > 6) return null;
  if (full.enum !== undefined) return full.enum[0];
  if (full.allOf !== undefined) return Object.assign({}, ...full.allOf.map((part) => example(part, depth + 1)));
  if (full.anyOf !== undefined) return example(full.anyOf[0], depth + 1);
  if (full.type === 'array') return [example(full.items, depth + 1)];
  if (full.type === 'integer' || full.type === 'number') return full.minimum > 0 ? full.minimum : 1;
  if (full.type === 'boolean') return true;
  if (full.type === 'string') return 'text';
  const members = Object.entries(full.properties ?? {}).filter(([name]) => (full.required ?? []).includes(name));
  return Object.fromEntries(members.map(([name, member]) => [name, example(member, depth + 1)]));
}

function curlOf(method, path, operation) {
  const base = contract.servers?.[0]?.url === '/' ? location.origin : (contract.servers?.[0]?.url ?? location.origin);
  const needed = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = needed.map((parameter) => `${parameter.name}=${encodeURIComponent(String(example(parameter.schema)))}`).join('&');
  const address = base + path.replace('{tenant}', '$TENANT') + (query === '' ? '' : `?${query}`);
  const lines = [`curl -sS -X ${method.toUpperCase()} "${address}"`, '-H "Authorization: Bearer $API_KEY"'];
  if (method === 'post') lines.push('-H "Idempotency-Key: $(uuidgen)"');
  const body = operation.requestBody?.content?.['application/json']?.schema;
  if (body !== undefined) lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(example(body), null, 2).replaceAll("'", "'\\''")}'`);
  return lines.join(' \\\n  ');
}

function table(heads, rows) {
  if (rows.length === 0) return undefined;
  const head = make('tr', {}, ...heads.map((text) => make('th', { scope: 'col' }, text)));
  return make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell ?? ''))))));
}

function curlBlock(text) {
  const button = make('button', { type: 'button' }, 'Copy');
  button.addEventListener('click', () => navigator.clipboard.writeText(text).then(() => (button.textContent = 'Copied')));
  return make('div', {}, make('pre', {}, make('code', {}, text)), button);
}

function codesOf(description) {
  const parts = description.split(', ').flatMap((code, index) => [index === 0 ? '' : ', ', make('a', { href: `#error-${code}` }, code)]);
  return make('span', {}, ...parts);
}

function operationSection(path, method, operation) {
  const permissions = (operation.security ?? []).flatMap((entry) => Object.values(entry).flat());
  const parameters = (operation.parameters ?? []).map(({ name, in: place, required, schema, description }) => [
    make('code', {}, name), `${place}${required ? ', required' : ''}`, typeCell(schema), description ?? resolve(schema).description,
  ]);
  const body = operation.requestBody?.content ?? {};
  const answers = Object.entries(operation.responses).map(([status, { description, content }]) => [
    status, Number(status) >= 400 ? codesOf(description) : description, typeCell(Object.values(content ?? {})[0]?.schema),
  ]);
  return make('section', { id: operation.operationId, 'data-find': `${method} ${path} ${operation.operationId} ${JSON.stringify(operation.responses)}`.toLowerCase() },
    make('h3', {}, make('span', { class: `method ${method}` }, method.toUpperCase()), ' ', path),
    make('p', {}, operation.description ?? operation.summary ?? ''),
    permissions.length === 0 ? undefined : make('p', { class: 'muted' }, 'Permission: ', make('code', {}, permissions.join(', '))),
    table(['Parameter', 'Where', 'Type', 'Meaning'], parameters),
    ...Object.entries(body).map(([type, { schema }]) => make('p', {}, `Body (${type}): `, typeCell(schema))),
    curlBlock(curlOf(method, path, operation)),
    table(['Status', 'Meaning or codes', 'Body'], answers));
}

function schemaSection([name, schema]) {
  const required = schema.required ?? [];
  const rows = Object.entries(schema.properties ?? {}).map(([member, type]) => [
    make('code', {}, member + (required.includes(member) ? '' : '?')), typeCell(type), type.description ?? resolve(type).description,
  ]);
  const plain = rows.length === 0 ? make('p', {}, make('code', {}, [nameOf(schema), schema.pattern].filter(Boolean).join('  '))) : table(['Member', 'Type', 'Meaning'], rows);
  return make('section', { id: `schema-${name}`, 'data-find': name.toLowerCase() }, make('h3', {}, name), make('p', {}, schema.description ?? ''), plain);
}

function errorSection(errors) {
  const rows = errors.map(({ code, status, title, retryable, tellTheCashier, howToProvoke }) => [
    make('code', { id: `error-${code}` }, code), status, title, retryable ? 'yes' : 'no', tellTheCashier, howToProvoke,
  ]);
  return make('section', { id: 'errors' }, make('h2', {}, 'Error codes'), table(['Code', 'Status', 'What happened', 'Retry helps', 'Tell the cashier', 'How to see it'], rows));
}

function render(errors) {
  const operations = Object.entries(contract.paths).flatMap(([path, item]) => METHODS.filter((method) => item[method]).map((method) => ({ path, method, operation: item[method] })));
  const groups = Map.groupBy ? Map.groupBy(operations, tagOf) : operations.reduce((map, entry) => map.set(tagOf(entry), [...(map.get(tagOf(entry)) ?? []), entry]), new Map());
  const index = document.getElementById('index');
  const main = document.getElementById('main');
  main.replaceChildren(make('h1', {}, contract.info.title), make('p', {}, contract.info.description ?? '', ' ', make('a', { href: '/openapi.json' }, 'openapi.json'), ' · ', make('a', { href: '/events.yaml' }, 'events.yaml'), ' · ', make('a', { href: '/schemas/events' }, 'event schemas')));
  for (const [tag, entries] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    index.append(make('h2', {}, tag), ...entries.map(({ path, method, operation }) => make('a', { href: `#${operation.operationId}` }, `${method.toUpperCase()} ${path.replace('/v1/{tenant}/pos', '')}`)));
    main.append(make('h2', {}, tag), ...entries.map(({ path, method, operation }) => operationSection(path, method, operation)));
  }
  index.append(make('h2', {}, 'More'), make('a', { href: '#schemas' }, 'Schemas'), make('a', { href: '#errors' }, 'Error codes'));
  main.append(make('h2', { id: 'schemas' }, 'Schemas'), ...Object.entries(contract.components.schemas).sort(([a], [b]) => a.localeCompare(b)).map(schemaSection), errorSection(errors));
  if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

function tagOf({ path, operation }) {
  return operation.tags?.[0] ?? path.split('/')[4] ?? 'Other';
}

document.getElementById('filter').addEventListener('input', ({ target }) => {
  const wanted = target.value.trim().toLowerCase();
  for (const section of document.querySelectorAll('[data-find]')) section.hidden = !section.dataset.find.includes(wanted);
});

Promise.all([fetch('/openapi.json'), fetch('/docs/errors.json')])
  .then((answers) => Promise.all(answers.map((answer) => answer.json())))
  .then(([document_, errors]) => {
    contract = document_;
    render(errors);
  })
  .catch((error) => document.getElementById('main').replaceChildren(make('p', { role: 'alert' }, `The contract could not be loaded: ${error.message}`)));
