/** Which host this is, its theme, language and width. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemLink,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type MenuProps,
} from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import { useNarrow, useTexts } from '../me.ts';
import { correct, usePlace } from '../place/use-place.ts';
import { change, useSettings, type LanguageChoice, type Width } from '../settings.ts';
import { hosts, type Host } from '../teams-js/abilities.ts';
import type { Theme } from '../teams-js/context.ts';
import type { Texts } from '../texts/en.ts';

/** `personId`: whose language is chosen; empty while nobody is. */
export function SettingsMenu({ personId }: { personId: string }) {
  const t = useTexts();
  const narrow = useNarrow();
  const settings = useSettings();
  const place = usePlace();
  const checked = {
    host: [place.host],
    theme: [settings.theme],
    width: [settings.width],
    language: [settings.languages[personId] ?? 'own'],
  };
  const onChange: MenuProps['onCheckedValueChange'] = (_, { name, checkedItems: [value] }) => {
    if (name === 'host') correct({ ...place, host: value as Host });
    if (name === 'theme') change({ theme: value as Theme });
    if (name === 'width') change({ width: value as Width });
    if (name === 'language') change({ languages: { ...settings.languages, [personId]: value as LanguageChoice } });
  };
  // Who is nobody yet is in no host, and has no width.
  const ofPerson = personId !== '';
  const { themes, languages, widths } = choicesIn(t);
  return (
    <Menu checkedValues={checked} onCheckedValueChange={onChange}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<SettingsRegular />} aria-label={t.bar.settings} title={t.bar.settings}>
          {narrow ? null : t.bar.settings}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {ofPerson && <Choices title={t.host.title} name="host" choices={hosts.map((host) => [host, t.host.names[host]])} />}
          {ofPerson && <MenuDivider />}
          <Choices title={t.bar.theme} name="theme" choices={themes} />
          <MenuDivider />
          <Choices title={t.bar.language} name="language" choices={languages} />
          {ofPerson && <MenuDivider />}
          {ofPerson && <Choices title={t.bar.width} name="width" choices={widths} />}
          {narrow && <MenuDivider />}
          {narrow && (
            <MenuItemLink href="/desk" target="_blank">
              {t.bar.desk}
            </MenuItemLink>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function choicesIn({ bar }: Texts): Record<'themes' | 'languages' | 'widths', [string, string][]> {
  return {
    themes: [
      ['default', bar.light],
      ['dark', bar.dark],
      ['contrast', bar.contrast],
    ],
    languages: [
      ['own', bar.own],
      ['sv', 'Svenska'],
      ['en', 'English'],
    ],
    widths: [
      ['desktop', bar.desktop],
      ['panel', bar.panel(320)],
      ['narrow-panel', bar.panel(280)],
      ['phone', bar.phone],
    ],
  };
}

function Choices({ title, name, choices }: { title: string; name: string; choices: [string, string][] }) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{title}</MenuGroupHeader>
      {choices.map(([value, label]) => (
        <MenuItemRadio key={value} name={name} value={value}>
          {label}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
