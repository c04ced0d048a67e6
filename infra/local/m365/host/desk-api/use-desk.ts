/** What the pages read from the desk, kept until the desk says it has changed. Writing is in use-act.ts. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callDesk, ofPerson } from './desk-call.ts';
import type { Activity, CalendarEvent, Chat, Company, Mail, Meeting, Message } from './desk-types.ts';

/** First parts of the keys under which answers are kept; changes.ts forgets by them. */
export const keys = {
  company: ['company'],
  feed: (person: string) => ['feed', person],
  mails: (person: string) => ['mails', person],
  chats: (person: string) => ['chats', person],
  messages: (person: string) => ['messages', person],
  calendar: (person: string) => ['calendar', person],
  meeting: (person: string) => ['meeting', person],
};

export const useCompany = (): UseQueryResult<Company> =>
  useQuery({ queryKey: keys.company, queryFn: () => callDesk<Company>('GET', 'company') });

export const useFeed = (person: string): UseQueryResult<Activity[]> =>
  useQuery({
    queryKey: keys.feed(person),
    queryFn: async () => (await callDesk<{ activities: Activity[] }>('GET', ofPerson(person, 'feed'))).activities,
  });

export const useMails = (person: string): UseQueryResult<Mail[]> =>
  useQuery({
    queryKey: keys.mails(person),
    queryFn: async () => (await callDesk<{ mails: Mail[] }>('GET', ofPerson(person, 'mails'))).mails,
  });

export const useChats = (person: string): UseQueryResult<Chat[]> =>
  useQuery({
    queryKey: keys.chats(person),
    queryFn: async () => (await callDesk<{ chats: Chat[] }>('GET', ofPerson(person, 'chats'))).chats,
  });

export const useMessages = (person: string, chatId: string): UseQueryResult<Message[]> =>
  useQuery({
    queryKey: [...keys.messages(person), chatId],
    queryFn: async () => (await callDesk<{ messages: Message[] }>('GET', ofPerson(person, 'chats', chatId, 'messages'))).messages,
  });

/** Events that touch the time between two instants. */
export const useCalendar = (person: string, from: string, to: string): UseQueryResult<CalendarEvent[]> =>
  useQuery({
    queryKey: [...keys.calendar(person), from, to],
    queryFn: () => readCalendar(person, from, to),
    placeholderData: (before) => before,
  });

export async function readCalendar(person: string, from: string, to: string): Promise<CalendarEvent[]> {
  const query = new URLSearchParams({ from, to }).toString();
  return (await callDesk<{ events: CalendarEvent[] }>('GET', `${ofPerson(person, 'calendar')}?${query}`)).events;
}

/** The meeting of a chat, as this person sees it. */
export const useMeeting = (person: string, chatId: string): UseQueryResult<Meeting> =>
  useQuery({ queryKey: [...keys.meeting(person), chatId], queryFn: () => findMeeting(person, { chatId }) });

export function findMeeting(person: string, by: { chatId: string } | { joinUrl: string }): Promise<Meeting> {
  return callDesk<Meeting>('GET', `${ofPerson(person, 'meeting')}?${new URLSearchParams(by).toString()}`);
}
