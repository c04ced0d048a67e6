/** What a driver asks first: who answers here, and what can it do. The store says that it is the primary of a replica set with one member. */
import { Int32, ObjectId } from 'bson';
import { maxDocumentBytes } from '../engine/collection.ts';
import { maxMessageBytes } from '../wire/frame.ts';
import type { Call, Command } from './call.ts';
import { sessionMinutes } from './sessions.ts';

export const setName = 'rs0';
/** MongoDB 7.0. */
const version = [7, 0, 0, 0];
const wireVersion = 21;
const electionId = new ObjectId('7fffffff0000000000000001');

export const hello: Command = {
  fields: null,
  run: ({ host, connection, command }: Call) => ({
    ...('hello' in command ? {} : { ismaster: true }),
    helloOk: true,
    isWritablePrimary: true,
    secondary: false,
    setName,
    setVersion: new Int32(1),
    electionId,
    hosts: [host],
    primary: host,
    me: host,
    maxBsonObjectSize: new Int32(maxDocumentBytes),
    maxMessageSizeBytes: new Int32(maxMessageBytes),
    maxWriteBatchSize: new Int32(100_000),
    localTime: new Date(),
    logicalSessionTimeoutMinutes: new Int32(sessionMinutes),
    connectionId: new Int32(connection),
    minWireVersion: new Int32(0),
    maxWireVersion: new Int32(wireVersion),
    readOnly: false,
  }),
};

export const ping: Command = { fields: [], run: () => ({}) };

export const buildInfo: Command = {
  fields: [],
  run: () => ({
    version: version.slice(0, 3).join('.'),
    versionArray: version.map((part) => new Int32(part)),
    gitVersion: 'none',
    modules: [],
    bits: new Int32(64),
    debug: false,
    maxBsonObjectSize: new Int32(maxDocumentBytes),
  }),
};

export const connectionStatus: Command = {
  fields: ['showPrivileges'],
  run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
};
