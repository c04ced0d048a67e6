/** HTTP addresses of topics. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import { addTopic } from './add-topic.ts';
import { closeTopic } from './close-topic.ts';
import * as contract from './contract.ts';
import { dropTopic } from './drop-topic.ts';
import { listMyTopics, listTopicsOfTalk, listTopicsWith } from './list-topics.ts';
import { releaseTopic } from './release-topic.ts';
import { updateTopic } from './update-topic.ts';

export function checkinRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.listMyTopics, ({ actor }) => listMyTopics(platform, actor));
  serve(serving, contract.listTopicsWith, ({ actor, params }) => listTopicsWith(platform, actor, params.employeeId));
  serve(serving, contract.listTopicsOfTalk, ({ actor, params }) => listTopicsOfTalk(platform, actor, params.talkId));
  serve(serving, contract.addTopic, ({ actor, body }) => addTopic(platform, actor, body));
  serve(serving, contract.updateTopic, ({ actor, params, body, version }) =>
    updateTopic(platform, actor, params.topicId, body.text, version),
  );
  serve(serving, contract.releaseTopic, ({ actor, params, body, version }) =>
    releaseTopic(platform, actor, params.topicId, body.withId, version),
  );
  serve(serving, contract.closeTopic, ({ actor, params, body, version }) => closeTopic(platform, actor, params.topicId, body, version));
  serve(serving, contract.dropTopic, ({ actor, params, version }) => dropTopic(platform, actor, params.topicId, version));
}
