/** Whether the manifest lets a page of the app come from an address. Pure. */

/**
 * @param domains the manifest's `validDomains`: hosts with their port; `*` stands for exactly one part of a name
 */
export function isValidDomain(address: string, domains: string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return domains.some((domain) => matches(host.split('.'), domain.toLowerCase().split('.')));
}

const matches = (parts: string[], wanted: string[]): boolean =>
  parts.length === wanted.length && wanted.every((part, at) => part === '*' || part === parts[at]);
