/** The line between the host page and an app in a frame: hears its requests, answers them, tells it of the theme and the back button. */
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { answerRequest } from '../teams-js/answer.ts';
import type { Theme } from '../teams-js/context.ts';
import type { HostSide } from '../teams-js/host-side.ts';
import { isFromApp, readRequest, replyTo, tell, type HostEvent, type Reply } from '../teams-js/message.ts';

/** What the page decides for the app; hearing of registrations is this file's business. */
export type PageSide = Omit<HostSide, 'register'>;

/**
 * @param origin of the page that the frame was given; nobody else is heard or told anything
 * @returns how to tell the app that our back button was pressed
 */
export function useAppLine(frame: RefObject<HTMLIFrameElement | null>, origin: string, side: PageSide, theme: Theme): () => void {
  const registered = useRef(new Set<string>());
  const post = (message: Reply | HostEvent): void => frame.current?.contentWindow?.postMessage(message, origin);
  const hear = useEffectEvent(async (event: MessageEvent<unknown>) => {
    if (!isFromApp(event, frame.current?.contentWindow, origin)) return;
    const request = readRequest(event.data);
    if (!request) return;
    const args = await answerRequest(request, { ...side, register: (name) => void registered.current.add(name) });
    if (args) post(replyTo(request, args));
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
  return () => {
    if (registered.current.has('backButton')) post(tell('backButtonPress'));
    else window.history.back();
  };
}
