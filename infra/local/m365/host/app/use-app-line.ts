/** The line between the host page and an app in a frame: hears its requests, answers them, tells it of the theme, the back button and the leave. */
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { answerRequest, isAnswered } from '../teams-js/answer.ts';
import type { Theme } from '../teams-js/context.ts';
import type { HostSide } from '../teams-js/host-side.ts';
import { isFromApp, readRequest, replyTo, tell, type HostEvent, type Reply } from '../teams-js/message.ts';
import { outcomeOf } from '../teams-js/outcome.ts';
import { tellDesk } from './tell-desk.ts';

/** What the page decides for the app; hearing of registrations and of its leave is this file's business. */
export type PageSide = Omit<HostSide, 'register' | 'readyToUnload'>;

export type AppLine = {
  /** Our back button was pressed. */
  back(): void;
  /** Resolves when the app may be left: at once, unless it wants to put away what it has in hand. */
  leave(): Promise<void>;
  /** Whether the app wants to be kept while it is not seen, and to be told when it is seen again. */
  isResumable(): boolean;
  tell(event: string, ...args: unknown[]): void;
};

/** Longer than this nobody is kept waiting by an app that does not say that it is ready. */
const leavePatience = 5_000;

/** @param origin of the page that the frame was given; nobody else is heard or told anything */
export function useAppLine(frame: RefObject<HTMLIFrameElement | null>, origin: string, side: PageSide, theme: Theme): AppLine {
  const registered = useRef(new Set<string>());
  const onReady = useRef<() => void>(() => undefined);
  const post = (message: Reply | HostEvent): void => frame.current?.contentWindow?.postMessage(message, origin);
  const hear = useEffectEvent(async (event: MessageEvent<unknown>) => {
    if (!isFromApp(event, frame.current?.contentWindow, origin)) return;
    const request = readRequest(event.data);
    if (!request) return;
    const whole: HostSide = {
      ...side,
      register: (name) => void registered.current.add(name),
      readyToUnload: () => onReady.current(),
    };
    const args = await answerRequest(request, whole);
    if (args) post(replyTo(request, args));
    tellDesk(side.facts, request.func, outcomeOf(isAnswered(request.func, whole), args));
  });
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>): void => void hear(event);
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);
  const tellTheme = useEffectEvent((now: Theme) => {
    if (registered.current.has('themeChange')) post(tell('themeChange', now));
  });
  useEffect(() => tellTheme(theme), [theme]);
  return {
    back() {
      if (registered.current.has('backButton')) post(tell('backButtonPress'));
      else window.history.back();
    },
    leave() {
      if (!registered.current.has('beforeUnload')) return Promise.resolve();
      return new Promise((resolve) => {
        const late = setTimeout(() => {
          tellDesk(side.facts, 'readyToUnload', 'late');
          resolve();
        }, leavePatience);
        onReady.current = () => {
          clearTimeout(late);
          resolve();
        };
        post(tell('beforeUnload'));
      });
    },
    isResumable: () => registered.current.has('load') && registered.current.has('beforeUnload'),
    tell: (event, ...args) => post(tell(event, ...args)),
  };
}
