/** That a talk goes on with a new manager, and what that means for what was written. Says nothing of why. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { WhatFollows } from './WhatFollows.tsx';

export function HandOverNews({ talk, from }: { talk: Talk; from: string }) {
  const t = useTexts('replan');
  const { me, manager, employee } = talk;
  return (
    <MessageBar layout="multiline" role="status">
      <MessageBarBody>
        {t(`handedOver.${me}`, { manager: manager.name, employee: employee.name, from })}
        {me === 'employee' && <WhatFollows manager={manager.name} />}
      </MessageBarBody>
    </MessageBar>
  );
}
