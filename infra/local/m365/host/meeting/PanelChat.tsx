/** The meeting's chat beside the stage. */
import { Compose } from '../chat/Compose.tsx';
import { MessageList } from '../chat/MessageList.tsx';

export function PanelChat({ chatId }: { chatId: string }) {
  return (
    <>
      <MessageList chatId={chatId} />
      <Compose chatId={chatId} toBot={false} />
    </>
  );
}
