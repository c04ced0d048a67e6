/** The faults that people want most often, ready to be asked for. What each one does is said in the texts. */

export type Preset = {
  service: 'graph' | 'entra' | 'connector';
  kind: string;
  status?: number;
  retryAfterSeconds?: number;
  method?: string;
  pathContains?: string;
  seconds?: number;
  times: number;
};
export type PresetName = 'busy' | 'down' | 'slow' | 'before' | 'after' | 'error' | 'denied' | 'lost' | 'twice' | 'signIn' | 'entra' | 'bot';

export const presets: Record<PresetName, Preset> = {
  busy: { service: 'graph', kind: 'refuse', status: 429, retryAfterSeconds: 10, times: 5 },
  down: { service: 'graph', kind: 'refuse', status: 503, times: 5 },
  slow: { service: 'graph', kind: 'slow', seconds: 5, times: 5 },
  before: { service: 'graph', kind: 'cut', method: 'POST', times: 1 },
  after: { service: 'graph', kind: 'lose-answer', method: 'POST', times: 1 },
  error: { service: 'graph', kind: 'refuse-after', status: 504, method: 'POST', times: 1 },
  denied: { service: 'graph', kind: 'refuse', status: 403, pathContains: '/events', times: 20 },
  lost: { service: 'graph', kind: 'drop', times: 1 },
  twice: { service: 'graph', kind: 'repeat', times: 1 },
  signIn: { service: 'entra', kind: 'ask-person', times: 1 },
  entra: { service: 'entra', kind: 'refuse', status: 503, times: 3 },
  bot: { service: 'connector', kind: 'refuse', status: 503, times: 5 },
};
export const presetNames = Object.keys(presets) as PresetName[];
