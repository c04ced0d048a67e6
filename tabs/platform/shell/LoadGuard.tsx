/** Says that a page could not be fetched, and fetches it again when asked. The rest of the tab, and what is typed there, stays as it is. */
import { Component, type ReactNode } from 'react';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Refused } from '../call/refused.ts';

type Props = { children: ReactNode; onRetry: () => void };

export class LoadGuard extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error | null } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    // A fault of the page itself is CrashGuard's.
    if (!(error instanceof Refused && error.reason === 'not-loaded')) throw error;
    const again = (): void => {
      this.props.onRetry();
      this.setState({ error: null });
    };
    return (
      <div style={{ padding: '20px' }}>
        <ProblemNotice error={error} onRetry={again} />
      </div>
    );
  }
}
