/** The desk. */
import type { Company } from '../../m365/host/desk-api/desk-types.ts';

export function DeskPage({ company }: { company: Company }) {
  return <main>{company.app.name}</main>;
}
