import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { VerifyFrame } from '@trailglass/api';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import { TimeLabel } from '../../ui/time/time-label.tsx';

type End = Extract<VerifyFrame, { type: 'end' }>;
/** `name`: the account's, for people. */
type Wrong = End['examples'][number] & { readonly name: string };

const columns: readonly TableProps.ColumnDefinition<Wrong>[] = [
  {
    id: 'id',
    header: 'Event ID',
    cell: ({ eventId }) => <SafeText text={eventId} />,
    isRowHeader: true,
    minWidth: 200,
  },
  {
    id: 'flaw',
    header: 'What is wrong',
    cell: ({ flaw }) => <SafeText text={flaw} />,
    minWidth: 220,
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ name }) => <SafeText text={name} />,
    minWidth: 130,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => <SafeText text={region} />,
    minWidth: 120,
  },
  {
    id: 'time',
    header: 'Event time',
    cell: ({ eventTime }) => (eventTime === undefined ? '–' : <TimeLabel iso={eventTime} offset />),
    minWidth: 200,
  },
];

interface Props extends Pick<End, 'wrong' | 'examples'> {
  readonly names: ReadonlyMap<string, string>;
}

/** The first records that are not what was written, and what is wrong with each. */
export function WrongRecords({ wrong, examples, names }: Props) {
  const shown = examples.map((one) => ({ ...one, name: names.get(one.account) ?? one.account }));
  const count = wrong.toLocaleString('en');
  return (
    <Table
      variant="embedded"
      wrapLines
      items={shown}
      columnDefinitions={columns}
      header={
        <Header
          variant="h3"
          counter={shown.length < wrong ? `(${shown.length} of ${count})` : `(${count})`}
        >
          Wrong records
        </Header>
      }
    />
  );
}
