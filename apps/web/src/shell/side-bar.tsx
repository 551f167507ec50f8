import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useRouterState } from '@tanstack/react-router';
import { useFollow, useLinks } from './links.ts';

export function SideBar({ onFollow }: { readonly onFollow: () => void }) {
  const links = useLinks();
  const follow = useFollow();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <SideNavigation
      header={{ text: 'CloudTrail', href: links.events }}
      activeHref={path.startsWith('/accounts') ? links.accounts : links.events}
      items={[
        { type: 'link', text: 'Event history', href: links.events },
        { type: 'link', text: 'Accounts', href: links.accounts },
      ]}
      onFollow={(event) => {
        follow(event);
        onFollow();
      }}
    />
  );
}
