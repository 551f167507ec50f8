import { Component, type ReactNode } from 'react';
import { FailurePage } from './failure-page.tsx';

interface State {
  readonly failed?: { readonly error: unknown };
}

/** A fault in the page shows itself and a way on; the address keeps the question across the reload. */
export class FailureBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return <FailurePage error={failed.error} retry="Reload" onRetry={() => location.reload()} />;
  }
}
