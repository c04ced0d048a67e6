/** Svenska texter om registerutdrag: att något har begärts ut eller öppnats. Av vem, om vem och varför står aldrig där. */
import type { AccessPart } from './shape.ts';

export const access: AccessPart = {
  'access-asked': {
    topic: 'Registerutdrag',
    preview: 'Någon har begärt ut det som står om dig i Samtal',
    subject: 'Någon har begärt ut det som står om dig i Samtal',
    lead: 'Någon hos er har begärt ut det som står om dig i Samtal, så som lagen medger. En till måste godkänna det innan något öppnas. Vem som har begärt det, och när, ser du under Mina uppgifter.',
    action: 'Se vem som har begärt det',
    why: 'Du får det här för att den som det gäller alltid får veta.',
  },
  'access-opened': {
    topic: 'Registerutdrag',
    preview: 'Det som står om dig i Samtal har öppnats',
    subject: 'Det som står om dig i Samtal har öppnats',
    lead: 'Under tre dygn kan två handläggare hos er läsa det som står om dig i Samtal. Vilka de är, vilka samtal det gäller och hur länge det är öppet ser du under Mina uppgifter.',
    action: 'Se vad som har öppnats',
    why: 'Du får det här för att den som det gäller alltid får veta.',
  },
  'talk-opened': {
    topic: 'Registerutdrag',
    preview: 'Ett samtal som är eller har varit ditt har öppnats',
    subject: 'Ett samtal som är eller har varit ditt har öppnats',
    lead: 'Under tre dygn kan två handläggare hos er läsa det som står om någon vars samtal är eller har varit ditt. Det du har antecknat för dig själv är med, utan andras namn. Vilket samtal det gäller, vilka de är och hur länge det är öppet ser du under Mina uppgifter.',
    action: 'Se vilket samtal',
    why: 'Du får det här för att den som kan ha antecknat något där alltid får veta.',
  },
};
