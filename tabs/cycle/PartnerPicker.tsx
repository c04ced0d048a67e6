/** Somebody who takes part in every talk: found by name, one at most. */
import { Button, Field, makeStyles, Switch, Text } from '@fluentui/react-components';
import { findColleagues } from '#api/people/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { ColleagueFinder } from './ColleagueFinder.tsx';
import type { RulesProps, Wrong } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' },
});

export function PartnerPicker({ rules, set, wrong }: RulesProps & { wrong: Wrong | undefined }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const say = useWrongText();
  const { partnerId } = rules;
  const chosen = useRead(findColleagues, { query: { id: partnerId ?? '' } }, { when: partnerId !== null });
  const partner = chosen.data?.people[0];
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
    <ColleagueFinder
      label={t('rules.partner')}
      hint={t('rules.partnerHint')}
      placeholder={t('rules.partnerFind')}
      {...say(wrong)}
      onChoose={({ id }) => set({ partnerId: id })}
    />
  );
}
