/** Portraits, drawn: a pattern of the person's own in the person's own colour, as PNG. The same person always looks the same. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const cells = 5;
const cellSize = 24;
export const photoSize = cells * cellSize;

export function drawPhoto(personId: string): Buffer {
  const hash = createHash('sha256').update(personId).digest();
  const byte = (at: number): number => hash[at % hash.length] ?? 0;
  const ink = [byte(0) & 127, byte(1) & 127, byte(2) & 127];
  const paper = [240, 240, 240];
  const rows = Array.from({ length: photoSize }, (_, y) => {
    const pixels = Array.from({ length: photoSize }, (__, x) => {
      const column = Math.floor(x / cellSize);
      // Left and right mirror each other, which is what makes it look like somebody.
      const cell = Math.floor(y / cellSize) * cells + Math.min(column, cells - 1 - column);
      return byte(3 + cell) & 1 ? ink : paper;
    });
    return Buffer.from([0, ...pixels.flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(photoSize, 0);
  header.writeUInt32BE(photoSize, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
