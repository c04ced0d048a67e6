/** The directory of places: rooms and lists of rooms. What a room does with invitations is in ../room-answers.ts. */
import type { User } from '../../core/entities.ts';
import { guidOf } from '../../core/ids.ts';
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { checkOptions, listAnswer, pick, selectOf } from '../odata/query.ts';
import { GraphRefusal } from '../refusal.ts';
import type { Fields } from '../shape.ts';

type RoomUser = User & { room: NonNullable<User['room']> };

const byName = (a: { displayName: string }, b: { displayName: string }): number => a.displayName.localeCompare(b.displayName);
const roomsOf = (world: World, { caller }: Call): RoomUser[] =>
  world.users
    .by('tenant', caller.tenantId)
    .filter((user): user is RoomUser => user.room !== undefined && user.mail !== null)
    .sort(byName);

/** The room with every property that is known here. Graph spells isWheelChairAccessible so. */
function roomFields({ id, displayName, mail, room }: RoomUser): Fields {
  return {
    id,
    emailAddress: mail,
    displayName,
    address: null,
    geoCoordinates: null,
    phone: '',
    nickname: displayName,
    label: null,
    capacity: room.capacity,
    building: room.building || null,
    floorNumber: room.floor,
    floorLabel: null,
    isWheelChairAccessible: false,
    bookingType: 'standard',
    tags: [],
    audioDeviceName: null,
    videoDeviceName: null,
    displayDeviceName: null,
  };
}

/** A list's mail address is made of its name, as an administrator would. */
function listFields(world: World, call: Call, name: string): Fields {
  const { domain = '' } = world.tenants.get(call.caller.tenantId) ?? {};
  const alias = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const emailAddress = `${alias}@${domain}`;
  return { id: guidOf(emailAddress), displayName: name, address: null, geoCoordinates: null, phone: '', emailAddress };
}

const options = ['$filter', '$select', '$top', '$skip', '$count'];
/** A page holds a hundred places unless the caller wants fewer. */
const paging = { filter: null, pageSize: 100, most: 100 };

function answerPlaces(call: Call, items: Fields[], type: 'room' | 'roomList', context: string): Answer {
  checkOptions(call, options);
  const names = selectOf(call, type, Object.keys(items[0] ?? { id: '' }));
  return listAnswer(call, items, { context, ...paging }, (item) => pick(item, names));
}

function rooms(world: World, call: Call): Answer {
  return answerPlaces(call, roomsOf(world, call).map(roomFields), 'room', 'places/microsoft.graph.room');
}

function listsOf(world: World, call: Call): Fields[] {
  const names = roomsOf(world, call).flatMap(({ room }) => room.list ?? []);
  return [...new Set(names)].sort().map((name) => listFields(world, call, name));
}

function roomLists(world: World, call: Call): Answer {
  return answerPlaces(call, listsOf(world, call), 'roomList', 'places/microsoft.graph.roomList');
}

/** The list is named by its mail address, never by its id. */
function roomsInList(world: World, call: Call): Answer {
  const address = call.at.place ?? '';
  const list = listsOf(world, call).find(({ emailAddress }) => String(emailAddress).toLowerCase() === address.toLowerCase());
  if (!list) {
    const message = JSON.stringify({ code: 'invalid_place', message: `place ${address} not found` });
    throw new GraphRefusal(404, 'UnknownError', message);
  }
  const inside = roomsOf(world, call).filter(({ room }) => room.list === list.displayName);
  const context = `places('${encodeURIComponent(address)}')/microsoft.graph.roomList/rooms`;
  return answerPlaces(call, inside.map(roomFields), 'room', context);
}

export const placeRoutes: Route[] = [
  { method: 'GET', path: '/places/microsoft.graph.room', answer: rooms },
  { method: 'GET', path: '/places/microsoft.graph.roomlist', answer: roomLists },
  { method: 'GET', path: '/places/{place}/microsoft.graph.roomlist/rooms', answer: roomsInList },
];
