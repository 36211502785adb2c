import type { DeviceKeys } from '../device/device-keys.js';

/**
 * By what a client may. `bound`: the token of a device, or of a session at it, with a proof on each request. `secret`: the same
 * of a device that cannot keep a key. `code`: a device that is not linked yet. `none`: routes that need nothing.
 */
export type Credential =
  | { readonly kind: 'api-key'; readonly key: string }
  | { readonly kind: 'bound'; readonly token: string; readonly keys: DeviceKeys }
  | { readonly kind: 'secret'; readonly token: string; readonly secret: string }
  | { readonly kind: 'code'; readonly code: string; readonly keys: DeviceKeys }
  | { readonly kind: 'none' };

/** The headers that one request needs; a proof is good once. @param at the server's time, in ms. */
export async function credentialHeaders(
  credential: Credential,
  method: string,
  url: string,
  at: number,
): Promise<Readonly<Record<string, string>>> {
  switch (credential.kind) {
    case 'none':
      return {};
    case 'api-key':
      return { Authorization: `Bearer ${credential.key}` };
    case 'secret':
      return { Authorization: `Bearer ${credential.token}`, 'POS-Device-Secret': credential.secret };
    case 'code':
      return { DPoP: await credential.keys.proof(method, url, credential.code, at) };
    case 'bound': {
      const { token, keys } = credential;
      return { Authorization: `Bearer ${token}`, DPoP: await keys.proof(method, url, token, at) };
    }
  }
}
