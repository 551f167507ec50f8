import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useFollow, useLinks } from './pages/links.ts';
import { leadsFromEvents, usePage } from './pages/pages.ts';

export function SideBar({ onFollow }: { readonly onFollow: () => void }) {
  const links = useLinks();
  const follow = useFollow();
  const { name } = usePage();
  const active = name === 'unknown' ? '' : links[leadsFromEvents(name) ? 'events' : name];
  return (
    <SideNavigation
      header={{ text: 'CloudTrail', href: links.events }}
      activeHref={active}
      items={[
        { type: 'link', text: 'Event history', href: links.events },
        { type: 'link', text: 'Bookmarks', href: links.bookmarks },
        { type: 'link', text: 'Archive', href: links.archive },
        { type: 'link', text: 'Accounts', href: links.accounts },
      ]}
      onFollow={(event) => {
        follow(event);
        onFollow();
      }}
    />
  );
}
