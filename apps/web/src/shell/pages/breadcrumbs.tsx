import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { useFollow, useLinks } from './links.ts';
import { leadsFromEvents, usePage } from './pages.ts';

export function Breadcrumbs() {
  const links = useLinks();
  const follow = useFollow();
  const page = usePage();
  const history = { text: 'Event history', href: links.events };
  const here = { text: page.title, href: '#' };
  return (
    <BreadcrumbGroup
      items={[
        { text: 'CloudTrail', href: links.events },
        ...(leadsFromEvents(page.name) ? [history, here] : [here]),
      ]}
      onFollow={follow}
    />
  );
}
