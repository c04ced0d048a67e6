/** The shape of every card the bot sends: a heading, a few lines, one way into Samtal, and what can be done in place. From facts to card JSON. */

/** `strong`: what has just happened. */
export type CardLine = { text: string; quiet?: true; strong?: true };
export type CardButton = { title: string; url: string };
/** Something that is done in place: Teams tells the bot the verb and the data, with who pressed. Data holds ids, never content. */
export type CardAction = { title: string; verb: string; data: Record<string, string | number> };
export type Card = {
  title: string;
  lines: CardLine[];
  button: CardButton | null;
  actions?: CardAction[];
  /** What is done in place comes before the way into Samtal. */
  actionsFirst?: true;
  /** How the card is asked for anew when it is shown again. */
  refresh?: Omit<CardAction, 'title'>;
};

/** Whatever the person's Teams asks of the card says which one it is. */
export function namedCard({ actions = [], refresh, ...card }: Card, cardId: string): Card {
  const naming = <T extends { data: object }>(one: T): T => ({ ...one, data: { ...one.data, cardId } });
  return { ...card, actions: actions.map(naming), ...(refresh ? { refresh: naming(refresh) } : {}) };
}

/** Content type of an Adaptive Card in a message, and of a card that takes the place of another. */
export const cardType = 'application/vnd.microsoft.card.adaptive';

type Attachment = { contentType: string; content: unknown };

/**
 * A message with one card. `summary` is what the chat list and a screen reader's announcement show: it names no content either.
 * @param userId for whom Teams brings the card up to date when it is shown; for nobody when that is not known
 */
export function cardMessage(card: Card, userId?: string): { type: 'message'; summary: string; attachments: Attachment[] } {
  return { type: 'message', summary: card.title, attachments: [{ contentType: cardType, content: adaptiveCard(card, userId) }] };
}

/** Version 1.5 is what every Teams client shows today. Texts are not Markdown to us: what a name contains must not become a link. */
export function adaptiveCard({ title, lines, button, actions = [], actionsFirst, refresh }: Card, userId?: string): unknown {
  const opens = button ? [{ type: 'Action.OpenUrl', title: button.title, url: button.url }] : [];
  const executes = actions.map((action) => ({ type: 'Action.Execute', ...action }));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    speak: [title, ...lines.map(({ text }) => text)].join(' '),
    body: [
      { type: 'TextBlock', text: plain(title), weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' },
      ...lines.map(({ text, quiet, strong }) => ({
        type: 'TextBlock',
        text: plain(text),
        wrap: true,
        ...(quiet ? { isSubtle: true, spacing: 'Small' } : {}),
        ...(strong ? { weight: 'Bolder' } : {}),
      })),
    ],
    actions: actionsFirst ? [...executes, ...opens] : [...opens, ...executes],
    ...(refresh && userId ? { refresh: { action: { type: 'Action.Execute', title, ...refresh }, userIds: [userId] } } : {}),
  };
}

/** Takes Markdown's meaning from the signs that could make a link or emphasis out of somebody's name. */
const plain = (text: string): string => text.replace(/[\\[\]*_`]/g, '\\$&');
