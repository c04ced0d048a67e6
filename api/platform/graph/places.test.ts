/** Rooms of the directory: all pages, lists only where rooms name no building, and nothing without the permission. */
import { describe, expect, it } from 'vitest';
import { GraphRefused, MicrosoftUnavailable } from './failures.ts';
import type { SendGraph } from './http.ts';
import { listPlaces } from './places.ts';

/** Graph's answers by the beginning of the path. */
function line(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const send = (async (_tenantId: string, { path }: { path: string }) => {
    asked.push(path);
    const answer = answers[path];
    if (answer instanceof Error) throw answer;
    return answer;
  }) as SendGraph;
  return { asked, send };
}
const all = '/places/microsoft.graph.room';

describe('listing rooms', () => {
  it('follows pages, and asks for lists when a room names no building', async () => {
    const inside = '/places/north%40x.example/microsoft.graph.roomlist/rooms';
    const { send, asked } = line({
      [all]: { value: [{ emailAddress: 'Big@x.example', displayName: 'Big', building: 'South', capacity: 9 }], '@odata.nextLink': 'more' },
      more: { value: [{ emailAddress: 'small@x.example', displayName: 'Small', building: null }, { displayName: 'No mailbox' }] },
      '/places/microsoft.graph.roomlist': { value: [{ emailAddress: 'north@x.example', displayName: 'North house' }] },
      [inside]: { value: [{ emailAddress: 'Small@x.example' }, { emailAddress: 'big@x.example' }] },
    });
    expect(await listPlaces(send, 't')).toEqual([
      { address: 'big@x.example', name: 'Big', building: 'South', capacity: 9 },
      { address: 'small@x.example', name: 'Small', building: 'North house', capacity: null },
    ]);
    expect(asked).toEqual([all, 'more', '/places/microsoft.graph.roomlist', inside]);
  });

  it('asks for no lists when every room says where it is', async () => {
    const { send, asked } = line({ [all]: { value: [{ emailAddress: 'a@x.example', displayName: 'A', building: 'B' }] } });
    await listPlaces(send, 't');
    expect(asked).toEqual([all]);
  });

  it('is null without permission, and fails like everything else otherwise', async () => {
    expect(await listPlaces(line({ [all]: new GraphRefused(403, 'UnknownError', 'invalid_permissions') }).send, 't')).toBeNull();
    await expect(listPlaces(line({ [all]: new MicrosoftUnavailable('later', false) }).send, 't')).rejects.toThrow('later');
  });
});
