import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { readContract, type ContractOperation, type OperationObject } from '../../src/platform/http/contract.js';

export const contract = readContract(path.resolve('openapi/pos.json'));

/** All operations of the generated contract, as rows of a table of tests. */
export const operations: readonly ContractOperation[] = [...contract.all()];

/** The operation's path for a tenant, with ids that belong to nothing. */
export function pathOf({ template, method }: ContractOperation, tenantSlug: string): string {
  const operation = contract.document.paths[template]?.[method.toLowerCase()] as OperationObject;
  return template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'tenant') return tenantSlug;
    const schema = operation.parameters?.find((parameter) => parameter.name === name)?.schema;
    return JSON.stringify(schema ?? {}).includes('Uuid') ? randomUUID() : 'X';
  });
}
