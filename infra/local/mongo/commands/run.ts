/** From a request to its answer: finds the command, checks its arguments, runs it in one piece, and waits for the disk when it wrote. */
import { Int32 } from 'bson';
import { asStoreError, errorReply, StoreError } from '../errors.ts';
import { encode, type Doc } from '../values/types.ts';
import { checkArguments } from './arguments.ts';
import type { Call, Command } from './call.ts';
import * as collections from './collections.ts';
import { getMore, killCursors } from './cursors.ts';
import { findAndModify } from './find-and-modify.ts';
import * as reads from './find.ts';
import * as handshake from './hello.ts';
import * as indexes from './indexes.ts';
import { endSessions, refreshSessions } from './sessions.ts';
import { insert, remove, update } from './write.ts';

const commands: Record<string, Command> = {
  hello: handshake.hello,
  isMaster: handshake.hello,
  ismaster: handshake.hello,
  ping: handshake.ping,
  buildInfo: handshake.buildInfo,
  buildinfo: handshake.buildInfo,
  connectionStatus: handshake.connectionStatus,
  endSessions,
  refreshSessions,
  find: reads.find,
  aggregate: reads.aggregate,
  count: reads.count,
  distinct: reads.distinct,
  getMore,
  killCursors,
  insert,
  update,
  delete: remove,
  findAndModify,
  createIndexes: indexes.createIndexes,
  listIndexes: indexes.listIndexes,
  dropIndexes: indexes.dropIndexes,
  create: collections.create,
  drop: collections.drop,
  dropDatabase: collections.dropDatabase,
  listCollections: collections.listCollections,
  listDatabases: collections.listDatabases,
};

/** Never rejects: what went wrong is the answer. */
export async function answer(call: Call): Promise<Uint8Array> {
  try {
    const [name = ''] = Object.keys(call.command);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new StoreError(59, `no such command: '${name}'`);
    checkArguments(name, command, call.command);
    if (!command.writes) return complete(command.run(call));
    return await write(command, call);
  } catch (error) {
    return failed(error);
  }
}

/**
 * Also a write that changed nothing waits: it may rest on another's that is still on its way to the disk, such as an upsert that found its
 * document there.
 */
async function write(command: Command, call: Call): Promise<Uint8Array> {
  let reply: Uint8Array;
  try {
    const known = call.sessions.recall(call.command);
    reply = known ?? complete(command.run(call));
    if (!known) call.sessions.keep(call.command, reply);
  } catch (error) {
    reply = failed(error);
  }
  await call.engine.disk.durable();
  return reply;
}

const complete = (body: Doc | Uint8Array): Uint8Array => (body instanceof Uint8Array ? body : encode({ ...body, ok: new Int32(1) }));
const failed = (error: unknown): Uint8Array => encode(errorReply(asStoreError(error)));
