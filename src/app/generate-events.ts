import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { AGGREGATE_OF } from './event-aggregates.js';
import { asyncApiDocument, schemaFile, type EventExample } from './generate-events-asyncapi.js';
import { generateEventSchemas } from './generate-events-schemas.js';

const FOLDER = 'openapi';
const SCHEMAS = path.join(FOLDER, 'schemas', 'events');
const EXAMPLES = path.join(FOLDER, 'examples', 'events');

/** Writes the contract of events: a schema for each, and the AsyncAPI document. Same sources, same bytes. */
export async function generateEvents(version: string): Promise<void> {
  const schemas = generateEventSchemas();
  for (const [type, schema] of schemas) {
    const file = path.join(FOLDER, schemaFile(type));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, json(schema));
  }
  for (const name of await readdir(SCHEMAS))
    if (!schemas.has(name)) await rm(path.join(SCHEMAS, name), { recursive: true });
  const document = asyncApiDocument({ version, schemas, aggregateOf: AGGREGATE_OF, examples: await readExamples() });
  await writeFile(path.join(FOLDER, 'events.json'), json(document));
  await writeFile(
    path.join(FOLDER, 'events.yaml'),
    stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }),
  );
}

/** Real events, recorded by test/contracts/events.test.ts. */
async function readExamples(): Promise<Map<string, EventExample>> {
  const names = existsSync(EXAMPLES) ? (await readdir(EXAMPLES)).sort() : [];
  const read = async (name: string): Promise<[string, EventExample]> => {
    const example = JSON.parse(await readFile(path.join(EXAMPLES, name), 'utf8')) as EventExample;
    return [path.basename(name, '.json'), example];
  };
  return new Map(await Promise.all(names.map(read)));
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
