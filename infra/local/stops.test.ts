/** Whatever goes wrong while stopping, every part is stopped, and nothing that went wrong is kept quiet. */
import { describe, expect, it } from 'vitest';
import { createStops } from './stops.ts';

const refuse = (sentence: string) => () => Promise.reject(new Error(sentence));

describe('stopping', () => {
  it('goes from the last started to the first, one after the other, and once', async () => {
    const stopped: string[] = [];
    const stops = createStops();
    for (const name of ['store', 'Microsoft 365', 'Samtal'])
      stops.add(async () => {
        await Promise.resolve();
        stopped.push(name);
      });
    await stops.all();
    await stops.all();
    expect(stopped).toEqual(['Samtal', 'Microsoft 365', 'store']);
  });

  it('stops the others when one part cannot be stopped, and says why', async () => {
    const stopped: string[] = [];
    const stops = createStops();
    stops.add(() => void stopped.push('store'));
    stops.add(refuse('a call is still under way'));
    stops.add(() => void stopped.push('Samtal'));
    await expect(stops.all()).rejects.toThrow('a call is still under way');
    expect(stopped).toEqual(['Samtal', 'store']);
  });

  it('tells of all that could not be stopped', async () => {
    const stops = createStops();
    stops.add(refuse('the disk is full'));
    stops.add(() => {
      throw new Error('a call is still under way');
    });
    await expect(stops.all()).rejects.toThrow('Error: a call is still under way; Error: the disk is full');
  });
});
