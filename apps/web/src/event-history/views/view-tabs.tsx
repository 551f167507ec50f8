import Button from '@cloudscape-design/components/button';
import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useState } from 'react';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import type { PageState } from '../../address/page-state.ts';
import { useRemembered } from './recent-searches.ts';
import { DeleteView } from './delete-view.tsx';
import { SaveView } from './save-view.tsx';
import { useViews } from './use-views.ts';
import { isShown, viewHref, viewSearch } from './view-address.ts';
import styles from './view-tabs.module.css';
import { ViewsMenu } from './views-menu.tsx';
import { savingView, tabsPreference } from './views-state.ts';
import { opensElsewhere } from '../../ui/opens-elsewhere.ts';

interface Props {
  readonly page: PageState;
  readonly columns: readonly string[];
}

/** The saved views, each a link, and the way to one more; nothing while there are none. */
export function ViewTabs({ page, columns }: Props) {
  const { views, save, remove } = useViews();
  const saving = savingView.use();
  const [deleting, setDeleting] = useState<string>();
  const router = useRouter();
  const any = views !== undefined && views.length > 0;
  useRemembered(page.q);
  useEffect(() => {
    if (views && tabsPreference.read() !== any) tabsPreference.write(any);
  }, [views, any]);

  const follow = (event: MouseEvent, href: string): void => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <>
      {any && (
        <div className={styles.row}>
          <nav className={styles.tabs} aria-label="Saved views">
            {views.map(({ name, search }) => (
              <a
                key={name}
                href={viewHref(search)}
                aria-current={isShown(search, page, columns) ? 'page' : undefined}
                onClick={(event) => follow(event, viewHref(search))}
              >
                <SafeText text={name} limit={80} expandable={false} />
              </a>
            ))}
          </nav>
          <Button variant="inline-link" onClick={() => savingView.set(true)}>
            Save view
          </Button>
          <ViewsMenu views={views} onSave={save} onRemove={setDeleting} />
        </div>
      )}
      {deleting !== undefined && (
        <DeleteView
          name={deleting}
          onDelete={() => remove(deleting)}
          onClose={() => setDeleting(undefined)}
        />
      )}
      {saving && <SaveView search={viewSearch(page, columns)} views={views ?? []} onSave={save} />}
    </>
  );
}
