import type { Request } from 'express';
import { Refusal } from '../../kernel/refusal.js';
import { isStorable } from './body.js';
import type { ContractOperation } from './contract.js';
import type { RequestRefusal } from './edge-problems.js';
import { badValue } from './values.js';

/**
 * Refuses query parameters that the operation does not know, that come twice, or that hold text no database can. Silence
 * would turn a misspelt filter into a list of everything.
 * @throws Refusal `unknown_parameter`, `duplicate_parameter`, `validation_failed`, `malformed_path`.
 */
export function assertParameters(request: Request, operation: ContractOperation): void {
  if (
    request.url.includes('%') &&
    !Object.values(request.params).every((value) => typeof value === 'string' && isStorable(value))
  ) {
    throw new Refusal<RequestRefusal>('malformed_path');
  }
  if (!request.url.includes('?')) return;
  for (const [name, value] of Object.entries(request.query)) {
    const repeatable = operation.query.get(name);
    if (repeatable === undefined) throw unknown(name, operation);
    const values = Array.isArray(value) ? value : [value];
    if (values.length > 1 && !repeatable) {
      throw new Refusal<RequestRefusal>('duplicate_parameter', { parameter: name }, [
        { pointer: `/query/${name}`, message: 'must be given once' },
      ]);
    }
    if (!values.every((text) => typeof text === 'string' && isStorable(text))) {
      throw badValue(`/query/${name}`, 'must be text without NUL and half characters');
    }
  }
}

function unknown(name: string, operation: ContractOperation): Refusal {
  const parameter = name.slice(0, 64);
  const allowed = [...operation.query.keys()].join(', ') || 'none';
  return new Refusal<RequestRefusal>('unknown_parameter', { parameter, allowed }, [
    { pointer: `/query/${parameter}`, message: `is not known here; known: ${allowed}` },
  ]);
}
