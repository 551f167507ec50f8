import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useServerNow } from '../../api/about.ts';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import { type Cutoff, cutoffTime } from './cutoff.ts';

const ages = [
  { value: '90', label: 'Older than 90 days', description: 'What AWS has no more' },
  { value: '180', label: 'Older than 180 days' },
  { value: '365', label: 'Older than 1 year' },
  { value: 'date', label: 'From before a date' },
] as const;

interface Props {
  readonly cutoff: Cutoff;
  readonly onChange: (cutoff: Cutoff) => void;
}

/** How old events have to be. */
export function CutoffChoice({ cutoff, onChange }: Props) {
  const zone = useTimeZone();
  const now = useServerNow();
  const value = cutoff.kind === 'date' ? 'date' : String(cutoff.days);
  const wrong =
    cutoff.kind === 'date' && cutoff.date !== '' && cutoffTime(cutoff, now(), zone) === undefined;
  return (
    <SpaceBetween size="s">
      <FormField label="Which events">
        <Select
          selectedOption={ages.find((age) => age.value === value) ?? ages[0]}
          options={ages}
          onChange={({ detail }) => {
            const chosen = detail.selectedOption.value;
            onChange(
              chosen === 'date'
                ? { kind: 'date', date: '' }
                : { kind: 'days', days: Number(chosen) },
            );
          }}
        />
      </FormField>
      {cutoff.kind === 'date' && (
        <FormField
          label="Date"
          description={`The day begins at 00:00 ${zone.offset(now())}. It stays, what is before it goes.`}
          constraintText="YYYY/MM/DD"
          errorText={wrong && 'Enter a day that is not in the future.'}
        >
          <DatePicker
            value={cutoff.date}
            onChange={({ detail }) => onChange({ kind: 'date', date: detail.value })}
            placeholder="YYYY/MM/DD"
            isDateEnabled={(date) => date.getTime() <= now()}
            openCalendarAriaLabel={(date) => (date ? `Choose a day, ${date}` : 'Choose a day')}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
