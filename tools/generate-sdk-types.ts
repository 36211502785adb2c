import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

// The types that the SDK shows, from the contract's schemas. Types only, without their descriptions: editors load them whole.
const PLACE = 'sdk/src/contract/types.ts';
const LEFT_OUT = new Set(['description', 'example', 'pattern', 'format', 'minLength', 'maxLength', 'default']);

/** What a type does not depend on is left out; members of an object may be called the same and stay. */
function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name, member]) => !LEFT_OUT.has(name) || typeof member === 'object');
  return Object.fromEntries(members.map(([name, member]) => [name, lean(member)]));
}

const { components } = JSON.parse(await readFile('openapi/pos.json', 'utf8')) as {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};
const sorted = Object.fromEntries(Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
const document = {
  openapi: '3.0.0',
  info: { title: 'pos-service', version: '1' },
  paths: {},
  components: { schemas: lean(sorted) },
};
const text = astToString(await openapiTS(document as unknown as OpenAPI3, { silent: true }));
const schemas = text.slice(text.indexOf('export interface components'), text.indexOf('export type $defs'));
const head = '// Made from openapi/pos.json by `make generated`.\n';
await mkdir('sdk/src/contract', { recursive: true });
await writeFile(PLACE, head + schemas);
