import TopNavigation from '@cloudscape-design/components/top-navigation';
import { useMedia } from '../../ui/use-media.ts';
import styles from '../shell.module.css';
import { Brand } from './brand.tsx';
import { NarrowMenu } from './narrow-menu.tsx';
import { AccountPicker, RegionPicker } from './scope-pickers.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { ZonePicker } from './zone-picker.tsx';

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
          <NarrowMenu />
        )}
      </div>
    </TopNavigation>
  );
}
