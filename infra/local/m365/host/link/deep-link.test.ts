import { describe, expect, it } from 'vitest';
import { readLink } from './deep-link.ts';

const context = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
const entity = 'https://teams.microsoft.com/l/entity/app-1/tab-1';

describe('readLink', () => {
  it('finds the place in the app', () => {
    expect(readLink(`${entity}?context=${context({ subEntityId: 'a/b c' })}`)).toEqual({
      kind: 'app',
      teamsAppId: 'app-1',
      entityId: 'tab-1',
      subEntityId: 'a/b c',
    });
  });

  it.each([entity, `${entity}?context=`, `${entity}?context=nonsense`, `${entity}?context=${context({ subEntityId: 7 })}`])(
    'opens the app at its start when the link names no place: %s',
    (link) => {
      expect(readLink(link)).toMatchObject({ kind: 'app', subEntityId: null });
    },
  );

  it('finds a meeting and keeps its link as it was', () => {
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d';
    expect(readLink(joinUrl)).toEqual({ kind: 'meeting', joinUrl });
  });

  it('finds a chat by its id', () => {
    expect(readLink('https://teams.microsoft.com/l/chat/19%3Ameeting_x%40thread.v2/0')).toEqual({
      kind: 'chat',
      chatId: '19:meeting_x@thread.v2',
    });
  });

  it.each(['https://example.org/l/entity/a/b', 'mailto:a@b.example', 'https://teams.microsoft.com/somewhere'])(
    'leads outside: %s',
    (link) => {
      expect(readLink(link)).toEqual({ kind: 'outside', url: link });
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '', 'not a link'])('opens nothing for %j', (link) => {
    expect(readLink(link)).toEqual({ kind: 'nothing' });
  });
});
