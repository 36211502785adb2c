import { readFileSync } from 'node:fs';

/** As much of an OpenAPI 3.0 document as the program reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

interface ParameterObject {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string };
}

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Readonly<Record<string, unknown>>;
}

/** One operation of the contract, prepared for the questions that each request asks. */
export interface ContractOperation {
  readonly operationId: string;
  readonly method: string;
  /** As the contract writes it: `/v1/{tenant}/pos/orders/{orderId}`. */
  readonly template: string;
  /** Names of the query parameters; true for one that may come several times. */
  readonly query: ReadonlyMap<string, boolean>;
  readonly takesBody: boolean;
  readonly permissions: readonly string[];
  /** Callers sign what they send, instead of bringing a token. */
  readonly isSigned: boolean;
  /** Callers come to get a token: they have none yet. */
  readonly isOpen: boolean;
  /** A word in the address lets callers in: they neither sign nor bring a token. */
  readonly isByAddress: boolean;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** The generated contract, as a running server uses it. */
export class Contract {
  private readonly operations = new Map<string, ContractOperation>();
  private readonly paths: { readonly form: RegExp; readonly methods: string[] }[] = [];

  constructor(readonly document: OpenApiDocument) {
    for (const [template, item] of Object.entries(document.paths)) {
      const methods = METHODS.filter((method) => item[method] !== undefined);
      this.paths.push({ form: formOf(template), methods: methods.map((method) => method.toUpperCase()) });
      for (const method of methods) {
        const operation = operationOf(template, method, item[method] as OperationObject);
        this.operations.set(`${operation.method} ${expressPath(template)}`, operation);
      }
    }
  }

  /** The operation behind a route of express, by its method and the path it was registered under. */
  operation(method: string, routePath: string): ContractOperation | undefined {
    return this.operations.get(`${method} ${routePath}`);
  }

  all(): Iterable<ContractOperation> {
    return this.operations.values();
  }

  /** The methods of a path; of an unknown one none. */
  methodsOf(path: string): readonly string[] {
    return [...new Set(this.paths.filter(({ form }) => form.test(path)).flatMap(({ methods }) => methods))];
  }
}

/** Reads the generated document. @throws Error when `make openapi` has not been run. */
export function readContract(file: string | URL): Contract {
  return new Contract(JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument);
}

/** The path as express writes it: `/v1/:tenant/pos/orders/:orderId`. */
export function expressPath(template: string): string {
  return template.replaceAll(/\{(\w+)\}/g, ':$1');
}

function operationOf(template: string, method: string, operation: OperationObject): ContractOperation {
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    template,
    query: new Map(query.map(({ name, schema }) => [name, schema?.type === 'array'])),
    takesBody: operation.requestBody !== undefined,
    permissions: (operation.security ?? []).flatMap((requirement) => Object.values(requirement).flat()),
    isSigned: (operation.security ?? []).some((requirement) => 'callback' in requirement),
    isOpen: (operation.security ?? []).some((requirement) => 'open' in requirement),
    isByAddress: operation.security?.length === 0,
  };
}

function formOf(template: string): RegExp {
  const escaped = template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${escaped}/?$`);
}
