/** How a plain browser signs people in: what the tab must be told for it. Signs nobody in; verify-token.ts checks what comes of it. */
import type { Config } from '../config/config.ts';
import type { SignIn } from '../config/contract.ts';

const entra = 'https://login.microsoftonline.com';

/** With several tenants Entra asks which, and the token check refuses the others. */
export function signInOf({ clientId, tenants, loginUrl }: Pick<Config, 'clientId' | 'tenants' | 'loginUrl'>): SignIn {
  const [only = '', ...others] = tenants;
  const tenant = others.length === 0 ? only : 'organizations';
  return { clientId, tenant, authority: `${entra}/${tenant}`, loginUrl: loginUrl ?? entra };
}
