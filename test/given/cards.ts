/** Cards as a person meets them in their chat with the bot of a whole Samtal: read, shown anew, and pressed by the words on their buttons. */
import type { Message } from '#infra/local/m365/host/desk-api/desk-types.ts';
import { lookAt } from './look-at.ts';
import type { GivenSamtal } from './samtal.ts';
import type { SentCard } from './teams.ts';

export type ShownCard = {
  messageId: string;
  heading: string;
  /** Everything it says, a line each. */
  text: string;
  /** Words on what opens something, and where in Samtal that is. */
  link: { title: string; place: string } | null;
  /** Words on what is done in place. */
  acts: string[];
  card: SentCard;
};

/** Opens the person's chat with the bot. */
export async function cardsOf(samtal: GivenSamtal, who: string) {
  const { id: chatId } = await samtal.desk.openBotChat(who);
  const all = async (): Promise<ShownCard[]> => (await samtal.desk.messages(who, chatId)).flatMap(read);
  const newest = async (): Promise<ShownCard> => {
    const found = (await all()).at(-1);
    if (!found) throw new Error(`${who} has no card`);
    return found;
  };
  const again = async (messageId: string): Promise<ShownCard> => {
    const found = (await all()).find((one) => one.messageId === messageId);
    if (!found) throw new Error(`${who} no longer has that card`);
    return found;
  };
  /** A card that was pressed or looked at within the last minute is not asked for: `showLater`. */
  const show = async ({ messageId }: ShownCard): Promise<ShownCard> => {
    const { status } = await samtal.desk.showCard(who, chatId, messageId);
    if (status !== 200) throw new Error(`When ${who} looked at the card, the bot answered ${String(status)}`);
    return again(messageId);
  };
  return {
    chatId,
    all,
    newest,
    async write(text: string): Promise<ShownCard> {
      await samtal.desk.write(who, chatId, text);
      return newest();
    },
    /** Presses what is called so, and answers what the card has become. */
    async press({ messageId, card }: ShownCard, title: string | RegExp): Promise<ShownCard> {
      const action = card.actions.find(
        (one) => one.verb !== undefined && (title instanceof RegExp ? title.test(one.title) : one.title === title),
      );
      if (!action?.verb) throw new Error(`The card has no ${String(title)}, but: ${card.actions.map((one) => one.title).join(', ')}`);
      const { status, says } = await samtal.desk.press(who, chatId, messageId, { verb: action.verb, data: action.data });
      if (status !== 200 || says !== null) throw new Error(`The press was answered with ${String(status)}: ${String(says)}`);
      return again(messageId);
    },
    show,
    /** Looks when Teams asks for it again. */
    async showLater(card: ShownCard): Promise<ShownCard> {
      await lookAt(samtal, new Date((await samtal.desk.clock.now()).getTime() + 61_000));
      return show(card);
    },
  };
}

/** A message with a card, or nothing. */
export function read({ id: messageId, card: content }: Pick<Message, 'id' | 'card'>): ShownCard[] {
  const card = content as SentCard | null;
  if (!card) return [];
  const [heading = '', ...lines] = card.body.map(({ text }) => text);
  const opens = card.actions.find(({ url }) => url !== undefined);
  const context = new URL(opens?.url ?? 'none:').searchParams.get('context') ?? '{}';
  const link = opens ? { title: opens.title, place: String((JSON.parse(context) as { subEntityId?: string }).subEntityId) } : null;
  const acts = card.actions.filter(({ verb }) => verb !== undefined).map(({ title }) => title);
  return [{ messageId, heading, text: lines.join('\n'), link, acts, card }];
}
