import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useServerNow } from '../../api/about.ts';
import { local } from '../../ui/time/time-format.ts';
import { useTimeZone, zonePreference } from '../../ui/time/time-zone.tsx';

/** The offset is always visible: a time without it is no evidence. */
export function ZonePicker() {
  const [chosen, choose] = zonePreference.use();
  const zone = useTimeZone();
  const now = useServerNow()();
  return (
    <ButtonDropdown
      ariaLabel={`Time zone: ${zone.offset(now)}`}
      expandToViewport
      items={[
        { id: 'utc', itemType: 'checkbox', text: 'UTC', checked: chosen === 'utc' },
        {
          id: 'local',
          itemType: 'checkbox',
          text: `Local time (${local.offset(now)})`,
          secondaryText: new Intl.DateTimeFormat().resolvedOptions().timeZone,
          checked: chosen === 'local',
        },
      ]}
      onItemClick={({ detail }) => choose(detail.id === 'local' ? 'local' : 'utc')}
    >
      {zone.offset(now)}
    </ButtonDropdown>
  );
}
