/** The shape of every card the bot sends: a heading, a few lines, at most one button. Plain functions from facts to card JSON. */

export type CardLine = { text: string; quiet?: true };
export type CardButton = { title: string; url: string };
export type Card = { title: string; lines: CardLine[]; button: CardButton | null };

/** Content type of an Adaptive Card in a message. */
const contentType = 'application/vnd.microsoft.card.adaptive';

/** A message with one card. `summary` is what the chat list and a screen reader's announcement show: it names no content either. */
export function cardMessage(card: Card): { type: 'message'; summary: string; attachments: { contentType: string; content: unknown }[] } {
  return { type: 'message', summary: card.title, attachments: [{ contentType, content: adaptiveCard(card) }] };
}

/** Version 1.5 is what every Teams client shows today. Texts are not Markdown to us: what a name contains must not become a link. */
function adaptiveCard({ title, lines, button }: Card): unknown {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    speak: [title, ...lines.map(({ text }) => text)].join(' '),
    body: [
      { type: 'TextBlock', text: plain(title), weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' },
      ...lines.map(({ text, quiet }) => ({
        type: 'TextBlock',
        text: plain(text),
        wrap: true,
        ...(quiet ? { isSubtle: true, spacing: 'Small' } : {}),
      })),
    ],
    actions: button ? [{ type: 'Action.OpenUrl', title: button.title, url: button.url }] : [],
  };
}

/** Takes Markdown's meaning from the signs that could make a link or emphasis out of somebody's name. */
const plain = (text: string): string => text.replace(/[\\[\]*_`]/g, '\\$&');
