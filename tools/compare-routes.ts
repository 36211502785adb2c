import { breaksBetween, type Break, type Comparison, type Schema } from './compare-schemas.js';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}

/** As much of an OpenAPI 3.0 document as is compared. */
export interface Routes {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

type Found = Omit<Break, 'contract'>;

// Lists of words grow with the product (permissions, statuses of jobs): callers are told to expect it.
const ANSWERS: Comparison = { view: 'read', strictWords: false };
const BODIES: Comparison = { view: 'write', strictWords: true };

/** Compares routes for a caller who was written by the old contract: requests that are refused now, answers that lack something. */
export function compareRoutes(before: Routes, after: Routes): Break[] {
  return operationsOf(before).flatMap(([contract, path, method, operation]) => {
    const now = after.paths[path]?.[method];
    if (now === undefined) return [{ contract, pointer: '', what: 'is gone' }];
    const found = [
      ...compareParameters(operation, now),
      ...compareBodies(operation, now, before, after),
      ...compareAnswers(operation, now, before, after),
    ];
    return found.map((one) => ({ contract, ...one }));
  });
}

function operationsOf({ paths }: Routes): [string, string, string, Operation][] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, string, string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      path,
      method,
      operation,
    ]),
  );
}

function compareParameters(before: Operation, after: Operation): Found[] {
  const key = ({ name, in: where }: Parameter): string => `${where} ${name}`;
  const known = new Map((before.parameters ?? []).map((parameter) => [key(parameter), parameter]));
  const now = new Map((after.parameters ?? []).map((parameter) => [key(parameter), parameter]));
  const gone = [...known.keys()]
    .filter((name) => !now.has(name))
    .map((name) => ({ pointer: name, what: 'is refused' }));
  const demanded = [...now]
    .filter(([name, { required = false }]) => required && known.get(name)?.required !== true)
    .map(([name]) => ({ pointer: name, what: 'must be given, and need not be before' }));
  return [...gone, ...demanded];
}

function compareBodies(before: Operation, after: Operation, beforeRoot: Routes, afterRoot: Routes): Found[] {
  const written = before.requestBody?.content?.['application/json']?.schema;
  const judge = after.requestBody?.content?.['application/json']?.schema;
  if (judge === undefined || written === undefined) return [];
  return breaksBetween({ schema: judge, root: afterRoot }, { schema: written, root: beforeRoot }, BODIES);
}

function compareAnswers(before: Operation, after: Operation, beforeRoot: Routes, afterRoot: Routes): Found[] {
  return Object.entries(before.responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, answer]): Found[] => {
      const now = after.responses[status];
      if (now === undefined) return [{ pointer: status, what: 'is no answer any more' }];
      const schema = answer.content?.['application/json']?.schema;
      const schemaNow = now.content?.['application/json']?.schema;
      if (schema === undefined) return [];
      if (schemaNow === undefined) return [{ pointer: status, what: 'has no JSON any more' }];
      return breaksBetween({ schema, root: beforeRoot }, { schema: schemaNow, root: afterRoot }, ANSWERS);
    });
}
