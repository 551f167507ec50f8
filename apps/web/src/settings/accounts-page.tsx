import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { checkAbout, useAbout } from '../api/about.ts';
import { connection } from '../api/connection.ts';
import { explain } from '../api/explain.ts';
import { notify } from '../ui/notices.ts';
import { AboutTrailglass } from './about-trailglass.tsx';
import { AccountProblems } from './account-problems.tsx';
import { AccountTable } from './account-table.tsx';
import { Source } from './source.tsx';
import { UseYourAccount } from './use-your-account.tsx';

export function AccountsPage() {
  const { accounts } = useAbout();
  const [checking, setChecking] = useState(false);

  async function check(): Promise<void> {
    setChecking(true);
    try {
      await checkAbout();
    } catch (error) {
      // That the server does not answer is told for the whole page already.
      if (connection.get() === 'down') return;
      const { title, detail } = explain(error);
      notify({ type: 'error', header: title, content: detail });
    } finally {
      setChecking(false);
    }
  }

  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description="Whose event history is shown here, with whose credentials, and from which Regions."
          actions={
            <Button loading={checking} onClick={() => void check()}>
              Check credentials
            </Button>
          }
        >
          Accounts
        </Header>
      }
    >
      <SpaceBetween size="l">
        <AccountProblems accounts={accounts} />
        <AccountTable accounts={accounts} />
        <Source />
        <UseYourAccount />
        <AboutTrailglass />
      </SpaceBetween>
    </ContentLayout>
  );
}
