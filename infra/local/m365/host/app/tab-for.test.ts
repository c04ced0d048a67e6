import { describe, expect, it } from 'vitest';
import type { App, AppTab } from '../desk-api/desk-types.ts';
import { tabFor } from './tab-for.ts';

const tab = (entityId: string, scopes: string[], context: string[]): AppTab => ({
  entityId,
  name: entityId,
  contentUrl: 'https://samtal.example/',
  scopes,
  context,
});
const app = (...tabs: AppTab[]): App => ({
  ...{ name: 'Samtal', clientId: 'c', teamsAppId: 't', appIdUri: 'api://c', tabUrl: 'https://samtal.example', tabs },
  ...{ validDomains: ['samtal.example'], botScopes: [], personal: '', meeting: '' },
});

describe('tabFor', () => {
  it('takes the tab that the manifest declares for the place, in its scope', () => {
    const some = app(
      tab('own', ['personal'], ['personalTab', 'meetingSidePanel']),
      tab('panel', ['groupChat'], ['meetingSidePanel']),
      tab('details', ['groupchat'], ['meetingDetailsTab']),
    );
    expect(tabFor(some, 'personalTab')?.entityId).toBe('own');
    expect(tabFor(some, 'meetingSidePanel')?.entityId).toBe('panel');
    expect(tabFor(some, 'meetingDetailsTab')?.entityId).toBe('details');
  });

  it('offers nothing where the manifest declares nothing', () => {
    expect(tabFor(app(tab('own', ['groupChat'], ['personalTab'])), 'personalTab')).toBeUndefined();
    expect(tabFor(app(tab('own', ['personal'], ['personalTab'])), 'meetingChatTab')).toBeUndefined();
  });
});
