import { PROBLEM_MEDIA_TYPE } from '../platform/http/problem.js';

interface ResponseDraft {
  description: string;
  content?: Record<string, unknown>;
}
interface OperationDraft {
  operationId: string;
  parameters?: object[];
  requestBody?: unknown;
  security?: unknown[];
  responses: Record<string, ResponseDraft>;
}

/** The contract as tsoa writes it. */
export interface ContractDraft {
  paths: Record<string, Record<string, OperationDraft>>;
}

/** What every operation behind authentication can answer, by status: tsoa knows only what controllers declare. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  '400': 'validation_failed, unknown_parameter, duplicate_parameter',
  '401': 'unauthenticated',
  '403': 'permission_missing, tenant_suspended',
  '404': 'not_found',
  '429': 'too_many_requests',
  '500': 'internal_error',
  '503': 'overloaded, database_unavailable',
};
const WITH_BODY: Readonly<Record<string, string>> = {
  '400': 'malformed_json, body_not_utf8, body_too_deep, body_incomplete',
  '413': 'body_too_large',
  '415': 'unsupported_media_type',
};
const WITH_KEY: Readonly<Record<string, string>> = {
  '400': 'idempotency_key_invalid, idempotency_key_missing',
  '409': 'idempotency_key_in_use, id_already_used',
  '422': 'idempotency_key_reused',
};

const IDEMPOTENCY_KEY = {
  in: 'header',
  name: 'Idempotency-Key',
  required: false,
  description:
    'Makes repeating the request harmless for 7 days. Required where something is changed, unless the body has an id.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/** Adds to each operation what the edge does for all of them: problems as RFC 9457, codes by status, Idempotency-Key. */
export function completeContract(document: ContractDraft): ContractDraft {
  for (const item of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(item)) complete(method, operation);
  }
  return document;
}

function complete(method: string, operation: OperationDraft): void {
  addCodes(operation, EVERYWHERE);
  if (operation.requestBody !== undefined) addCodes(operation, WITH_BODY);
  if (method === 'post') {
    addCodes(operation, WITH_KEY);
    operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  }
  const sorted = Object.entries(operation.responses).sort(([a], [b]) => (a < b ? -1 : 1));
  operation.responses = Object.fromEntries(
    sorted.map(([status, response]) => [status, Number(status) < 400 ? response : asProblem(response)]),
  );
}

function addCodes({ responses }: OperationDraft, codes: Readonly<Record<string, string>>): void {
  for (const [status, more] of Object.entries(codes)) {
    const declared = responses[status]?.description;
    responses[status] = { description: declared === undefined ? more : `${declared}, ${more}` };
  }
}

function asProblem({ description }: ResponseDraft): ResponseDraft {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}
