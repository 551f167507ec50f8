import TopNavigation from '@cloudscape-design/components/top-navigation';
import { Suspense } from 'react';
import { useMedia } from '../../ui/use-media.ts';
import styles from './top.module.css';
import { Brand } from './brand.tsx';
import { AccountPicker, RegionPicker } from './scope-pickers.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { ZonePicker } from './zone-picker.tsx';
import { lazily } from '../../ui/loading/lazily.ts';

const NarrowMenu = lazily(() => import('./narrow-menu.tsx').then((part) => part.NarrowMenu));

export function TopBar() {
  const wide = useMedia('(min-width: 800px)');
  return (
    <TopNavigation visualContext="top-navigation">
      <div className={styles.bar}>
        <Brand />
        {wide ? (
          <>
            <div className={styles.accounts}>
              <AccountPicker />
            </div>
            <div className={styles.picker}>
              <RegionPicker />
            </div>
            <ZonePicker />
            <SettingsMenu />
          </>
        ) : (
          <Suspense>
            <NarrowMenu />
          </Suspense>
        )}
      </div>
    </TopNavigation>
  );
}
