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
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';

/** Whose topics: `employeeId` is whom a new one is about. */
export type About = { employeeId: string } & ({ place: 'mine' } | { place: 'with' } | { place: 'talk'; talkId: string });

const refreshes = [listMyTopics, listTopicsWith, listTopicsOfTalk, listTeam, readHistory];
const readEveryMs = 20_000;

/** What was removed, and whom it was shared with; null for nobody. */
type Removed = { topic: Topic; withId: string | null };

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
  const [removed, setRemoved] = useState<Removed | null>(null);
  const sends = [add, update, release, close, drop];
  const given = ({ topicId, version }: Topic) => ({ params: { topicId }, version });
  /** Somebody else may be the other of the two by now: the page says who, before anything is shared. */
  const orReadAgain = async <T>(sending: Promise<T>): Promise<T> => {
    try {
      return await sending;
    } catch (error) {
      if (asRefused(error).reason === 'another-manager') void lists[place].refetch();
      throw error;
    }
  };
  const put = (topicId: string, text: string, withId: string | null) =>
    orReadAgain(add.mutateAsync({ body: { topicId, employeeId, text, withId } }));
  return {
    list: lists[place],
    removed,
    error: sends.find(({ error }) => error)?.error ?? null,
    busy: sends.some(({ isPending }) => isPending),
    /** Resolves when it is stored; `topicId` is made once per form, so that trying again adds nothing twice. */
    add: put,
    update: (topic: Topic, text: string) => update.mutateAsync({ ...given(topic), body: { text } }),
    release: (topic: Topic, withId: string) => orReadAgain(release.mutateAsync({ ...given(topic), body: { withId } })),
    takeUp: (topic: Topic, takenUp: boolean) =>
      close.mutateAsync({ ...given(topic), body: { takenUp, talkId: place === 'talk' && takenUp ? talkId : null } }),
    async remove(topic: Topic) {
      await drop.mutateAsync(given(topic));
      setRemoved({ topic, withId: topic.sharedAt === null ? null : (lists[place].data?.other?.id ?? null) });
    },
    async undo({ topic: { text }, withId }: Removed) {
      await put(crypto.randomUUID(), text, withId);
      setRemoved(null);
    },
    forget: () => sends.forEach((sending) => sending.reset()),
  };
}
export type TopicsOf = ReturnType<typeof useTopics>;
