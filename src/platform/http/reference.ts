import { readFileSync } from 'node:fs';
import { Router, type RequestHandler } from 'express';
import type { Contract } from './contract.js';
import { ERROR_TYPE_BASE } from './problem.js';
import type { ProblemCatalogue } from './problem-catalogue.js';

const FOLDER = new URL('../../../openapi/reference/', import.meta.url);
const CSP = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

/** `/docs`: the contract to read, with a curl for each operation, from files of our own; `/openapi.json`: to generate from. */
export function referenceRoutes(contract: Contract, problems: ProblemCatalogue, publicUrl: string | undefined): Router {
  const router = Router();
  const document = JSON.stringify({ ...contract.document, servers: [{ url: publicUrl ?? '/' }] });
  router.get('/', (_request, response) => response.redirect(302, '/docs'));
  router.get('/openapi.json', text('application/json', document));
  router.get('/docs', text('text/html; charset=utf-8', file('index.html')));
  router.get('/docs/reference.js', text('text/javascript; charset=utf-8', file('reference.js')));
  router.get('/docs/reference.css', text('text/css; charset=utf-8', file('reference.css')));
  router.get('/docs/errors.json', text('application/json', JSON.stringify(catalogue(problems))));
  return router;
}

function catalogue({ types }: ProblemCatalogue): object[] {
  return [...types]
    .map(([code, { status, title, retryable = false, tellTheCashier, howToProvoke }]) => ({
      code,
      type: ERROR_TYPE_BASE + code,
      status,
      title,
      retryable,
      tellTheCashier,
      howToProvoke,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function file(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

function text(type: string, body: string): RequestHandler {
  return (_request, response) => {
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Security-Policy', CSP);
    response.setHeader('Cache-Control', 'no-cache');
    response.end(body);
  };
}
