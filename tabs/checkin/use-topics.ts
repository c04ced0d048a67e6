/** Topics of one place (my own, with somebody I manage, of a talk), and what can be done with them. */
import { useState } from 'react';
import {
  addTopic,
  closeTopic,
  dropTopic,
  listMyTopics,
  listTopicsOfTalk,
  listTopicsWith,
  releaseTopic,
  updateTopic,
  type Topic,
} from '#api/checkin/contract.ts';
import { readHistory } from '#api/talk/history/contract.ts';
import { listTeam } from '#api/talk/team/contract.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';

/** Whose topics: `employeeId` is whom a new one is about. */
export type About = { employeeId: string } & ({ place: 'mine' } | { place: 'with' } | { place: 'talk'; talkId: string });

const refreshes = [listMyTopics, listTopicsWith, listTopicsOfTalk, listTeam, readHistory];
const readEveryMs = 20_000;

export function useTopics(about: About) {
  const { employeeId, place } = about;
  const talkId = place === 'talk' ? about.talkId : '';
  const options = (mine: typeof place) => ({ refetchEvery: readEveryMs, when: place === mine });
  const lists = {
    mine: useRead(listMyTopics, {}, options('mine')),
    with: useRead(listTopicsWith, { params: { employeeId } }, options('with')),
    talk: useRead(listTopicsOfTalk, { params: { talkId } }, options('talk')),
  };
  const add = useSend(addTopic, { refreshes });
  const update = useSend(updateTopic, { refreshes });
  const release = useSend(releaseTopic, { refreshes });
  const close = useSend(closeTopic, { refreshes });
  const drop = useSend(dropTopic, { refreshes });
  const [removed, setRemoved] = useState<Topic | null>(null);
  const sends = [add, update, release, close, drop];
  const given = ({ topicId, version }: Topic) => ({ params: { topicId }, version });
  return {
    list: lists[place],
    removed,
    error: sends.find(({ error }) => error)?.error ?? null,
    busy: sends.some(({ isPending }) => isPending),
    /** Resolves when it is stored; `topicId` is made once per form, so that trying again adds nothing twice. */
    add: (topicId: string, text: string, shared: boolean) => add.mutateAsync({ body: { topicId, employeeId, text, shared } }),
    update: (topic: Topic, text: string) => update.mutateAsync({ ...given(topic), body: { text } }),
    release: (topic: Topic) => release.mutateAsync(given(topic)),
    takeUp: (topic: Topic, takenUp: boolean) =>
      close.mutateAsync({ ...given(topic), body: { takenUp, talkId: place === 'talk' && takenUp ? talkId : null } }),
    async remove(topic: Topic) {
      await drop.mutateAsync(given(topic));
      setRemoved(topic);
    },
    async undo({ text, sharedAt }: Topic) {
      await add.mutateAsync({ body: { topicId: crypto.randomUUID(), employeeId, text, shared: sharedAt !== null } });
      setRemoved(null);
    },
    forget: () => sends.forEach((sending) => sending.reset()),
  };
}
export type TopicsOf = ReturnType<typeof useTopics>;
