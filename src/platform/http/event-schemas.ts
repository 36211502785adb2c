import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Router, type Response } from 'express';

const OPENAPI = new URL('../../../openapi/', import.meta.url);
const SCHEMAS = new URL('schemas/events/', OPENAPI);

interface ListedSchema {
  readonly type: string;
  readonly version: number;
  readonly description: string;
  /** From the root of the service. */
  readonly path: string;
}

/**
 * The contract of events, for everybody: `/schemas/events` lists, `/schemas/events/{type}/{version}.json` shows one, and
 * `/events.yaml` and `/events.json` are the AsyncAPI document, whose references lead to the schemas beside it.
 * @throws Error when the contract has not been generated.
 */
export function eventSchemaRoutes(): Router {
  const router = Router();
  const files = schemaFiles();
  const list = JSON.stringify({ data: [...files].map(([path, text]) => listed(path, text)) });
  router.get('/schemas/events', (_request, response) => send(response, 'application/json', list));
  router.get('/schemas/events/:type/:file', ({ params }, response, next) => {
    const text = files.get(`/schemas/events/${params.type}/${params.file}`);
    if (text === undefined) next();
    else send(response, 'application/schema+json', text);
  });
  for (const [name, type] of [
    ['events.yaml', 'application/yaml'],
    ['events.json', 'application/json'],
  ] as const) {
    const text = readFileSync(new URL(name, OPENAPI), 'utf8');
    router.get(`/${name}`, (_request, response) => send(response, type, text));
  }
  return router;
}

/** Text by path: what is not one of these paths is not served, however it is spelled. */
function schemaFiles(): Map<string, string> {
  const types = existsSync(SCHEMAS) ? readdirSync(SCHEMAS).sort() : [];
  return new Map(
    types.flatMap((type) =>
      readdirSync(new URL(`${type}/`, SCHEMAS))
        .sort()
        .map(
          (file) =>
            [`/schemas/events/${type}/${file}`, readFileSync(new URL(`${type}/${file}`, SCHEMAS), 'utf8')] as const,
        ),
    ),
  );
}

function listed(path: string, text: string): ListedSchema {
  const { title, description } = JSON.parse(text) as { title: string; description: string };
  return { type: title, version: Number.parseInt(path.split('/').at(-1) ?? '', 10), description, path };
}

function send(response: Response, type: string, text: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Access-Control-Allow-Origin', '*'); // public, and read by tools that run in browsers
  response.end(text);
}
