/** An answer with a mark on a scale or a choice of options, and a few words besides. Saves itself; each choice can be taken back. */
import { Button, makeStyles, mergeClasses, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { answerLimit } from '#api/preparation/contract.ts';
import { readGiven, scaleMarks, writeGiven } from '#api/preparation/rules/given.ts';
import type { Form } from '#api/template/contract.ts';
import type { Autosave } from '#tabs/platform/autosave/use-autosave.ts';
import { useUndo } from '#tabs/platform/autosave/use-undo.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import { SavedFoot } from '#tabs/ui/SavedFoot.tsx';
import { Ticks } from '#tabs/ui/Ticks.tsx';
import { useSaying } from './use-saying.ts';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  scale: { display: 'flex', flexDirection: 'column', gap: '2px', maxWidth: '440px' },
  marks: { display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', justifyItems: 'center' },
  ends: { display: 'flex', justifyContent: 'space-between', gap: '16px' },
  end: { overflowWrap: 'anywhere', hyphens: 'auto', flex: '1 1 0', minWidth: 0 },
  far: { textAlign: 'right' },
  chosen: { color: tokens.colorNeutralForeground2, minHeight: '20px' },
});

export type MarkedAnswerProps = {
  form: Exclude<Form, { kind: 'text' }>;
  autosave: Autosave;
  labelledBy: string;
  describedBy: string;
  label: string;
};

export function MarkedAnswer({ form, autosave, labelledBy, describedBy, label }: MarkedAnswerProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const undo = useUndo(autosave);
  const say = useSaying(form);
  const { marks, words } = readGiven(form, autosave.text);
  const choose = (next: readonly string[]): void => undo.choose(writeGiven(form, { marks: [...next], words }));
  return (
    <div className={styles.around}>
      {form.kind === 'scale' ? (
        <Scale
          form={form}
          mark={marks[0]}
          say={say.mark}
          labelledBy={labelledBy}
          describedBy={describedBy}
          onMark={(mark) => choose([mark])}
        />
      ) : form.several ? (
        <Ticks label={label} values={form.options.map(({ id }) => id)} chosen={marks} say={say.mark} onChange={choose} />
      ) : (
        <RadioGroup
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          value={marks[0] ?? ''}
          onChange={(_event, { value }) => choose([value])}
        >
          {form.options.map(({ id }) => (
            <Radio key={id} value={id} label={say.mark(id)} />
          ))}
        </RadioGroup>
      )}
      {marks.length > 0 && !(form.kind === 'choice' && form.several) && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => choose([])}>
            {t('clear')}
          </Button>
        </div>
      )}
      <GrowingText
        small
        value={words}
        onChange={(event) => autosave.type(writeGiven(form, { marks, words: event.target.value }))}
        onBlur={() => void autosave.flush()}
        aria-label={t('besidesLabel', { question: label })}
        aria-invalid={autosave.tooLong ? true : undefined}
        placeholder={t('besides')}
      />
      <SavedFoot autosave={autosave} undo={undo} limit={answerLimit} tooLong="answer-too-long" say={say.all} />
    </div>
  );
}

type ScaleProps = {
  form: Extract<Form, { kind: 'scale' }>;
  mark: string | undefined;
  say: (mark: string) => string;
  labelledBy: string;
  describedBy: string;
  onMark: (mark: string) => void;
};

function Scale({ form, mark, say, labelledBy, describedBy, onMark }: ScaleProps) {
  const styles = useStyles();
  const language = useLanguage();
  return (
    <div className={styles.scale}>
      <RadioGroup
        layout="horizontal"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        className={styles.marks}
        value={mark ?? ''}
        onChange={(_event, { value }) => onMark(value)}
      >
        {scaleMarks.map((one) => (
          <Radio key={one} value={one} aria-label={say(one)} title={say(one)} />
        ))}
      </RadioGroup>
      <div aria-hidden className={styles.ends}>
        <Text size={200} className={styles.end}>
          {form.from[language]}
        </Text>
        <Text size={200} className={mergeClasses(styles.end, styles.far)}>
          {form.to[language]}
        </Text>
      </div>
      <Text size={200} aria-hidden className={styles.chosen}>
        {mark && say(mark)}
      </Text>
    </div>
  );
}
