/** Short sentences about something that did not work or leads nowhere; they go away by themselves. */
import { Toast, Toaster, ToastTitle, useToastController } from '@fluentui/react-components';

const toasterId = 'notices';

export const Notices = () => <Toaster toasterId={toasterId} position="bottom-end" limit={3} />;

export function useNotice(): (sentence: string, intent?: 'error' | 'info') => void {
  const { dispatchToast } = useToastController(toasterId);
  return (sentence, intent = 'error') =>
    dispatchToast(
      <Toast>
        <ToastTitle>{sentence}</ToastTitle>
      </Toast>,
      { intent },
    );
}
