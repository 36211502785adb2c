import { existsSync, readFileSync } from 'node:fs';
import { Container } from 'inversify';
import { ERROR_TYPE_BASE } from '../platform/http/problem.js';
import { problemsOf } from './container.js';
import { modules } from './modules.js';

const container = new Container();
container.load(...modules);
const problems = problemsOf(container);

test.each([...problems.types])('%s has its page, status and words', (code, { status, title }) => {
  const page = `docs/errors/${code}.md`;
  expect(existsSync(page)).toBe(true);
  expect(readFileSync(page, 'utf8')).toContain(`**${status}** · ${title}`);
  expect(code).toMatch(/^[a-z][a-z0-9_]*$/);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(`${ERROR_TYPE_BASE}${code}`).toMatch(/^https:/);
});
