import type { OutletId } from '../../../../kernel/ids.js';
import type { ConnectionId, PaymentConnection, StoredSecret } from '../../domain/connection.js';
import type { ConnectedProvider } from '../../domain/provider.js';

export interface ConnectionRow {
  tenant_id: string;
  id: string;
  provider: ConnectedProvider;
  outlet_id: string | null;
  settings: Record<string, string>;
  active: boolean;
  callback_hash: string;
  tested_at: Date | null;
  test_failure: string | null;
  version: number;
  created_by: string;
  created_at: Date;
  updated_at: Date;
}

interface SecretRow {
  tenant_id: string;
  connection_id: string;
  field: string;
  sealed: string;
  number: number;
  hint: string;
}

/** The tables of connections. */
export interface ConnectionTables {
  payment_connections: ConnectionRow;
  payment_connection_secrets: SecretRow;
}

/** A row with its secrets gathered by their fields. */
export interface WholeConnectionRow extends Omit<ConnectionRow, 'tenant_id'> {
  readonly secrets: Readonly<Record<string, StoredSecret>> | null;
}

/** Selected together with the columns of `payment_connections`, which the statement calls `c`. */
export const SECRETS_OF_C = `(select jsonb_object_agg(s.field, jsonb_build_object('sealed', s.sealed, 'number', s.number, 'hint', s.hint))
    from payment_connection_secrets s where s.connection_id = c.id) as secrets`;

/** A row as the domain knows it. */
export function toConnection(row: WholeConnectionRow): PaymentConnection {
  return {
    id: row.id as ConnectionId,
    provider: row.provider,
    outletId: row.outlet_id as OutletId | null,
    settings: row.settings,
    secrets: row.secrets ?? {},
    callbackHash: row.callback_hash,
    active: row.active,
    testedAt: row.tested_at,
    testFailure: row.test_failure,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
