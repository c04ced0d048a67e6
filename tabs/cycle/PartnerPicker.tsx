/** Somebody who takes part in every talk: found by name, one at most. */
import { Button, Field, Input, makeStyles, Switch, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { findColleagues } from '#api/people/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import type { RulesProps, Wrong } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';

const useStyles = makeStyles({
  found: {
    listStyleType: 'none',
    margin: '8px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    alignItems: 'flex-start',
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' },
});

/** The server answers nothing to less. */
const shortest = 2;

export function PartnerPicker({ rules, set, wrong }: RulesProps & { wrong: Wrong | undefined }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const say = useWrongText();
  const [name, setName] = useState('');
  const { partnerId } = rules;
  const chosen = useRead(findColleagues, { query: { id: partnerId ?? '' } }, { when: partnerId !== null });
  const found = useRead(findColleagues, { query: { name: name.trim() } }, { when: partnerId === null && name.trim().length >= shortest });
  const partner = chosen.data?.people[0];
  const people = name.trim().length >= shortest ? found.data?.people : undefined;
  if (partnerId !== null)
    return (
      <div>
        <Field label={t('rules.partner')} hint={t('rules.partnerHint')} {...say(wrong)}>
          <div className={styles.line}>
            {partner && <PersonName id={partner.id} name={partner.name} title={partner.jobTitle} />}
            <Button size="small" onClick={() => set({ partnerId: null, invitePartner: false })}>
              {t('rules.noPartner')}
            </Button>
          </div>
        </Field>
        <Switch
          checked={rules.invitePartner ?? false}
          label={t('rules.invitePartner')}
          onChange={(_event, { checked }) => set({ invitePartner: checked })}
        />
        <br />
        <Text size={200}>{t('rules.invitePartnerHint')}</Text>
      </div>
    );
  return (
    <div>
      <Field label={t('rules.partner')} hint={t('rules.partnerHint')} {...say(wrong)}>
        <Input value={name} placeholder={t('rules.partnerFind')} onChange={(_event, { value }) => setName(value)} />
      </Field>
      {people && (
        <ul aria-label={t('rules.partnerFound')} className={styles.found}>
          {people.map((person) => (
            <li key={person.id}>
              <Button
                appearance="subtle"
                onClick={() => {
                  set({ partnerId: person.id });
                  setName('');
                }}
              >
                {person.jobTitle ? `${person.name} · ${person.jobTitle}` : person.name}
              </Button>
            </li>
          ))}
          {people.length === 0 && (
            <li>
              <Text>{t('rules.partnerNobody')}</Text>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
