import type { StoredAnswer } from '../../kernel/context.js';
import type { Refusal } from '../../kernel/refusal.js';
import {
  ERROR_TYPE_BASE,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  type ProblemApproval,
  type ProblemTable,
  type ProblemType,
} from './problem.js';

/** Where a problem was met. */
export interface ProblemSite {
  readonly instance: string;
  readonly traceId: string;
}

/** All refusals of the program and their looks: the only place where a refusal becomes an answer. */
export class ProblemCatalogue {
  readonly types: ReadonlyMap<string, ProblemType>;

  /** @throws Error when two modules claim the same code. */
  constructor(tables: Iterable<ProblemTable>) {
    const types = new Map<string, ProblemType>();
    for (const table of tables) {
      for (const [code, type] of Object.entries(table)) {
        if (types.has(code)) throw new Error(`the problem code ${code} is declared twice`);
        types.set(code, type);
      }
    }
    this.types = types;
  }

  /** True when the refusal has a declared look; one without is a defect of its module. */
  knows(code: string): boolean {
    return this.types.has(code);
  }

  /** Renders a refusal as RFC 9457. @throws Error when its code is in no module's table. */
  answerTo(refusal: Refusal, site: ProblemSite): StoredAnswer {
    const type = this.types.get(refusal.code);
    if (type === undefined) throw new Error(`the refusal ${refusal.code} is in no problem table`);
    const headers: Record<string, string> = { 'Content-Type': PROBLEM_MEDIA_TYPE };
    const wait = refusal.facts['retryAfterSeconds'] ?? type.retryAfterSeconds;
    if (typeof wait === 'number') headers['Retry-After'] = String(wait);
    if (type.status === 401) headers['WWW-Authenticate'] = 'Bearer realm="pos-service", error="invalid_token"';
    if (typeof refusal.facts['allow'] === 'string') headers['Allow'] = refusal.facts['allow'];
    return { status: type.status, headers, body: JSON.stringify(problemOf(refusal, type, site)) };
  }
}

function problemOf(refusal: Refusal, type: ProblemType, { instance, traceId }: ProblemSite): Problem {
  const { code, facts, fields } = refusal;
  const detail = typeof type.detail === 'function' ? type.detail(facts) : type.detail;
  return {
    type: ERROR_TYPE_BASE + code,
    title: type.title,
    status: type.status,
    ...(detail === undefined ? {} : { detail }),
    instance,
    code,
    retryable: type.retryable ?? false,
    ...(fields.length === 0 ? {} : { errors: fields.map(({ pointer, message }) => ({ pointer, message })) }),
    traceId,
    ...(typeof facts['permission'] === 'string' ? { permission: facts['permission'] } : {}),
    ...(typeof facts['currentVersion'] === 'number' ? { currentVersion: facts['currentVersion'] } : {}),
    ...(typeof facts['approval'] === 'object' ? { approval: facts['approval'] as ProblemApproval } : {}),
  };
}
