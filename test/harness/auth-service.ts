import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on loopback, with the one client `till`, and its signing key to forge with. */
export interface AuthService {
  readonly issuer: string;
  /** An access token as the provider gives it out, with these claims. */
  token(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** A token made by hand: signed with the provider's own key unless another is given. */
  forge(claims: Readonly<Record<string, unknown>>, options?: ForgeOptions): Promise<string>;
  /** Any header over any payload, signed with the provider's own key. */
  sign(header: JWTHeaderParameters, payload: string): Promise<string>;
  /** How often the key set was fetched. */
  keyFetches(): number;
  close(): Promise<void>;
}

export interface ForgeOptions {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly key?: CryptoKey | Uint8Array;
  readonly expiresInSeconds?: number;
  readonly issuer?: string;
  readonly audience?: string;
}

export const AUDIENCE = 'pos-service';

/** Starts the provider. */
export async function startAuthService(): Promise<AuthService> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let extra: Readonly<Record<string, unknown>> = {};
  let keyFetches = 0;
  const provider = new Provider(
    issuer,
    configuration(jwk, () => extra),
  );
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/jwks') keyFetches += 1;
    void callback(request, response);
  });
  return {
    issuer,
    token: async (claims) => {
      extra = claims;
      return grant(issuer);
    },
    forge: (claims, options) => forge(issuer, privateKey, claims, options),
    sign: (header, payload) => new CompactSign(Buffer.from(payload)).setProtectedHeader(header).sign(privateKey),
    keyFetches: () => keyFetches,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function configuration(jwk: object, extra: () => Readonly<Record<string, unknown>>): object {
  return {
    clients: [
      {
        client_id: 'till',
        client_secret: 'till-secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    ttl: { ClientCredentials: 300 },
    jwks: { keys: [jwk] },
    extraTokenClaims: () => ({ ...extra() }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:pos',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenTTL: 300,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

async function grant(issuer: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'till', client_secret: 'till-secret' }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`the provider gave no token: ${response.status}`);
  return token;
}

function forge(
  issuer: string,
  privateKey: CryptoKey,
  claims: Readonly<Record<string, unknown>>,
  options: ForgeOptions = {},
): Promise<string> {
  return new SignJWT({ sub: 'anna', ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'k1', ...options.header })
    .setIssuer(options.issuer ?? issuer)
    .setAudience(options.audience ?? AUDIENCE)
    .setExpirationTime(Math.floor(Date.now() / 1000) + (options.expiresInSeconds ?? 300))
    .sign(options.key ?? privateKey);
}
