/** The OpenID metadata of a tenant, v1 and v2, and the key set it leads to. */
import type { PublicKey } from './keys.ts';
import { issuerOf, type Version } from './claims.ts';

const login = 'https://login.microsoftonline.com';

/** `tenant` is what stands in the address: an id, a domain, or `common`, whose issuer has a hole for the id. */
export function metadataOf(tenant: string, tenantId: string, version: Version): Record<string, unknown> {
  const v2 = version === '2.0' ? '/v2.0' : '';
  const endpoint = (name: string): string => `${login}/${tenant}/oauth2${v2}/${name}`;
  return {
    token_endpoint: endpoint('token'),
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${login}/${tenant}/discovery${v2}/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuerOf(tenantId, version),
    request_uri_parameter_supported: false,
    authorization_endpoint: endpoint('authorize'),
    device_authorization_endpoint: endpoint('devicecode'),
    end_session_endpoint: endpoint('logout'),
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  };
}

export function keySetOf(tenantId: string, keys: PublicKey[]): { keys: Record<string, unknown>[] } {
  return { keys: keys.map((key) => ({ ...key, issuer: issuerOf(tenantId, '2.0') })) };
}

/** Which hosts belong together; a library asks before it trusts an authority it does not know. */
export const instanceDiscovery = {
  tenant_discovery_endpoint: `${login}/common/v2.0/.well-known/openid-configuration`,
  'api-version': '1.1',
  metadata: [
    {
      preferred_network: 'login.microsoftonline.com',
      preferred_cache: 'login.windows.net',
      aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
    },
  ],
};
