import type { FieldErrors } from '@tsoa/runtime';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { RefusedField } from '../../kernel/refusal.js';
import { escapePointer } from './body.js';
import type { ContractOperation, OpenApiDocument } from './contract.js';

const FIELDS_MAX = 20;

/** What is wrong with a body, by ajv over the contract: exact pointers, where tsoa's own keys lose array positions. */
export class BodyChecker {
  private readonly ajv: Ajv;
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    this.ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
    (addFormats as unknown as (ajv: Ajv) => void)(this.ajv);
    this.ajv.addSchema(withoutNullable(document) as object, 'api');
  }

  /** The bad places of a body, or none when the contract alone finds nothing wrong. */
  check(operation: ContractOperation, body: unknown): { fields: RefusedField[]; onlyFractionsOfMinorUnits: boolean } {
    const validate = this.validatorOf(operation);
    // tsoa has put Date objects into the body by now; the contract speaks of what was sent.
    const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
    if (sent === undefined)
      return { fields: [{ pointer: '', message: 'a body is required' }], onlyFractionsOfMinorUnits: false };
    if (validate(sent)) return { fields: [], onlyFractionsOfMinorUnits: false };
    const errors = telling(validate.errors ?? []);
    return {
      fields: dedupe(errors.map(fieldOf)).slice(0, FIELDS_MAX),
      onlyFractionsOfMinorUnits: errors.length > 0 && errors.every(isFractionOfMinorUnit),
    };
  }

  private validatorOf({ template, method, operationId }: ContractOperation): ValidateFunction {
    const known = this.validators.get(operationId);
    if (known !== undefined) return known;
    const path = encodeURIComponent(escapePointer(template));
    const made = this.ajv.compile({
      $ref: `api#/paths/${path}/${method.toLowerCase()}/requestBody/content/application~1json/schema`,
    });
    this.validators.set(operationId, made);
    return made;
  }
}

/** The bad places outside the body, from tsoa's own keys, which for plain parameters are their names. */
export function fieldsOfParameters(fields: FieldErrors, operation: ContractOperation): RefusedField[] {
  return Object.entries(fields)
    .slice(0, FIELDS_MAX)
    .map(([name, { message }]) => ({ pointer: pointerOf(name, operation), message: plain(message) }));
}

function pointerOf(name: string, operation: ContractOperation): string {
  if (operation.query.has(name)) return `/query/${name}`;
  if (operation.template.includes(`{${name}}`)) return `/path/${name}`;
  return `/${name.replace(/^body\.?/, '').replaceAll(/\.\$?/g, '/')}`;
}

/** tsoa quotes the expression for some checks; people need the words before it. */
function plain(message: string): string {
  return message.startsWith('Not match in ') ? 'has not the form that the contract describes' : message;
}

function isFractionOfMinorUnit({ keyword, params, instancePath, data }: ErrorObject): boolean {
  const isInteger = keyword === 'type' && (params as { type?: string }).type === 'integer';
  return isInteger && typeof data === 'number' && instancePath.endsWith('/amount');
}

/** OpenAPI 3.0 says `nullable`, which ajv refuses beside a reference: the same is said in JSON Schema's own words. */
function withoutNullable(node: unknown): unknown {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map(withoutNullable);
  const entries = Object.entries(node).filter(([name]) => name !== 'nullable');
  const rest = Object.fromEntries(entries.map(([name, value]) => [name, withoutNullable(value)]));
  return (node as { nullable?: unknown }).nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

const REPEATS = new Set(['anyOf undefined', 'type null', 'format int32', 'format int64']);

/** Leaves out what only repeats another error: the `anyOf` around it, that null would do too, that a fraction is no int64. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const useful = errors.filter(({ keyword, params }) => {
    const { type, format } = params as { type?: string; format?: string };
    return !REPEATS.has(`${keyword} ${String(type ?? format)}`);
  });
  return useful.length > 0 ? useful : [...errors];
}

function fieldOf({ keyword, instancePath, params, message, parentSchema }: ErrorObject): RefusedField {
  if (keyword === 'additionalProperties') {
    return {
      pointer: `${instancePath}/${escapePointer((params as { additionalProperty: string }).additionalProperty)}`,
      message: 'is not known here',
    };
  }
  if (keyword === 'required') {
    return {
      pointer: `${instancePath}/${escapePointer((params as { missingProperty: string }).missingProperty)}`,
      message: 'is required',
    };
  }
  if (keyword === 'enum')
    return {
      pointer: instancePath,
      message: `must be one of: ${(params as { allowedValues: unknown[] }).allowedValues.join(', ')}`,
    };
  if (keyword === 'pattern') {
    const { title } = (parentSchema ?? {}) as { title?: string };
    return { pointer: instancePath, message: title ?? message ?? 'has a wrong form' };
  }
  return { pointer: instancePath, message: message ?? 'is invalid' };
}

function dedupe(fields: readonly RefusedField[]): RefusedField[] {
  return [...new Map(fields.map((field) => [`${field.pointer} ${field.message}`, field])).values()];
}
