import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { client } from '../../api/client.ts';
import { tellSignedOut } from '../../api/other-tabs.ts';
import { session } from '../../api/session.ts';
import { noveltyPreference } from '../../event-history/novelty/novelty-preference.ts';
import { densityPreference, themePreference } from '../../ui/preference/appearance.ts';
import { overlay } from '../keyboard/pressed/overlay.ts';

async function signOut(): Promise<void> {
  await client.signOut().catch(() => undefined);
  tellSignedOut();
  // A reload drops what this tab has read.
  session.lost();
  location.reload();
}

export function SettingsMenu() {
  const [theme, setTheme] = themePreference.use();
  const [density, setDensity] = densityPreference.use();
  const [novelty, setNovelty] = noveltyPreference.use();
  const actions: Readonly<Record<string, () => void>> = {
    system: () => setTheme('system'),
    light: () => setTheme('light'),
    dark: () => setTheme('dark'),
    compact: () => setDensity('compact'),
    comfortable: () => setDensity('comfortable'),
    novelty: () => setNovelty(novelty === 'shown' ? 'hidden' : 'shown'),
    keys: () => overlay.set('sheet'),
    'sign-out': () => void signOut(),
  };
  const choice = (id: string, text: string, chosen: string) =>
    ({ id, text, itemType: 'checkbox', checked: id === chosen }) as const;
  return (
    <ButtonDropdown
      variant="icon"
      iconName="settings"
      ariaLabel="Settings"
      expandToViewport
      items={[
        {
          text: 'Theme',
          items: [
            choice('system', 'Browser default', theme),
            choice('light', 'Light', theme),
            choice('dark', 'Dark', theme),
          ],
        },
        {
          text: 'Density',
          items: [
            choice('compact', 'Compact', density),
            choice('comfortable', 'Comfortable', density),
          ],
        },
        choice('novelty', 'New and rare marks', novelty === 'shown' ? 'novelty' : ''),
        { id: 'keys', text: 'Keyboard shortcuts' },
        ...(session.half() === undefined ? [] : [{ id: 'sign-out', text: 'Sign out' }]),
      ]}
      onItemClick={({ detail }) => actions[detail.id]?.()}
    />
  );
}
