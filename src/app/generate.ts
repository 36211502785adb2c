import 'reflect-metadata';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { Container } from 'inversify';
import type { Config as TsoaConfig } from '@tsoa/runtime';
import { generateSpecAndRoutes } from 'tsoa';
import { stringify } from 'yaml';
import { errorPage, errorIndex } from '../platform/http/error-pages.js';
import type { ProblemCatalogue } from '../platform/http/problem-catalogue.js';
import { completeContract, type ContractDraft } from './complete-contract.js';
import { configurationTable } from './config.js';
import { problemsOf } from './container.js';
import { generateEvents } from './generate-events.js';
import { modules } from './modules.js';

/** Makes all that is generated from the sources: routes, contracts, pages of errors, table of settings. Same sources, same bytes. */
async function generate(): Promise<void> {
  const config = JSON.parse(await readFile('tsoa.json', 'utf8')) as TsoaConfig;
  await mkdir('src/app/generated', { recursive: true });
  await generateSpecAndRoutes({ configuration: config });
  await rewriteContract();
  await generateEvents((JSON.parse(await readFile('package.json', 'utf8')) as { version: string }).version);
  const container = new Container();
  container.load(...modules);
  await writeErrorPages(problemsOf(container));
  const head =
    '# Configuration\n\nMade from `src/app/config.ts` by `make openapi`. Order: environment, tenant, flag; the last one given holds.\n\n';
  await writeFile('docs/configuration.md', head + configurationTable());
}

async function rewriteContract(): Promise<void> {
  const document = completeContract(JSON.parse(await readFile('openapi/pos.json', 'utf8')) as ContractDraft);
  await writeFile('openapi/pos.json', `${JSON.stringify(document, null, 2)}\n`);
  await writeFile('openapi/pos.yaml', stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }));
}

async function writeErrorPages(problems: ProblemCatalogue): Promise<void> {
  const pages = new Map([...problems.types].map(([code, type]) => [`${code}.md`, errorPage(code, type)]));
  pages.set('README.md', errorIndex(problems.types));
  await mkdir('docs/errors', { recursive: true });
  for (const name of await readdir('docs/errors')) if (!pages.has(name)) await rm(`docs/errors/${name}`);
  for (const [name, text] of pages) await writeFile(`docs/errors/${name}`, text);
}

await generate();
