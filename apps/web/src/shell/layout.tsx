import AppLayoutToolbar, {
  type AppLayoutToolbarProps,
} from '@cloudscape-design/components/app-layout-toolbar';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import { onFirstTouch } from '../ui/loading/first-touch.ts';
import { foldPreference } from '../ui/preference/fold.ts';
import { Breadcrumbs } from './pages/breadcrumbs.tsx';
import { useHelp } from '../ui/help.ts';
import { Keyboard } from './keyboard/keyboard.tsx';
import { Notices } from './notices/notices.tsx';
import { PageArea } from './pages/page-area.tsx';
import { usePage } from './pages/pages.ts';
import styles from './shell.module.css';
import { SideBar } from './side-bar.tsx';
import { SourceBar } from './source-bar.tsx';
import { TopBar } from './top/top-bar.tsx';
import { lazily } from '../ui/loading/lazily.ts';

const loadHelp = () => import('./help/event-history-help.tsx');
const EventHistoryHelp = lazily(() => loadHelp().then((part) => part.EventHistoryHelp));
onFirstTouch(loadHelp);

const navigationPreference = foldPreference('navigation', 'Side navigation');
/** Below this width Cloudscape lays the side navigation over the page, so it starts folded. */
const wide = matchMedia('(min-width: 689px)');

export function Layout() {
  const page = usePage();
  const [kept, keep] = navigationPreference.use();
  const [open, setOpen] = useState(wide.matches && kept === 'open');
  const help = useHelp();
  const layout = useRef<AppLayoutToolbarProps.Ref>(null);
  const helped = !['accounts', 'archive', 'bookmarks', 'compare', 'policy'].includes(page.name);
  const fills = page.name === 'events';

  return (
    <>
      <title>{`${page.title} | Trailglass`}</title>
      <div id="header" className={styles.header}>
        <TopBar />
        <SourceBar />
      </div>
      <AppLayoutToolbar
        ref={layout}
        headerSelector="#header"
        contentType={fills ? 'table' : 'default'}
        disableContentPaddings={fills}
        navigationWidth={220}
        navigation={<SideBar onFollow={() => layout.current?.closeNavigationIfNecessary()} />}
        navigationOpen={open}
        onNavigationChange={({ detail }) => {
          setOpen(detail.open);
          if (wide.matches) keep(detail.open ? 'open' : 'closed');
        }}
        breadcrumbs={<Breadcrumbs />}
        notifications={<Notices />}
        tools={<Suspense>{help.open && <EventHistoryHelp />}</Suspense>}
        toolsHide={!helped}
        toolsOpen={help.open && helped}
        onToolsChange={({ detail }) => help.set(detail.open)}
        ariaLabels={{
          navigation: 'Side navigation',
          navigationToggle: 'Open side navigation',
          navigationClose: 'Close side navigation',
          notifications: 'Notices',
          tools: 'Help panel',
          toolsToggle: 'Open help panel',
          toolsClose: 'Close help panel',
        }}
        content={
          <PageArea fills={fills}>
            <Outlet />
          </PageArea>
        }
      />
      <Keyboard />
    </>
  );
}
