/** The open message. Showing it is reading it. */
import { Avatar, Button, Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import type { Mail } from '../desk-api/desk-types.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys } from '../desk-api/use-desk.ts';
import { useOpening } from '../link/use-open-link.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { go } from '../place/use-place.ts';
import { useTimes } from '../time/use-time.ts';
import { HtmlFrame } from '../ui/HtmlFrame.tsx';

const useStyles = makeStyles({
  mail: { flexGrow: 1, minWidth: 0, overflowY: 'auto', padding: '16px', display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', gap: '10px', alignItems: 'center' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  subject: { margin: 0, overflowWrap: 'anywhere' },
});

/** To whom it went. */
export const namesOf = (mail: Mail): string => mail.to.map(({ name, address }) => name || address).join(', ');

export function OpenMail({ mail }: { mail: Mail }) {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const { person } = useMe();
  const times = useTimes();
  const { openLink } = useOpening();
  const read = useAct([keys.mails(person.id)]);
  const markRead = useEffectEvent(() => {
    if (mail.readAt === null) read.mutate({ path: ofPerson(person.id, 'mails', mail.id, 'read') });
  });
  useEffect(() => markRead(), []);
  return (
    <article className={styles.mail} aria-label={mail.subject || t.mail.noSubject}>
      <div className={styles.head}>
        {narrow && <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={t.back} onClick={() => go({ view: 'mail' })} />}
        <Subtitle2 as="h2" className={styles.subject}>
          {mail.subject || t.mail.noSubject}
        </Subtitle2>
      </div>
      <div className={styles.head}>
        <Avatar name={mail.from.name || mail.from.address} color="colorful" aria-hidden />
        <span className={styles.words}>
          <Text weight="semibold">{mail.from.name || mail.from.address}</Text>
          <Text size={200} className={styles.quiet}>
            {t.mail.to}: {namesOf(mail)}
          </Text>
          <Text size={200} className={styles.quiet}>
            {times.day(mail.at)}, {times.clock(mail.at)}
          </Text>
        </span>
      </div>
      {mail.files.map(({ name, contentType, contentBytes }) => (
        <Link key={name} href={`data:${contentType.replaceAll(' ', '')};base64,${contentBytes}`} download={name}>
          {name}
        </Link>
      ))}
      <HtmlFrame html={mail.html} title={t.mail.content} onLink={(url) => void openLink(url)} />
    </article>
  );
}
