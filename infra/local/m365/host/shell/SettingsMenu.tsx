/** Theme, language and width of the host page. */
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
import { change, useSettings, type LanguageChoice, type Width } from '../settings.ts';
import type { Theme } from '../teams-js/context.ts';

/** `personId`: whose language is chosen; empty while nobody is. */
export function SettingsMenu({ personId }: { personId: string }) {
  const t = useTexts();
  const narrow = useNarrow();
  const settings = useSettings();
  const checked = { theme: [settings.theme], width: [settings.width], language: [settings.languages[personId] ?? 'own'] };
  const onChange: MenuProps['onCheckedValueChange'] = (_, { name, checkedItems: [value] }) => {
    if (name === 'theme') change({ theme: value as Theme });
    if (name === 'width') change({ width: value as Width });
    if (name === 'language') change({ languages: { ...settings.languages, [personId]: value as LanguageChoice } });
  };
  return (
    <Menu checkedValues={checked} onCheckedValueChange={onChange}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<SettingsRegular />} aria-label={t.bar.settings} title={t.bar.settings}>
          {narrow ? null : t.bar.settings}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <Choices
            title={t.bar.theme}
            name="theme"
            choices={[
              ['default', t.bar.light],
              ['dark', t.bar.dark],
              ['contrast', t.bar.contrast],
            ]}
          />
          <MenuDivider />
          <Choices
            title={t.bar.language}
            name="language"
            choices={[
              ['own', t.bar.own],
              ['sv', 'Svenska'],
              ['en', 'English'],
            ]}
          />
          {personId !== '' && (
            <>
              <MenuDivider />
              <Choices
                title={t.bar.width}
                name="width"
                choices={[
                  ['desktop', t.bar.desktop],
                  ['phone', t.bar.phone],
                ]}
              />
            </>
          )}
          {narrow && (
            <>
              <MenuDivider />
              <MenuItemLink href="/desk" target="_blank">
                {t.bar.desk}
              </MenuItemLink>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
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
