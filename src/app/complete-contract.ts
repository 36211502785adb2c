import { PROBLEM_MEDIA_TYPE } from '../platform/http/problem.js';

interface ResponseDraft {
  description: string;
  content?: Record<string, unknown>;
  headers?: Record<string, unknown>;
}
interface OperationDraft {
  operationId: string;
  parameters?: object[];
  requestBody?: unknown;
  security?: Readonly<Record<string, unknown>>[];
  responses: Record<string, ResponseDraft>;
}

/** The contract as tsoa writes it. */
export interface ContractDraft {
  paths: Record<string, Record<string, OperationDraft>>;
  components?: { headers?: Record<string, unknown> };
}

/** What every operation behind authentication can answer, by status: tsoa knows only what controllers declare. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  '400': 'validation_failed, unknown_parameter, duplicate_parameter',
  '401': 'unauthenticated, proof_required, proof_refused',
  '403': 'permission_missing, tenant_suspended, licence_revoked, feature_not_in_plan',
  '404': 'not_found',
  '429': 'too_many_requests',
  '500': 'internal_error',
  '503': 'overloaded, database_unavailable',
};
/** Who signs needs no permission; a business that is suspended or absent is told to nobody but its own. */
const WHEN_SIGNED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(EVERYWHERE).filter(([status]) => status !== '403' && status !== '404'),
);
/** Who has no token yet is told of wrong credentials, and nothing of the business. */
const WHEN_OPEN: Readonly<Record<string, string>> = { ...WHEN_SIGNED, '401': 'credentials_refused' };
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

/** What the edge says in each answer about the tenant's allowance, and how long to wait where it is used up. */
const HEADERS = {
  'RateLimit-Policy': headerOf('Requests that a business may send in how many seconds.', '"tenant";q=120000;w=60'),
  RateLimit: headerOf('How many of them are left, and for how many seconds.', '"tenant";r=119999;t=37'),
  'Retry-After': headerOf('Seconds to wait before the same request is sent again.', '37'),
};
const OF_EACH_ANSWER = headersNamed('RateLimit-Policy', 'RateLimit');
const OF_A_REFUSAL_TO_SERVE_NOW = headersNamed('RateLimit-Policy', 'RateLimit', 'Retry-After');

/** Adds to each operation what the edge does for all of them: problems as RFC 9457, codes by status, Idempotency-Key, headers. */
export function completeContract(document: ContractDraft): ContractDraft {
  document.components = { ...document.components, headers: { ...document.components?.headers, ...HEADERS } };
  for (const item of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(item)) complete(method, operation);
  }
  return document;
}

function complete(method: string, operation: OperationDraft): void {
  // Without any requirement, a word in the address lets the caller in: a company that knows none of our headers.
  const isSigned = operation.security?.every((requirement) => 'callback' in requirement) === true;
  const isOpen = operation.security?.some((requirement) => 'open' in requirement) === true;
  addCodes(operation, isSigned ? WHEN_SIGNED : isOpen ? WHEN_OPEN : EVERYWHERE);
  if (operation.requestBody !== undefined) addCodes(operation, WITH_BODY);
  if (method === 'post' && !isSigned) {
    addCodes(operation, WITH_KEY);
    operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
  }
  const sorted = Object.entries(operation.responses).sort(([a], [b]) => (a < b ? -1 : 1));
  operation.responses = Object.fromEntries(
    sorted.map(([status, response]) => [
      status,
      withHeaders(status, Number(status) < 400 ? response : asProblem(response)),
    ]),
  );
}

function addCodes({ responses }: OperationDraft, codes: Readonly<Record<string, string>>): void {
  for (const [status, more] of Object.entries(codes)) {
    const declared = responses[status]?.description;
    responses[status] = { description: declared === undefined ? more : `${declared}, ${more}` };
  }
}

function withHeaders(status: string, response: ResponseDraft): ResponseDraft {
  if (status === '429') return { ...response, headers: { ...response.headers, ...OF_A_REFUSAL_TO_SERVE_NOW } };
  return Number(status) < 300 ? { ...response, headers: { ...response.headers, ...OF_EACH_ANSWER } } : response;
}

function headerOf(description: string, example: string): object {
  return { description, schema: { type: 'string' }, example };
}

function headersNamed(...names: (keyof typeof HEADERS)[]): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function asProblem({ description }: ResponseDraft): ResponseDraft {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}
