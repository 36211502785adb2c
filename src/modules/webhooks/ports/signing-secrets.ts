import type { TenantId } from '../../../kernel/ids.js';
import type { EndpointId, StoredSecret } from '../domain/endpoint.js';

/** A secret just made: the only time that its text is known outside the worker. */
export interface NewSecret {
  readonly text: string;
  readonly stored: StoredSecret;
}

/** Whose secret it is. */
export interface SecretOwner {
  readonly tenantId: TenantId;
  readonly endpointId: EndpointId;
}

/** Makes secrets, and signs with those that are sealed. May ask a key service: never inside a transaction. */
export interface SigningSecrets {
  /** @throws Refusal `secrets_not_configured`. */
  make(owner: SecretOwner, number: number): Promise<NewSecret>;
  /** The value of `webhook-signature`. @throws Error when a secret cannot be opened. */
  sign(
    owner: SecretOwner,
    secrets: readonly { readonly sealed: string; readonly number: number }[],
    message: { readonly id: string; readonly timestampSeconds: number; readonly body: string },
  ): Promise<string>;
  /** What all begins with that is sealed by the present key; `undefined` where none is configured. */
  readonly currentPrefix: string | undefined;
  /** The same secret under the present key. @throws Error when it cannot be opened. */
  rewrap(owner: SecretOwner, sealed: string, number: number): Promise<string>;
}
