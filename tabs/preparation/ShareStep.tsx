/** The last step: exactly what the other will see, sharing it, and taking it back until the talk starts. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { readPreparations, releasePreparation, withdrawPreparation, type Preparations } from '#api/preparation/contract.ts';
import { listMyTalks, listTeamTalks, readTalk, type TalkWithTemplate } from '#api/talk/contract.ts';
import { flushAll } from '#tabs/platform/autosave/use-autosave.ts';
import { useReadAgain, useSend } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Said } from '#tabs/ui/Said.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { Preview } from './Preview.tsx';
import { answerKey } from './QuestionBox.tsx';
import { ReadyLines } from './ReadyLines.tsx';
import { answeredIn, questionsOf } from './use-questions.ts';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  done: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
});

export type ShareStepProps = {
  talk: TalkWithTemplate;
  preparations: Preparations;
  /** Reads the preparations again and answers them. */
  readAgain: () => Promise<Preparations | undefined>;
  badge: ReactNode;
};

const refreshes = [readPreparations, readTalk, listMyTalks, listTeamTalks];

export function ShareStep({ talk, preparations, readAgain, badge }: ShareStepProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const { talkId } = talk;
  const [justShared, setJustShared] = useState(false);
  useEffect(() => {
    void flushAll(answerKey(talkId)).then(readAgain);
  }, [talkId, readAgain]);
  return (
    <div className={styles.step}>
      {preparations.mine.releasedAt ? (
        <Shared talk={talk} preparations={preparations} comesFirst={justShared} />
      ) : preparations.mine.open ? (
        <Share talk={talk} preparations={preparations} readAgain={readAgain} onShared={() => setJustShared(true)} />
      ) : (
        <Text className={styles.quiet}>{t('closed')}</Text>
      )}
      <Preview talk={talk} preparations={preparations} badge={badge} />
    </div>
  );
}

type ShareProps = Omit<ShareStepProps, 'badge'> & { onShared: () => void };

function Share({ talk, preparations, readAgain, onShared }: ShareProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const { talkId, me } = talk;
  const { id: withId, name } = me === 'employee' ? talk.manager : talk.employee;
  const readTalkAgain = useReadAgain();
  const release = useSend(releasePreparation, { refreshes, onDone: onShared });
  const [unsaved, setUnsaved] = useState(false);
  const asked = questionsOf(talk.template, me);
  const answered = answeredIn(preparations.mine.answers);
  const missing = asked.filter(({ question }) => !answered.has(question.id)).length;
  const nothing = missing === asked.length;
  const share = async (): Promise<void> => {
    const stored = await flushAll(answerKey(talkId));
    setUnsaved(!stored);
    const fresh = stored ? await readAgain() : undefined;
    if (fresh)
      release.mutate({ params: { talkId }, body: { withId }, version: fresh.mine.version }, { onError: () => readTalkAgain([readTalk]) });
  };
  const isForAnother = release.error?.reason === 'another-manager';
  const hidden = me === 'manager' && !talk.template.managerPreparationVisible;
  return (
    <Section title={t('toShare')} look="strong">
      {talk.releaseRule === 'both-released' && !hidden && <ReadyLines talk={talk} preparations={preparations} />}
      <Text>{hidden ? t('preview.hiddenText', { name }) : t(`rule.${talk.releaseRule}`, { name })}</Text>
      {missing > 0 && <Text className={styles.quiet}>{nothing ? t('preview.nothing') : t('preview.missing', { count: missing })}</Text>}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={nothing || release.isPending} onClick={() => void share()}>
          {t('preview.share', { name })}
        </Button>
        <Text size={200} className={styles.quiet}>
          {t('preview.takeBackLater')}
        </Text>
      </div>
      {unsaved && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t('preview.unsaved')}</MessageBarBody>
        </MessageBar>
      )}
      {/* With another than before only the button shares that says their name. */}
      <ProblemNotice error={release.error} {...(isForAnother ? {} : { onRetry: () => void share() })} />
    </Section>
  );
}

type SharedProps = Pick<ShareStepProps, 'talk' | 'preparations'> & { comesFirst: boolean };

function Shared({ talk, preparations, comesFirst }: SharedProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const dates = useDates();
  const linkTo = useLinkTo();
  const { talkId, me } = talk;
  const { mine, theirs } = preparations;
  const { name } = me === 'employee' ? talk.manager : talk.employee;
  const withdraw = useSend(withdrawPreparation, { refreshes });
  const hidden = me === 'manager' && !talk.template.managerPreparationVisible;
  const readable = !mine.open || talk.releaseRule === 'on-release' || (talk.releaseRule === 'both-released' && theirs.releasedAt !== null);
  const reads = hidden ? 'hidden' : readable ? 'reads' : talk.releaseRule === 'talk-start' ? 'readsStart' : 'readsBoth';
  return (
    <Section title={t('shared.title')} look="strong">
      <div className={styles.done} role="status">
        <CheckmarkCircle20Filled className={styles.icon} aria-hidden />
        <Said comesFirst={comesFirst}>
          {mine.releasedAt && t('shared.at', { when: dates.inText.instant(mine.releasedAt) })} {t(`shared.${reads}`, { name })}
        </Said>
      </div>
      {mine.open && talk.releaseRule === 'both-released' && !hidden && <ReadyLines talk={talk} preparations={preparations} />}
      <div className={styles.actions}>
        <Button as="a" appearance="primary" {...linkTo({ page: 'talk', talkId })}>
          {t('shared.talk')}
        </Button>
        {mine.open && (
          <>
            <Button disabledFocusable={withdraw.isPending} onClick={() => withdraw.mutate({ params: { talkId }, version: mine.version })}>
              {t('shared.withdraw')}
            </Button>
            <Text size={200} className={styles.quiet}>
              {t('shared.withdrawText')}
            </Text>
          </>
        )}
      </div>
      {!mine.open && <Text className={styles.quiet}>{t('closed')}</Text>}
      <ProblemNotice error={withdraw.error} />
    </Section>
  );
}
