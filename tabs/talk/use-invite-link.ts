/** A link that opens Teams' own form for a new meeting, filled in. Works in every host, also where teams-js can open no form. Pure. */

export type Invitation = { subject: string; content: string; attendees: string[]; start: string; end: string };

/** Form: Microsoft Teams, "Deep link to open a meeting scheduling dialog". Times are instants in UTC. */
export function inviteLink({ subject, content, attendees, start, end }: Invitation): string {
  const filled = { subject, content, attendees: attendees.join(','), startTime: start, endTime: end };
  const query = Object.entries(filled).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`;
}
