/**
 * A bad line between people and Samtal: passes bytes on, and cuts connections when it is told to, in the middle of a frame, so that the last thing
 * that was sent arrives in part or not at all. Knows nothing of what it carries.
 */
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type BadLine = {
  port: number;
  /** Cuts this share of the connections: the next bytes of each, from either side, are passed on in part, and then it is gone. */
  cut(share: number, chance: () => number): void;
  /** Of all connections that are open now, what people send is lost, while they still hear. */
  mute(): void;
  /** How many connections were cut in the middle of something. */
  cuts(): number;
  stop(): Promise<void>;
};

export async function startBadLine(target: number): Promise<BadLine> {
  const doomed = new Set<Socket>();
  const muted = new Set<Socket>();
  const open = new Set<Socket>();
  let cuts = 0;
  const pass = (from: Socket, to: Socket, near: Socket): void => {
    from.on('data', (bytes: Buffer) => {
      if (from === near && muted.has(near)) return;
      if (!doomed.has(near)) return void to.write(bytes);
      if (near.destroyed) return;
      cuts += 1;
      to.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
        from.destroy();
        to.destroy();
      });
      near.destroySoon();
    });
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  };
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    open.add(near);
    near.on('close', () => {
      open.delete(near);
      doomed.delete(near);
      muted.delete(near);
    });
    pass(near, far, near);
    pass(far, near, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut(share, chance) {
      for (const near of open) if (chance() < share) doomed.add(near);
    },
    mute() {
      for (const near of open) muted.add(near);
    },
    cuts: () => cuts,
    async stop() {
      for (const near of open) near.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
