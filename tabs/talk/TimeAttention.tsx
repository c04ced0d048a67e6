/** What the calendar says of the talk's time and somebody must decide: a sentence for both, and for the manager one button per answer. */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { answerAttention, type AttentionChoice, type Talk } from '#api/talk/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { talkReads } from './use-talk.ts';

const useStyles = makeStyles({ choices: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export type TimeAttentionProps = { talk: Talk; readAgain: () => Promise<Talk | undefined> };

export function TimeAttention({ talk, readAgain }: TimeAttentionProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const send = useSend(answerAttention, { refreshes: talkReads });
  const { attention, talkId } = talk;
  if (!attention) return null;
  const { kind, choices } = attention;
  const answer = async (choice: AttentionChoice, version: number): Promise<void> => {
    try {
      await send.mutateAsync({ params: { talkId }, body: { kind, choice }, version });
    } catch (thrown) {
      // Something else about the talk has changed (a preparation was shared): the same question is answered once more.
      const newest = asRefused(thrown).reason === 'stale' ? await readAgain() : undefined;
      if (newest?.attention?.kind === kind && newest.version !== version) await answer(choice, newest.version);
    }
  };
  const words = (choice: AttentionChoice): string => {
    if (choice !== 'keep') return t(`attention.choice.${choice}`);
    return kind === 'no-room' ? t('attention.choice.without-room') : t(`attention.choice.keep.${kind}`);
  };
  const other = talk.me === 'manager' ? talk.employee : talk.manager;
  return (
    <Section title={t(`attention.title.${talk.me}`)} look="strong">
      <Text>{t(`attention.${talk.me}.${kind}`, { name: other.name })}</Text>
      {choices.length > 0 && (
        <div className={styles.choices}>
          {choices.map((choice, at) => (
            <Button
              key={choice}
              appearance={at === 0 ? 'primary' : 'secondary'}
              disabledFocusable={send.isPending}
              onClick={() => void answer(choice, talk.version)}
            >
              {words(choice)}
            </Button>
          ))}
        </div>
      )}
      <ProblemNotice error={send.error?.reason === 'stale' ? null : send.error} />
    </Section>
  );
}
