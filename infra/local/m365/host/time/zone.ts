/** Time zones as mailboxes name them, in the names that browsers know. Pure. */
import { findIana } from 'windows-iana';

/** IANA name of a Windows or IANA zone; the browser's own when there is none or nobody knows it. */
export function zoneOf(name: string | null, locale: string | null): string {
  if (name === null || name === '') return browserZone();
  if (isKnown(name)) return name;
  const territory = locale?.split('-')[1];
  const [found] = [...(territory ? findIana(name, territory) : []), ...findIana(name)];
  return found !== undefined && isKnown(found) ? found : browserZone();
}

const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
