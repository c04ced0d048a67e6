/** Opens links as Teams does: places in the app here, meetings in a window of their own, everything else in a new tab. */
import { useMemo } from 'react';
import { findMeeting, readCalendar } from '../desk-api/use-desk.ts';
import { useMe, useTexts } from '../me.ts';
import { addressFrom, go, usePlace } from '../place/use-place.ts';
import type { Place } from '../place/place.ts';
import { useNotice } from '../ui/Notices.tsx';
import { readLink } from './deep-link.ts';

export type Opening = {
  /** False when the link leads nowhere; the person has been told then. */
  openLink(url: string): Promise<boolean>;
  openMeeting(chatId: string): void;
  /** Chats are in Teams, wherever one comes from. */
  openChat(chatId: string): void;
  openApp(at: string | null): void;
  openEvent(id: string): Promise<boolean>;
};

const around = 400 * 24 * 3600_000;

export function useOpening(): Opening {
  const { person, app } = useMe();
  const t = useTexts();
  const notice = useNotice();
  // The meeting's window stays as it is: what is opened from there gets a tab of its own.
  const { view, host } = usePlace();
  const inMeeting = view === 'meeting';
  return useMemo(() => {
    const show = (to: Partial<Place>): void => (inMeeting ? openTab(to) : go(to));
    const refuse = (sentence: string): false => {
      notice(sentence);
      return false;
    };
    const opening: Opening = {
      openMeeting: (chatId) => openTab({ view: 'meeting', host: 'teams', id: chatId }),
      openChat: (chatId) => (host === 'teams' ? go : openTab)({ view: 'chat', host: 'teams', id: chatId }),
      openApp: (at) => show({ view: 'app', at }),
      async openEvent(id) {
        const events = await readCalendar(
          person.id,
          new Date(Date.now() - around).toISOString(),
          new Date(Date.now() + around).toISOString(),
        );
        const event = events.find((one) => one.id === id);
        if (!event) return refuse(t.app.noEvent);
        show({ view: 'calendar', id: event.id, at: event.start });
        return true;
      },
      async openLink(url) {
        const link = readLink(url);
        if (link.kind === 'nothing') return refuse(t.app.deadLink);
        if (link.kind === 'outside') window.open(link.url, '_blank', 'noopener');
        if (link.kind === 'app') {
          if (link.teamsAppId !== app.teamsAppId) return refuse(t.app.elsewhere);
          opening.openApp(link.subEntityId);
        }
        if (link.kind === 'chat') opening.openChat(link.chatId);
        if (link.kind === 'meeting') {
          const meeting = await findMeeting(person.id, { joinUrl: link.joinUrl }).catch(() => null);
          if (!meeting) return refuse(t.app.noMeeting);
          opening.openMeeting(meeting.chatId);
        }
        return true;
      },
    };
    return opening;
  }, [person, app, t, notice, inMeeting, host]);
}

/** In this tab when the browser lets no other be opened. */
function openTab(to: Partial<Place>): void {
  if (!window.open(addressFrom(to), '_blank')) go(to);
}
