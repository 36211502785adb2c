import { readFileSync } from 'node:fs';

/** As much of a schema of OpenAPI 3.0 as values are made from. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One operation of the contract: what may be sent to it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly Parameter[];
  /** Media type to schema; empty where there is no body. */
  readonly bodies: readonly (readonly [mediaType: string, schema: Schema])[];
  /** Whoever calls has no token yet. */
  readonly isOpen: boolean;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface OperationObject {
  readonly operationId?: string;
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const REF = '#/components/schemas/';

/** The generated contract, as a source of requests. */
export class FuzzContract {
  readonly operations: readonly Operation[];

  constructor(private readonly document: Document) {
    this.operations = Object.entries(document.paths).flatMap(([template, item]) =>
      METHODS.flatMap((method) => (item[method] === undefined ? [] : [operationOf(template, method, item[method])])),
    );
  }

  /** The schema behind a reference; members beside the reference stay. */
  resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const found = this.document.components.schemas[schema.$ref.slice(REF.length)];
    if (found === undefined) throw new Error(`the contract refers to ${schema.$ref}, which is not in it`);
    return this.resolve({ ...found, ...(schema.nullable === true && { nullable: true }) });
  }
}

/** Reads the committed document. */
export function readFuzzContract(file = 'openapi/pos.json'): FuzzContract {
  return new FuzzContract(JSON.parse(readFileSync(file, 'utf8')) as Document);
}

function operationOf(
  template: string,
  method: string,
  { operationId, parameters = [], requestBody, security = [] }: OperationObject,
): Operation {
  const known = parameters.filter(({ $ref }) => $ref === undefined);
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([mediaType, { schema }]) => [mediaType, schema] as const,
  );
  return {
    id: operationId ?? `${method} ${template}`,
    method: method.toUpperCase(),
    template,
    parameters: known,
    bodies,
    isOpen: security.some((requirement) => 'open' in requirement),
  };
}
