import { useAbout } from '../../api/about.ts';
import { usePageState } from '../../address/use-page-state.ts';
import { counted } from '../../ui/numbers/count.ts';
import { regionName } from '../../ui/region-names.ts';
import { SetPicker } from './set-picker.tsx';

export function AccountPicker() {
  const { accounts } = useAbout();
  const [state, change] = usePageState();
  const broken = accounts.filter((account) => account.problem).length;
  const ids = accounts
    .filter(({ id, name }) => state.accounts.includes(id) || state.accounts.includes(name))
    .map(({ id }) => id);
  const shown = counted(ids.length || accounts.length, 'account');
  return (
    <SetPicker
      label="Accounts"
      all={`All accounts (${accounts.length})`}
      shown={broken > 0 ? `${shown}, ${counted(broken, 'problem')}` : shown}
      options={accounts.map((account) => ({
        value: account.id,
        label: account.name,
        description: account.problem ? account.problem.title : account.id,
        ...(account.problem && { iconName: 'status-warning' as const }),
      }))}
      chosen={ids}
      onChoose={(next) => change({ accounts: next })}
    />
  );
}

export function RegionPicker() {
  const { regions } = useAbout();
  const [state, change] = usePageState();
  const chosen = regions.filter((region) => state.regions.includes(region));
  const [only] = chosen.length === 1 ? chosen : regions.length === 1 ? regions : [];
  return (
    <SetPicker
      label="Regions"
      all={`All Regions (${regions.length})`}
      shown={only ?? counted(chosen.length || regions.length, 'Region')}
      options={regions.map((region) => ({
        value: region,
        label: regionName(region) ?? region,
        ...(regionName(region) !== undefined && { description: region }),
      }))}
      chosen={chosen}
      onChoose={(next) => change({ regions: next })}
    />
  );
}
